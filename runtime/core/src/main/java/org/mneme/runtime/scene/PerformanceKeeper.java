package org.mneme.runtime.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/** Takes the states of a recall as they come and keeps those that differ. Single-threaded. */
public final class PerformanceKeeper {
    /** The most moments that are kept. */
    public static final int MOST_MOMENTS = 100_000;

    /** The most features of all moments together. */
    private static final long MOST_FEATURES = 1L << 30;

    private final double tickSeconds;
    private final int ticksPerStep;
    private final IntUnaryOperator dwell;
    private final TreeMap<Long, Double> gains = new TreeMap<>();
    private final List<Moment> moments = new ArrayList<>();
    private int[] stepTicks = new int[64];
    private int steps;
    private long features;
    private boolean whole = true;
    private Optional<Moment> last = Optional.empty();
    private OptionalDouble beginDue = OptionalDouble.empty();
    private boolean started;
    private double late;

    /**
     * Starts without a state.
     *
     * @param tickSeconds length of a tick, s
     * @param ticksPerStep ticks of a clean recall step, ≥ 1
     * @param dwell pattern → recall steps that it is held
     */
    public PerformanceKeeper(double tickSeconds, int ticksPerStep, IntUnaryOperator dwell) {
        this.tickSeconds = tickSeconds;
        this.ticksPerStep = ticksPerStep;
        this.dwell = dwell;
    }

    /**
     * Is told a tempo.
     *
     * @param tick from which on it holds
     * @param gain 1 as lowered
     */
    public void tempo(long tick, double gain) {
        gains.put(tick, gain);
    }

    /**
     * Takes the state of a recall step.
     *
     * @param tick at which it was seen, not before the one before
     * @param state S
     * @param pattern what it should show, or −1
     * @param begins whether a cue or a gate began a recall here
     */
    public void accept(long tick, Signs state, int pattern, boolean begins) {
        if (steps == stepTicks.length) {
            stepTicks = Arrays.copyOf(stepTicks, 2 * steps);
        }
        stepTicks[steps++] = (int) Math.min(Integer.MAX_VALUE, tick);
        if (last.isEmpty() || begins) {
            started = false;
            late = 0;
            keep(new Moment(tick, beginDue.orElse((double) tick), state, pattern, true));
            beginDue = OptionalDouble.empty();
            return;
        }
        Moment before = last.get();
        if (pattern != before.pattern() || !state.equals(before.state())) {
            double due = pattern == before.pattern() ? before.due() : after(before);
            if (!started && pattern != before.pattern() && Double.isFinite(due)) {
                started = true;
                late = tick - due;
            }
            keep(new Moment(tick, due, state, pattern, false));
        }
    }

    /**
     * Returns when the pattern that should be shown now has been held for its dwell.
     *
     * @param late whether a recall that began late may stay so
     * @return a tick; infinite in a pause, and where there is no state
     */
    public double heldUntil(boolean late) {
        return last.map(moment -> after(moment) + (late ? this.late : 0)).orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * Is told that the recall that begins next follows the one before, at its time.
     *
     * @param tick at which its first state is due
     */
    public void beginsNext(double tick) {
        beginDue = OptionalDouble.of(tick);
    }

    private void keep(Moment moment) {
        last = Optional.of(moment);
        features += moment.state().length();
        whole = whole && moments.size() < MOST_MOMENTS && features <= MOST_FEATURES;
        if (whole) {
            moments.add(moment);
        }
    }

    /**
     * The tick at which what follows a moment is due: the gain adds up to its dwell. A tempo meets a recall that began late where it then
     * is, so that it stays late by as much.
     */
    private double after(Moment moment) {
        double left = (moment.pattern() < 0 ? 1.0 : dwell.applyAsInt(moment.pattern())) * ticksPerStep;
        double tick = moment.due() + late;
        Map.Entry<Long, Double> now = gains.floorEntry((long) Math.floor(tick));
        double gain = now == null ? 1 : now.getValue();
        for (Map.Entry<Long, Double> change :
                gains.tailMap((long) Math.floor(tick), false).entrySet()) {
            double until = change.getKey();
            if (gain > 0 && left <= (until - tick) * gain) {
                return tick + left / gain - late;
            }
            left -= (until - tick) * gain;
            tick = until;
            gain = change.getValue();
        }
        return gain > 0 ? tick + left / gain - late : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns what was kept.
     *
     * @param endTick the first tick after the last state
     * @return the performance so far
     */
    public Performance performance(long endTick) {
        return new Performance(
                tickSeconds, ticksPerStep, moments, Ints.of(Arrays.copyOf(stepTicks, steps)), endTick, whole);
    }
}
