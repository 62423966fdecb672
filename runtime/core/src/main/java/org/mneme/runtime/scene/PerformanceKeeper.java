package org.mneme.runtime.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        if (moments.isEmpty() || begins) {
            keep(new Moment(tick, tick, state, pattern, true));
            return;
        }
        Moment last = moments.getLast();
        if (whole && (pattern != last.pattern() || !state.equals(last.state()))) {
            keep(new Moment(tick, pattern == last.pattern() ? last.due() : after(last), state, pattern, false));
        }
    }

    private void keep(Moment moment) {
        features += moment.state().length();
        whole = whole && moments.size() < MOST_MOMENTS && features <= MOST_FEATURES;
        if (whole) {
            moments.add(moment);
        }
    }

    /** The tick at which what follows a moment is due: the gain adds up to its dwell. */
    private double after(Moment moment) {
        double left = (moment.pattern() < 0 ? 1.0 : dwell.applyAsInt(moment.pattern())) * ticksPerStep;
        double tick = moment.due();
        Map.Entry<Long, Double> now = gains.floorEntry((long) Math.floor(tick));
        double gain = now == null ? 1 : now.getValue();
        for (Map.Entry<Long, Double> change :
                gains.tailMap((long) Math.floor(tick), false).entrySet()) {
            double until = change.getKey();
            if (gain > 0 && left <= (until - tick) * gain) {
                return tick + left / gain;
            }
            left -= (until - tick) * gain;
            tick = until;
            gain = change.getValue();
        }
        return gain > 0 ? tick + left / gain : Double.POSITIVE_INFINITY;
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
