package org.mneme.report;

import java.util.List;
import org.mneme.bits.Ints;
import org.mneme.runtime.result.ImageSequence;

/** Wrong bits of each image over the whole recall. */
final class ImageErrorPlot {
    private static final double HEIGHT = 260;

    private ImageErrorPlot() {}

    /**
     * Draws the wrong bits of S(t).
     *
     * @param images of a run
     * @return the plot
     */
    static Plot of(ImageSequence images) {
        Ints errors = images.errors();
        int count = errors.length();
        int most = count == 0 ? 0 : errors.max();
        int chance = images.width() * images.height() / 2;
        Frame frame = Frame.of(
                HEIGHT,
                new Frame.Range(0, Math.max(1, count - 1), "recall step t", true),
                new Frame.Range(0, Math.max(1, most), "wrong bits", true));
        Svg svg = new Svg();
        frame.draw(svg);
        if (most >= chance / 2 && most > 0) {
            String at = "M"
                    + Svg.at(
                            frame.x().from(), Math.max(frame.y().to(), frame.y().at(chance)));
            svg.path("dash axis", at + "H" + Svg.number(frame.x().to()));
            Frame.legend(svg, List.of(Frame.Entry.line("dash axis", "half of the bits: chance")));
        }
        svg.path("curve c1", Trace.line(frame, count, errors::at));
        int wrong = images.wrongImages();
        return new Plot(
                "image-errors",
                "Bit errors per image",
                (wrong == 0
                                ? "Every one of " + Words.count(count, "image") + " is recalled without a wrong bit."
                                : Words.count(wrong, "image") + " of " + Words.grouped(count) + " "
                                        + (wrong == 1 ? "has" : "have") + " wrong bits, at most "
                                        + Words.grouped(most) + " of "
                                        + Words.grouped((long) images.width() * images.height()) + ".")
                        + (count > Trace.MOST_POINTS
                                ? " Thinned: of each stretch of steps only the least and the largest number is drawn."
                                : ""),
                Frame.WIDTH,
                HEIGHT,
                svg.toString(),
                new Csv("step,wrong_bits", count, t -> t + "," + errors.at(t)));
    }
}
