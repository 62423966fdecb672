package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.ir.Weights;

/**
 * The spikes of a volley that meet a stored row of a sign matrix, in groups whose payloads are one number times ±1, so that a group's
 * rows are counted together. For sums that are exact in any order.
 */
final class SpikeGroups {
    /** Twice a payload and its sign fit above a row in a key. */
    private static final int LIMIT = 1 << 30;

    private long[] keys = new long[0];
    private int[] rows = new int[0];
    private int size;

    /**
     * Groups a volley.
     *
     * @param volley the spikes
     * @param signs whose rows belong to sources
     * @param byMagnitude whether payloads ±p share a group
     * @return false if a payload is no whole number below 2³⁰
     */
    boolean arrange(Lane volley, Weights.SignMatrix signs, boolean byMagnitude) {
        if (keys.length < volley.spikes()) {
            keys = new long[Math.max(volley.spikes(), 2 * keys.length)];
            rows = new int[keys.length];
        }
        size = 0;
        for (int k = volley.from; k < volley.to; k++) {
            int row = signs.matrixRow(volley.neuron(k));
            double payload = volley.payload(k);
            if (payload != (int) payload || Math.abs(payload) >= LIMIT) {
                return false;
            }
            if (row != Weights.SignMatrix.ABSENT && payload != 0) {
                keys[size] = key((int) payload, row, byMagnitude);
                size++;
            }
        }
        Arrays.sort(keys, 0, size);
        for (int k = 0; k < size; k++) {
            rows[k] = (int) keys[k];
        }
        return true;
    }

    /** The payload above the row; by magnitude, 2|p| + (p below 0). */
    private static long key(int payload, int row, boolean byMagnitude) {
        long high = byMagnitude ? 2L * Math.abs(payload) + (payload < 0 ? 1 : 0) : 2L * payload;
        return high << Integer.SIZE | row;
    }

    int size() {
        return size;
    }

    /** The place past the spikes that share the payload, and its sign, of the one at a place. */
    int runEnd(int place) {
        int end = place + 1;
        while (end < size && keys[end] >> Integer.SIZE == keys[place] >> Integer.SIZE) {
            end++;
        }
        return end;
    }

    /** The place past the group that begins at a place. */
    int groupEnd(int place) {
        int end = place + 1;
        while (end < size && value(end) == value(place)) {
            end++;
        }
        return end;
    }

    /** The number that payloads at a place are ± of. */
    long value(int place) {
        return keys[place] >> Integer.SIZE + 1;
    }

    /** Whether the payload at a place is its group's number times −1. */
    boolean isNegative(int place) {
        return (keys[place] >> Integer.SIZE & 1) != 0;
    }

    /** The matrix row of each place. */
    int[] rows() {
        return rows;
    }
}
