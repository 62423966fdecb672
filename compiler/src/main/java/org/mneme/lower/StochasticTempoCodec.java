package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mneme.InvalidValueException;

/** The source spikes that set the tempo of the stochastic lowering, and the names of their populations. */
final class StochasticTempoCodec {
    static final String TEMPO = "tempo";
    static final String SET = "tempo_set";
    static final String RESET = "tempo_reset";

    private final int size;
    private final int faster;
    private final double[] gains;
    private final int least;

    /**
     * Creates it.
     *
     * @param size number of tempo neurons
     * @param faster how many of them lift
     * @param gains ascending: of a lift by −least, …, most units
     * @param least the deepest lowering, units
     */
    StochasticTempoCodec(int size, int faster, double[] gains, int least) {
        this.size = size;
        this.faster = faster;
        this.gains = gains.clone();
        this.least = least;
    }

    private double gain(long units) {
        return gains[(int) (units + least)];
    }

    private long most() {
        return gains.length - 1L - least;
    }

    /**
     * Returns the spikes that set a tempo, whatever it was.
     *
     * @param gain 0, or in the range that can be set
     * @param tick of all spikes
     * @return one a neuron, those of {@value #SET} first
     * @throws InvalidValueException if it cannot be so slow or fast
     */
    List<SourceSpike> spikes(double gain, long tick) {
        long on = neurons(gain);
        List<SourceSpike> spikes = new ArrayList<>();
        for (int b = 0; b < size; b++) {
            if ((on >>> b & 1) != 0) {
                spikes.add(new SourceSpike(SET, tick, b, 1));
            }
        }
        for (int b = 0; b < size; b++) {
            if ((on >>> b & 1) == 0) {
                spikes.add(new SourceSpike(RESET, tick, b, 1));
            }
        }
        return spikes;
    }

    /** Bit b set where neuron b is to spike. */
    private long neurons(double gain) {
        if (gain == 0) {
            return 1L << size - 1;
        }
        if (!(gain >= gain(-least) && gain <= gain(most()))) {
            throw new InvalidValueException(
                    "tempo",
                    gain,
                    String.format(
                            Locale.ROOT,
                            "0 to pause, or in %.3f…%.3f (a faster one takes shorter ticks, or a longer mean step)",
                            Math.ceil(gain(-least) * 1000) / 1000,
                            Math.floor(gain(most()) * 1000) / 1000));
        }
        long units = units(gain);
        return units >= 0 ? units : -units << faster;
    }

    /** The lift whose tempo is nearest. */
    private long units(double gain) {
        long low = -least;
        long high = most();
        while (high - low > 1) {
            long middle = Math.floorDiv(low + high, 2);
            if (gain(middle) <= gain) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return gain - gain(low) <= gain(high) - gain ? low : high;
    }
}
