package org.mneme.motor;

import java.util.SplittableRandom;

/** Random orders: which feature stands for what. */
public final class Shuffle {
    private Shuffle() {}

    /**
     * Draws an order.
     *
     * @param n ≥ 0
     * @param random drawn from n times
     * @return 0…n−1, each once
     */
    public static int[] of(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
