package org.mneme.motor.gait;

import java.util.ArrayList;
import java.util.List;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;

/**
 * What a walker was asked and recalled, in time.
 *
 * <p>What is asked follows the dwell times and the tempo, in whole recall steps, from where each stretch of the recall has settled: how long
 * a noisy cue or a switch of motifs took is told apart, and does not count as an error of all that follows.
 *
 * @param asked the poses wanted
 * @param recalled the poses read
 * @param stretches what cues and gates began
 * @param drift the most that a stretch went ahead or fell behind its dwell times and tempo, s
 * @param seconds duration
 */
record WalkerTrack(Signal asked, Signal recalled, List<Stretch> stretches, double drift, double seconds) {
    /**
     * What a cue or a gate began.
     *
     * @param first index of its first moment
     * @param until index after its last
     * @param right index of the first moment at which the joints are right, and, where others were not, at the pattern it began with or the
     *     one after it; −1 where there is none
     * @param next index of the first moment of another pattern; −1 where there is none
     */
    record Stretch(int first, int until, int right, int next) {}

    /**
     * Follows a performance.
     *
     * @param scene how to read states
     * @param performance at least a moment
     * @return what was asked and recalled
     */
    static WalkerTrack of(WalkerScene scene, Performance performance) {
        Signal asked = new Signal();
        Signal recalled = new Signal();
        List<Stretch> stretches = new ArrayList<>();
        List<Moment> moments = performance.moments();
        double drift = 0;
        int first = 0;
        while (first < moments.size()) {
            int until = first + 1;
            while (until < moments.size() && !moments.get(until).begins()) {
                until++;
            }
            drift = Math.max(drift, ask(scene, performance, first, until, asked));
            stretches.add(recall(scene, performance, first, until, recalled));
            first = until;
        }
        return new WalkerTrack(asked, recalled, stretches, drift, performance.seconds((double) performance.endTick()));
    }

    /** Adds a stretch to what is asked; returns its drift, s. */
    private static double ask(WalkerScene scene, Performance performance, int first, int until, Signal asked) {
        List<Moment> moments = performance.moments();
        List<Integer> changes = new ArrayList<>();
        for (int i = first + 1; i < until; i++) {
            if (moments.get(i).pattern() != moments.get(i - 1).pattern()) {
                changes.add(i);
            }
        }
        double end = until < moments.size() ? moments.get(until).tick() : performance.endTick();
        double time = moments.get(first).tick();
        change(scene, performance, moments.get(first), time, asked);
        double drift = 0;
        for (int k = 0; k < changes.size(); k++) {
            Moment moment = moments.get(changes.get(k));
            Moment before = moments.get(changes.get(Math.max(0, k - 1)));
            time = k == 0 ? moment.tick() : time + held(performance, before, moment);
            if (time < end) {
                change(scene, performance, moment, time, asked);
            }
            Moment settled = moments.get(changes.getFirst());
            double late = moment.tick() - moment.due() - (settled.tick() - settled.due());
            drift = Double.isFinite(late) ? Math.max(drift, Math.abs(late)) : drift;
        }
        return drift * performance.tickSeconds();
    }

    /** How long a pose is to be held, ticks: as it was, where that is right to a recall step, since poses are held for whole steps. */
    private static double held(Performance performance, Moment pose, Moment next) {
        double due = next.due() - pose.due();
        double was = next.tick() - pose.tick();
        return Math.abs(was - due) <= performance.ticksPerStep() || !Double.isFinite(due) ? was : due;
    }

    private static void change(WalkerScene scene, Performance performance, Moment moment, double tick, Signal asked) {
        if (moment.pattern() >= 0) {
            asked.change(performance.seconds(tick), scene.wanted(moment.pattern()));
        } else if (moment.tick() == performance.moments().getFirst().tick()) {
            asked.change(performance.seconds(tick), scene.read(moment.state()));
        }
    }

    private static Stretch recall(WalkerScene scene, Performance performance, int first, int until, Signal recalled) {
        List<Moment> moments = performance.moments();
        int right = -1;
        int next = -1;
        int start = moments.get(first).pattern();
        boolean strayed = false;
        boolean elsewhere = false;
        for (int i = first; i < until; i++) {
            Moment moment = moments.get(i);
            double[] read = scene.read(moment.state());
            recalled.change(performance.seconds((double) moment.tick()), read);
            boolean known = moment.pattern() >= 0;
            boolean off = known && scene.body().difference(read, scene.wanted(moment.pattern())) > scene.tolerance();
            elsewhere |= strayed && known && !off && right < 0 && !scene.continues(start, moment.pattern());
            right = right < 0 && known && !off && !elsewhere ? i : right;
            strayed |= off && i > first;
            if (next < 0 && known && moment.pattern() != start) {
                next = i;
            }
        }
        return new Stretch(first, until, right, next);
    }
}
