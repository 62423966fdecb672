package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mneme.InvalidValueException;

/** The source spikes that set the tempo, and the names of their populations. */
final class TempoCodec {
    static final String PACE = "pace";
    static final String TEMPO = "tempo";
    static final String ON = "tempo_on";
    static final String OFF = "tempo_off";

    static final int DEFAULT_BIT = 4;

    /** What a step adds to a count at gain 1; a pattern of dwell τ leaves at τ times as much. */
    static final int UNIT = 1 << DEFAULT_BIT;

    private TempoCodec() {}

    /** The most that a step may add: a gain of the longest dwell makes it one step. */
    static int mostAdded(int longestDwell) {
        return Math.multiplyExact(UNIT, longestDwell);
    }

    /** Bits of {@link #mostAdded}. */
    static int bits(int longestDwell) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(mostAdded(longestDwell));
    }

    /**
     * Returns the spikes that set the tempo, whatever it was before; a latch is in force at its pace neuron two ticks later.
     *
     * @param gain a multiple of 1/{@value #UNIT}, 0…longestDwell
     * @param longestDwell the largest τ
     * @param tick of all spikes
     * @return one spike a latch
     * @throws InvalidValueException if the gain is another
     */
    static List<SourceSpike> spikes(double gain, int longestDwell, long tick) {
        int added = added(gain, longestDwell);
        List<SourceSpike> spikes = new ArrayList<>();
        for (int b = 0; b < bits(longestDwell); b++) {
            boolean fires = (added >>> b & 1) != 0;
            boolean on = fires != (b == DEFAULT_BIT);
            spikes.add(new SourceSpike(on ? ON : OFF, tick, b, 1));
        }
        return spikes;
    }

    private static int added(double gain, int longestDwell) {
        double added = gain * UNIT;
        if (!(added >= 0 && added <= mostAdded(longestDwell))) {
            throw new InvalidValueException(
                    "tempo",
                    gain,
                    "in 0…" + longestDwell + ", since no pattern is held for more than " + longestDwell
                            + (longestDwell == 1 ? " step" : " steps")
                            + " (give it a longer dwell to go faster); the nearest is "
                            + (gain > longestDwell ? longestDwell : 0));
        }
        if (added != Math.rint(added)) {
            throw new InvalidValueException(
                    "tempo",
                    gain,
                    String.format(Locale.ROOT, "a multiple of 1/%d; the nearest is %s", UNIT, Math.rint(added) / UNIT));
        }
        return (int) added;
    }
}
