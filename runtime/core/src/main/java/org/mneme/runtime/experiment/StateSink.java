package org.mneme.runtime.experiment;

import java.util.Optional;
import org.mneme.bits.Signs;
import org.mneme.runtime.result.ImageSequence;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.PerformanceKeeper;
import org.mneme.runtime.score.DrawingScore;
import org.mneme.runtime.score.RecallScore;
import org.mneme.runtime.score.RecallScorer;
import org.mneme.runtime.score.Trajectory;

/** Takes the states of a recall as they are decoded; nothing else reaches the score and the drawing. */
final class StateSink {
    private final RecallScorer scorer;
    private final Optional<DrawingScore.Drawer> drawer;
    private final Optional<ImageScore> images;
    private final PerformanceKeeper performance;
    private final Trajectory.Walk walk;
    private final int planned;
    private final int features;
    private int next;

    StateSink(
            Experiment experiment,
            Trajectory trajectory,
            int planned,
            boolean cleanCue,
            PerformanceKeeper performance) {
        this.performance = performance;
        this.walk = trajectory.walk();
        this.scorer = new RecallScorer(experiment.memory(), trajectory, planned, cleanCue);
        this.drawer = experiment.encoded().drawing().map(code -> new DrawingScore.Drawer(code, trajectory));
        this.images = experiment.encoded().images().map(look -> new ImageScore(experiment, look, trajectory, planned));
        this.planned = planned;
        this.features = experiment.memory().features();
    }

    /** Takes S(t) for t = 0, 1, …, planned. */
    void accept(long tick, Signs state, boolean silent) {
        if (next <= planned) {
            performance.accept(tick, state, walk.next(), next == 0);
            scorer.accept(state, silent);
            drawer.ifPresent(d -> d.accept(state));
            images.ifPresent(i -> i.accept(state));
            next++;
        }
    }

    /** Recall steps taken. */
    int done() {
        return Math.max(0, next - 1);
    }

    RecallScore score() {
        if (next == 0) {
            // Ended before even the cue was decoded.
            accept(0, Signs.zeros(features), true);
        }
        return scorer.score(planned);
    }

    /** What was kept of the states, up to a tick. */
    Performance performance(long endTick) {
        return performance.performance(endTick);
    }

    Optional<DrawingScore> drawing() {
        return drawer.map(DrawingScore.Drawer::score);
    }

    Optional<ImageSequence> images() {
        return images.map(ImageScore::sequence);
    }
}
