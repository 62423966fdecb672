package org.mneme.simulator.engine;

/**
 * The spikes of a volley in the order in which real sums over a sign matrix take them: runs of equal payload, ascending.
 *
 * <p>Where every payload is an integer and all their sums are exact, any order gives the same sum, and each spike is a run of its own.
 */
final class PayloadRuns {
    private static final double MAX_EXACT = 0x1p53;

    private int[] order = new int[0];
    private double[] keys = new double[0];
    private int size;
    private boolean exact;

    /** Whether sums over the volley are exact in any order. */
    static boolean isExact(Lane volley) {
        double sum = 0;
        for (int k = volley.from; k < volley.to; k++) {
            double payload = volley.payload(k);
            if (payload != Math.rint(payload)) {
                return false;
            }
            sum += Math.abs(payload);
        }
        return sum <= MAX_EXACT;
    }

    void arrange(Lane volley, boolean isExact) {
        exact = isExact;
        size = volley.spikes();
        if (order.length < size) {
            order = new int[Math.max(size, 2 * order.length)];
            keys = new double[order.length];
        }
        for (int k = 0; k < size; k++) {
            order[k] = volley.from + k;
            keys[k] = volley.payload(volley.from + k);
        }
        if (!exact) {
            sort();
        }
    }

    /** Shell sort: in place, no boxes. */
    private void sort() {
        int gap = 1;
        while (gap < size / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = gap; i < size; i++) {
                double key = keys[i];
                int spike = order[i];
                int k = i;
                for (; k >= gap && comesAfter(keys[k - gap], key); k -= gap) {
                    keys[k] = keys[k - gap];
                    order[k] = order[k - gap];
                }
                keys[k] = key;
                order[k] = spike;
            }
        }
    }

    /** Payloads are added in ascending order. */
    private static boolean comesAfter(double payload, double other) {
        return Double.compare(payload, other) > 0;
    }

    int size() {
        return size;
    }

    /** The spike at a place of the order. */
    int spike(int place) {
        return order[place];
    }

    double payload(int place) {
        return keys[place];
    }

    /** The place past the run that begins at a place. */
    int end(int place) {
        int end = place + 1;
        while (!exact && end < size && Double.compare(keys[end], keys[place]) == 0) {
            end++;
        }
        return end;
    }
}
