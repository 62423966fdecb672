package org.mneme.motor.gait;

import java.util.SplittableRandom;
import org.mneme.motor.Shuffle;

/**
 * Signs of places such that any two places share exactly half of them: rows of Sylvester's Hadamard matrix H_{ik} = (−1)^{|i ∧ k|}, in a
 * random order, each column with a random sign.
 *
 * <p>All places are equally far apart, so that which pose is the nearest is decided by the joints alone.
 */
final class ContextSigns {
    private final int[] row;
    private final boolean[] flipped;

    /**
     * Draws signs.
     *
     * @param size C, a multiple of {@link #block}
     * @param places P
     * @param random draws the order of the rows and the signs of the columns
     */
    ContextSigns(int size, int places, SplittableRandom random) {
        this.row = Shuffle.of(block(places), random);
        this.flipped = new boolean[size];
        for (int k = 0; k < size; k++) {
            flipped[k] = random.nextBoolean();
        }
    }

    /**
     * Returns how many features tell so many places apart.
     *
     * @param places P ≥ 1
     * @return the least power of two that is not below P
     */
    static int block(int places) {
        return places <= 1 ? 1 : 2 * Integer.highestOneBit(places - 1);
    }

    int size() {
        return flipped.length;
    }

    /**
     * Returns a sign.
     *
     * @param place 0…P−1
     * @param k 0…C−1
     * @return true for +1
     */
    boolean at(int place, int k) {
        int odd = Integer.bitCount(row[place] & (k & (row.length - 1))) & 1;
        return odd == 0 ^ flipped[k];
    }
}
