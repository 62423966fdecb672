package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.runtime.scene.LowPass;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneRun;

/** What a walker was asked, what was read, and what its plant made of that, in time. */
final class WalkerMotion {
    private final double seconds;
    private final List<Change> changes = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();

    /**
     * A state that took over.
     *
     * @param seconds when
     * @param pattern what it should show, −1 for nothing
     * @param begins whether a cue or a gate began a recall here
     * @param asked C numbers
     * @param read C numbers
     */
    record Change(double seconds, int pattern, boolean begins, List<Double> asked, List<Double> read) {}

    /**
     * What moved.
     *
     * @param seconds when
     * @param change index of the state there was
     * @param smooth C numbers, after the plant
     */
    record Sample(double seconds, int change, List<Double> smooth) {}

    private WalkerMotion(double seconds) {
        this.seconds = seconds;
    }

    /**
     * Follows a recall.
     *
     * @param run of a walker
     * @param most s, what is later is left out
     * @param samples how many, evenly spaced
     * @return what moved; nothing where there was no state
     */
    static WalkerMotion of(SceneRun run, double most, int samples) {
        Performance performance = run.performance();
        Scene scene = run.scene();
        WalkerMotion motion = new WalkerMotion(Math.min(most, performance.seconds((double) performance.endTick())));
        List<Double> asked = List.of();
        for (Moment moment : performance.moments()) {
            double at = performance.seconds((double) moment.tick());
            if (at <= motion.seconds) {
                List<Double> read = boxed(scene.read(moment.state()));
                asked = moment.pattern() >= 0 ? boxed(scene.wanted(moment.pattern())) : asked.isEmpty() ? read : asked;
                motion.changes.add(new Change(at, moment.pattern(), moment.begins(), asked, read));
            }
        }
        if (!motion.changes.isEmpty()) {
            motion.sample(scene, samples);
        }
        return motion;
    }

    private static List<Double> boxed(double[] numbers) {
        List<Double> list = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            list.add(number);
        }
        return list;
    }

    private void sample(Scene scene, int count) {
        List<Optional<LowPass>> stages = changes.getFirst().read().stream()
                .map(value -> scene.plant().map(plant -> new LowPass(plant, value)))
                .toList();
        int change = 0;
        double now = 0;
        for (int k = 0; k < count; k++) {
            double until = seconds * k / (count - 1);
            while (change + 1 < changes.size() && changes.get(change + 1).seconds() <= until) {
                advance(
                        stages,
                        changes.get(change + 1).seconds() - now,
                        changes.get(change).read());
                now = changes.get(++change).seconds();
            }
            advance(stages, until - now, changes.get(change).read());
            now = until;
            List<Double> input = changes.get(change).read();
            List<Double> smooth = new ArrayList<>();
            for (int c = 0; c < input.size(); c++) {
                smooth.add(stages.get(c).map(LowPass::value).orElse(input.get(c)));
            }
            samples.add(new Sample(until, change, smooth));
        }
    }

    private static void advance(List<Optional<LowPass>> stages, double seconds, List<Double> input) {
        for (int c = 0; c < stages.size(); c++) {
            double value = input.get(c);
            stages.get(c).ifPresent(stage -> stage.advance(Math.max(0, seconds), value));
        }
    }

    /** Until when it was followed, s. */
    double seconds() {
        return seconds;
    }

    List<Change> changes() {
        return changes;
    }

    List<Sample> samples() {
        return samples;
    }

    /** When a state ended, s. */
    double end(int change) {
        return change + 1 < changes.size() ? changes.get(change + 1).seconds() : seconds;
    }
}
