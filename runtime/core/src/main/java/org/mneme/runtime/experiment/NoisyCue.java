package org.mneme.runtime.experiment;

import java.util.SplittableRandom;
import org.mneme.bits.Signs;

/**
 * A pattern with some bits flipped.
 *
 * @param state the cue
 * @param flipped how many bits were flipped
 */
public record NoisyCue(Signs state, int flipped) {
    /**
     * Flips exactly round(F·N) distinct bits, N the features that the pattern does not leave open: the first of a Fisher–Yates shuffle of
     * their indices.
     *
     * @param pattern the pattern
     * @param noise F, 0…1
     * @param seed of the shuffle
     * @return the cue
     */
    public static NoisyCue of(Signs pattern, double noise, long seed) {
        int[] indices = new int[pattern.length()];
        int known = 0;
        for (int i = 0; i < indices.length; i++) {
            if (pattern.at(i) != 0) {
                indices[known++] = i;
            }
        }
        int count = (int) Math.round(noise * known);
        int[] flips = new int[count];
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < count; k++) {
            int j = k + random.nextInt(known - k);
            flips[k] = indices[j];
            indices[j] = indices[k];
        }
        return new NoisyCue(pattern.flip(flips), count);
    }
}
