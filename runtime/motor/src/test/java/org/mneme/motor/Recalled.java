package org.mneme.motor;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.PerformanceKeeper;
import org.mneme.runtime.scene.Scene;

/** Performances of a drawing that no network recalled. */
final class Recalled {
    static final double TICK = 2e-3;
    static final int TICKS_PER_STEP = 3;

    private Recalled() {}

    static EncodedPatterns loops() {
        return new MotorPatterns()
                .load(
                        Given.settings("svg", "loops.svg", "points", "144", "pace", "two-thirds", "plant-ms", "25"),
                        Given.examples());
    }

    static Scene scene(EncodedPatterns encoded) {
        return encoded.scene().orElseThrow();
    }

    /** Each pattern when it is due, but the first transition so many ticks later. */
    static Performance exact(EncodedPatterns encoded, Ints dwell, int late) {
        PerformanceKeeper keeper = new PerformanceKeeper(TICK, TICKS_PER_STEP, dwell::at);
        long tick = 0;
        for (int mu = 0; mu < encoded.patterns().count(); mu++) {
            keeper.accept(tick, encoded.patterns().row(mu), mu, mu == 0);
            tick += (long) TICKS_PER_STEP * dwell.at(mu) + (mu == 0 ? late : 0);
        }
        return keeper.performance(tick);
    }

    static Performance exact(EncodedPatterns encoded) {
        return exact(encoded, encoded.dwell().orElseThrow(), 0);
    }

    /** The same with other states. */
    static Performance changed(Performance performance, int moment, Signs state) {
        List<Moment> moments = new ArrayList<>(performance.moments());
        Moment old = moments.get(moment);
        moments.set(moment, new Moment(old.tick(), old.due(), state, old.pattern(), old.begins()));
        return with(performance, moments);
    }

    static Performance with(Performance performance, List<Moment> moments) {
        return new Performance(
                performance.tickSeconds(),
                performance.ticksPerStep(),
                moments,
                performance.stepTicks(),
                performance.endTick(),
                performance.whole());
    }
}
