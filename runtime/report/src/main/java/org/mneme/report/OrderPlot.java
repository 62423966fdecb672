package org.mneme.report;

import java.util.Comparator;
import java.util.List;
import org.mneme.runtime.score.Mistake;
import org.mneme.runtime.score.RecallScore;

/** Which pattern is nearest at each step: order and dwell. */
final class OrderPlot {
    private static final double HEIGHT = 320;
    private static final int MOST_STEPS = 5000;
    private static final int MOST_RISERS = 400;
    private static final double LINE = 16;

    private OrderPlot() {}

    static Plot of(RecallScore score) {
        int count = score.winners().length();
        int first = score.mistakes().stream().mapToInt(Mistake::step).min().orElse(0);
        int from = Math.clamp(first - MOST_STEPS / 2, 0, Math.max(0, count - MOST_STEPS));
        int until = Math.min(count, from + MOST_STEPS);
        List<Mistake> mistakes = score.mistakes().stream()
                .filter(mistake -> mistake.step() >= from && mistake.step() < until)
                .toList();
        double notes = LINE * mistakes.size();
        Frame frame = Frame.of(
                HEIGHT + notes,
                Frame.TOP + notes,
                new Frame.Range(from - 0.5, Math.max(from + 1, until) - 0.5, "recall step t", true),
                new Frame.Range(0, Math.max(1, score.overlaps().patterns() - 1), "pattern nearest to S(t)", true));
        Svg svg = new Svg();
        frame.draw(svg);
        if (score.visited().length() <= MOST_RISERS) {
            svg.path(
                    "curve thin c0 some",
                    Trace.stairs(frame, from, until, true, t -> score.winners().at(t)));
        }
        svg.path(
                "curve bold c0",
                Trace.stairs(frame, from, until, false, t -> score.winners().at(t)));
        double y = Frame.TOP + LINE - 8;
        for (Mistake mistake : inwards(mistakes, frame)) {
            mark(svg, frame, mistake, y);
            y += LINE;
        }
        return new Plot(
                "order",
                "Order and dwell",
                "The stored pattern nearest to each decoded state. A tread is a pattern held, as long as it is held; between treads is a "
                        + "transition."
                        + (mistakes.isEmpty() ? "" : " Dashed: the first mistake of each kind.")
                        + (until - from < count
                                ? " Cut: only the steps " + from + "…" + (until - 1) + " of " + (count - 1)
                                        + " are drawn."
                                : ""),
                Frame.WIDTH,
                HEIGHT + notes,
                svg.toString(),
                new Csv(
                        "step,nearest_pattern",
                        count,
                        t -> t + "," + score.winners().at(t)));
    }

    /** From the sides to the middle, so that no mark runs through the words of another. */
    private static List<Mistake> inwards(List<Mistake> mistakes, Frame frame) {
        return mistakes.stream()
                .sorted(Comparator.comparingDouble(mistake -> {
                    double x = frame.x().at(mistake.step());
                    return x > Frame.WIDTH / 2 ? 2 * Frame.WIDTH - x : x;
                }))
                .toList();
    }

    private static void mark(Svg svg, Frame frame, Mistake mistake, double y) {
        double x = frame.x().at(mistake.step());
        boolean right = x > Frame.WIDTH / 2;
        String word = switch (mistake) {
            case Mistake.WrongPattern _ -> "order lost";
            case Mistake.WrongBits _ -> "wrong bits";
            case Mistake.WrongDwell _ -> "wrong dwell";
            case Mistake.Silent _ -> "silent";
            case Mistake.EndedEarly _ -> "ends early";
        };
        svg.path("dash bad", "M" + Svg.at(x, frame.y().from()) + "V" + Svg.number(y - 11));
        svg.text("bad", right ? "end" : "start", x + (right ? -6 : 6), y, word + ", step " + mistake.step());
    }
}
