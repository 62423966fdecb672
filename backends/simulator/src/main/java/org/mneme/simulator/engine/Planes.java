package org.mneme.simulator.engine;

import java.util.Arrays;

/**
 * A volley packed into bit planes, so that a row of a sign matrix meets 64 spikes in one popcount.
 *
 * <p>Where sums are exact whatever their order (integers), one plane holds all payloads of one magnitude, and its signs; else one plane holds the spikes of
 * one payload. Planes are ascending by value.
 */
final class Planes {
    /** More distinct values than this are not worth packing. */
    static final int MAX_PLANES = 8;

    private final int words;
    private final double[] values = new double[MAX_PLANES];
    private final int[] sizes = new int[MAX_PLANES];
    private long[][] known = new long[0][];
    private long[][] plus = new long[0][];
    private int count;

    Planes(int columns) {
        this.words = Bitmap.words(columns);
    }

    /**
     * Packs a volley.
     *
     * @param volley the spikes
     * @param byMagnitude whether payloads ±p share a plane; then payloads of 0 are left out
     * @return false if there are too many distinct values
     */
    boolean pack(Lane volley, boolean byMagnitude) {
        count = 0;
        if (volley.route.binary()) {
            packOnes(volley);
            return true;
        }
        for (int k = volley.from; k < volley.to; k++) {
            double payload = volley.payload(k);
            if (byMagnitude && payload == 0) {
                continue;
            }
            int plane = planeOf(byMagnitude ? Math.abs(payload) : payload);
            if (plane == MAX_PLANES) {
                return false;
            }
            int neuron = volley.neuron(k);
            Bitmap.add(known[plane], neuron);
            if (payload > 0 || !byMagnitude) {
                Bitmap.add(plus[plane], neuron);
            }
            sizes[plane]++;
        }
        sort();
        return true;
    }

    private void packOnes(Lane volley) {
        open(0, 1);
        count = 1;
        long[] plane = known[0];
        for (int k = volley.from; k < volley.to; k++) {
            Bitmap.add(plane, volley.neuron(k));
        }
        System.arraycopy(plane, 0, plus[0], 0, words);
        sizes[0] = volley.spikes();
    }

    private int planeOf(double value) {
        for (int plane = 0; plane < count; plane++) {
            if (Double.compare(values[plane], value) == 0) {
                return plane;
            }
        }
        if (count < MAX_PLANES) {
            open(count, value);
            count++;
            return count - 1;
        }
        return MAX_PLANES;
    }

    private void open(int plane, double value) {
        if (plane == known.length) {
            known = Arrays.copyOf(known, plane + 1);
            plus = Arrays.copyOf(plus, plane + 1);
            known[plane] = new long[words];
            plus[plane] = new long[words];
        } else {
            Arrays.fill(known[plane], 0);
            Arrays.fill(plus[plane], 0);
        }
        values[plane] = value;
        sizes[plane] = 0;
    }

    private void sort() {
        for (int i = 1; i < count; i++) {
            for (int k = i; k > 0 && Double.compare(values[k - 1], values[k]) > 0; k--) {
                swap(k - 1, k);
            }
        }
    }

    private void swap(int a, int b) {
        double value = values[a];
        values[a] = values[b];
        values[b] = value;
        int size = sizes[a];
        sizes[a] = sizes[b];
        sizes[b] = size;
        long[] k = known[a];
        known[a] = known[b];
        known[b] = k;
        long[] p = plus[a];
        plus[a] = plus[b];
        plus[b] = p;
    }

    int count() {
        return count;
    }

    /** The magnitude or payload of a plane; integer payloads are below 2³², so exact. */
    double value(int plane) {
        return values[plane];
    }

    /** How many spikes a plane holds. */
    int size(int plane) {
        return sizes[plane];
    }

    /** Whether all spikes of a plane count positively. */
    boolean isPositive(int plane) {
        return Arrays.equals(plus[plane], known[plane]);
    }

    /** Which neurons are in a plane. */
    long[] known(int plane) {
        return known[plane];
    }

    /** Which of them count positively. */
    long[] plus(int plane) {
        return plus[plane];
    }
}
