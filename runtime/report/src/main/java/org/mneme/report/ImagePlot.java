package org.mneme.report;

import java.util.Base64;
import java.util.List;
import org.mneme.bits.Signs;
import org.mneme.runtime.result.ImageSequence;
import org.mneme.runtime.result.ImageSequence.Pair;

/** Images asked for beside those recalled. */
final class ImagePlot {
    private static final double PICTURE = 84;
    private static final double BETWEEN = 6;
    private static final double LEAST_GAP = 12;
    private static final double TOP = 30;
    private static final double WORDS = 48;
    private static final double EDGE = 8;
    private static final int INK = 0xff2f86c6;
    private static final int MISSING = 0x55d55e00;
    private static final int EXTRA = 0xffd55e00;

    /** How far outside a wrong pixel its outline is, where the outlines leave room for each other. */
    private static final double OUTSIDE = 1.5;

    /** One pixel in so many may be wrong for its outline to be outside. */
    private static final int SPARSE = 12;

    /** The most wrong pixels outlined: they take room on the page. */
    private static final int MOST_OUTLINES = 40_000;

    private final ImageSequence images;
    private final double scale;
    private final double wide;
    private final double high;
    private final boolean outlined;
    private final int columns;
    private final double pitch;
    private final Svg svg = new Svg();

    private ImagePlot(ImageSequence images) {
        this.images = images;
        double fit = PICTURE / Math.max(images.width(), images.height());
        this.scale = fit >= 1 ? Math.floor(fit) : fit;
        this.wide = scale * images.width();
        this.high = scale * images.height();
        this.outlined = images.pairs().stream().mapToLong(Pair::wrong).sum() <= MOST_OUTLINES;
        double cell = Math.max(2 * wide + BETWEEN, 2 * PICTURE);
        double room = Frame.WIDTH - 2 * EDGE;
        this.columns = (int) Math.max(1, (room + LEAST_GAP) / (cell + LEAST_GAP));
        this.pitch = columns == 1 ? room : cell + (room - columns * cell) / (columns - 1);
    }

    /**
     * Draws the pairs kept, each with the number of its wrong bits.
     *
     * @param images of a run
     * @return the plot
     */
    static Plot of(ImageSequence images) {
        return new ImagePlot(images).plot();
    }

    private Plot plot() {
        List<Pair> pairs = images.pairs();
        svg.text("soft", "start", EDGE, 16, "left: asked for · right: recalled");
        for (int k = 0; k < pairs.size(); k++) {
            int row = k / columns;
            pair(pairs.get(k), EDGE + k % columns * pitch, TOP + row * (high + WORDS));
        }
        int rows = (pairs.size() + columns - 1) / columns;
        int all = images.errors().length();
        return new Plot(
                "images",
                "Images recalled",
                "Each image asked for (left) beside the one recalled (right)." + marks()
                        + (pairs.size() < all
                                ? " " + Words.grouped(pairs.size()) + " of " + Words.grouped(all)
                                        + " are shown: some spread evenly, and the first wrong ones."
                                : ""),
                Frame.WIDTH,
                TOP + Math.max(1, rows) * (high + WORDS),
                svg.toString(),
                new Csv("step,pattern,label,wrong_bits", pairs.size(), k -> {
                    Pair pair = pairs.get(k);
                    return pair.step() + "," + pair.pattern() + "," + Csv.cell(pair.label()) + "," + pair.wrong();
                }));
    }

    /** How to read wrong pixels, where there are some. */
    private String marks() {
        if (images.pairs().stream().allMatch(pair -> pair.wrong() == 0)) {
            return "";
        }
        return outlined
                ? " Wrong pixels are boxed: a full one should be empty, an empty one full."
                : " Wrong pixels are orange: a dark one should be empty, a pale one full.";
    }

    private void pair(Pair pair, double x, double y) {
        int wrong = pair.wrong();
        double right = x + wide + BETWEEN;
        boolean boxed = outlined && wrong <= images.width() * images.height() / SPARSE;
        picture(pair.asked(), pair.asked(), x, y);
        picture(pair.recalled(), boxed ? pair.recalled() : pair.asked(), right, y);
        if (outlined) {
            outline(pair, right, y, boxed ? -OUTSIDE : Math.min(0.5, scale / 6));
        }
        String name = "step " + pair.step() + (pair.label().isEmpty() ? "" : ": " + pair.label());
        svg.text("soft", "start", x, y + high + 16, Svg.shortened(name, pitch - 6));
        svg.text(
                wrong == 0 ? "" : "bad strong",
                "start",
                x,
                y + high + 32,
                wrong == 0 ? "no wrong bit" : "✗ " + Words.count(wrong, "wrong bit"));
    }

    private void picture(Signs shown, Signs asked, double x, double y) {
        svg.element("rect")
                .set("class", "box")
                .set("x", x - 0.5)
                .set("y", y - 0.5)
                .set("width", wide + 1)
                .set("height", high + 1)
                .close();
        svg.element("image")
                .set("x", x)
                .set("y", y)
                .set("width", wide)
                .set("height", high)
                .set("preserveAspectRatio", "none")
                .set("style", scale >= 1 ? "image-rendering:pixelated" : "")
                .set("href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png(shown, asked)))
                .close();
    }

    /** Colours 0 and 1 are pixels as asked for, empty and full; 2 and 3 wrong ones. */
    private byte[] png(Signs shown, Signs asked) {
        byte[][] pixels = new byte[images.height()][images.width()];
        for (int i = 0; i < shown.length(); i++) {
            int full = shown.at(i) > 0 ? 1 : 0;
            int wrong = shown.at(i) == asked.at(i) ? 0 : 2;
            pixels[i / images.width()][i % images.width()] = (byte) (full + wrong);
        }
        return Png.small(pixels, 0, INK, MISSING, EXTRA);
    }

    private void outline(Pair pair, double x, double y, double inset) {
        StringBuilder d = new StringBuilder();
        String side = Svg.number(scale - 2 * inset);
        for (int i = 0; i < pair.asked().length(); i++) {
            if (pair.asked().at(i) != pair.recalled().at(i)) {
                int row = i / images.width();
                double left = x + scale * (i % images.width()) + inset;
                double top = y + scale * row + inset;
                d.append('M')
                        .append(Svg.at(left, top))
                        .append('h')
                        .append(side)
                        .append('v')
                        .append(side)
                        .append("h-")
                        .append(side)
                        .append('z');
            }
        }
        svg.path("wrong bad", d);
    }
}
