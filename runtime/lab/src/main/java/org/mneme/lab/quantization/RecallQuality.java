package org.mneme.lab.quantization;

import java.util.List;
import java.util.Locale;
import org.mneme.lab.robustness.Interval;
import org.mneme.report.MappedMemory;

/**
 * Recall before and after the weights were rounded.
 *
 * @param plan the cues
 * @param points one a cue noise, in the plan's order; fewer where it was stopped
 */
public record RecallQuality(QualityPlan plan, List<QualityPoint> points) {
    /** Copies the list. */
    public RecallQuality {
        points = List.copyOf(points);
    }

    /**
     * Returns the point that rounding cost most.
     *
     * @return the largest fall of the fraction recalled right, in words
     */
    public String sentence() {
        QualityPoint worst = points.isEmpty() ? new QualityPoint(0, 1, 0, 0) : points.getFirst();
        for (QualityPoint point : points) {
            worst = lost(point) > lost(worst) ? point : worst;
        }
        if (points.isEmpty()) {
            return "no cue was recalled";
        }
        Interval before = worst.fractionBefore();
        Interval after = worst.fractionAfter();
        return String.format(
                Locale.ROOT,
                "of %d patterns cued with %.0f %% of their bits flipped, %d were right after %d recall steps before the"
                        + " weights were rounded (95 %%: %.3f…%.3f), %d after (%.3f…%.3f)%s",
                worst.cues(),
                100 * worst.cueNoise(),
                worst.before(),
                plan.steps(),
                before.low(),
                before.high(),
                worst.after(),
                after.low(),
                after.high(),
                points.size() == 1
                        ? ""
                        : lost(worst) > 0
                                ? ", the largest fall of " + points.size() + " noises"
                                : "; at none of " + points.size() + " noises fewer");
    }

    private static double lost(QualityPoint point) {
        return point.fractionBefore().value() - point.fractionAfter().value();
    }

    /**
     * Returns what a report shows.
     *
     * @return the sentence, and a row a cue noise
     */
    public MappedMemory.Quality shown() {
        return new MappedMemory.Quality(
                sentence(),
                points.stream()
                        .map(p -> new MappedMemory.Row(p.cueNoise(), p.cues(), p.before(), p.after()))
                        .toList());
    }
}
