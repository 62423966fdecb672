package org.mneme.motor.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mneme.bits.Signs;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;

/**
 * The notes of a performance, due and recalled, in ticks.
 *
 * @param due what the patterns that were to be shown ask for, at the ticks at which they were
 * @param recalled what the states said
 * @param visits of each moment, which visit of a pattern it was in; notes due begin with a visit, recalled ones with a moment
 * @param slownesses how many ticks a tick of tempo 1 takes, of each visit of a pattern
 * @param lateness tick → how late what begins from then on is because a cue was noisy
 * @param unitTicks ticks of a unit of the grid at tempo 1
 */
record NotesTiming(
        List<PlayedNote> due,
        List<PlayedNote> recalled,
        List<Integer> visits,
        List<Double> slownesses,
        TreeMap<Double, Double> lateness,
        double unitTicks) {
    static NotesTiming of(NotesScene scene, Performance performance) {
        Ear due = new Ear(scene.keys().size());
        Ear recalled = new Ear(scene.keys().size());
        List<Integer> visits = new ArrayList<>();
        List<Double> slownesses = new ArrayList<>();
        TreeMap<Double, Double> lateness = new TreeMap<>();
        Moment last = new Moment(0, 0, Signs.zeros(0), -1, true);
        boolean noisy = false;
        for (Moment moment : performance.moments()) {
            recalled.hear((double) moment.tick(), scene.heard(moment.state()), moment.begins());
            if (moment.begins() || moment.pattern() != last.pattern()) {
                due.hear(
                        Double.isInfinite(moment.due()) ? (double) moment.tick() : moment.due(),
                        scene.asked(moment.pattern()),
                        true);
                if (!slownesses.isEmpty()) {
                    slownesses.set(slownesses.size() - 1, slowness(scene, performance, last, moment, slownesses));
                }
                slownesses.add(1.0);
                if (moment.begins()) {
                    lateness.put((double) moment.tick(), 0.0);
                } else if (noisy) {
                    lateness.put((double) moment.tick(), moment.tick() - moment.due());
                }
                noisy = moment.begins() && !scene.clean(moment.state(), moment.pattern());
            }
            visits.add(slownesses.size() - 1);
            last = moment;
        }
        double unit = (double) scene.piece().stepsPerGrid() * performance.ticksPerStep();
        double end = performance.endTick();
        return new NotesTiming(due.notes(end), recalled.notes(end), visits, slownesses, lateness, unit);
    }

    private static double slowness(
            NotesScene scene, Performance performance, Moment from, Moment to, List<Double> before) {
        double earlier = before.size() > 1 ? before.get(before.size() - 2) : 1;
        if (from.pattern() < 0 || to.begins()) {
            return earlier;
        }
        double asked = (double) scene.piece().chords().get(from.pattern()).dwell() * performance.ticksPerStep();
        double due = to.due() - from.due();
        return due > 0 && !Double.isInfinite(due) ? due / asked : earlier;
    }

    /** How late what happens at a tick is because the cue before it was noisy, ticks. */
    double lateAt(double tick) {
        Map.Entry<Double, Double> entry = lateness.floorEntry(tick);
        return entry == null ? 0 : entry.getValue();
    }

    /** The most of {@link #lateAt}. */
    double latest() {
        return lateness.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** How many ticks a tick of tempo 1 takes while a visit lasts. */
    double slowness(int visit) {
        return slownesses.get(visit);
    }
}
