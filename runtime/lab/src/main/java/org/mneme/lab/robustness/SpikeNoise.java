package org.mneme.lab.robustness;

import java.util.SplittableRandom;
import org.mneme.bits.Signs;

/** Changes each spike of a state with some probability. The draws are the same for every probability, so that noise only grows with it. */
final class SpikeNoise {
    private final NoiseKind kind;
    private final double probability;
    private final SplittableRandom random;

    SpikeNoise(NoiseKind kind, double probability, long seed) {
        this.kind = kind;
        this.probability = probability;
        // Random patterns are drawn from the seed itself.
        this.random = new SplittableRandom(seed).split();
    }

    /** What the hidden units see of a state. */
    Signs seen(Signs state) {
        int[] signs = new int[state.length()];
        for (int i = 0; i < signs.length; i++) {
            boolean hit = random.nextDouble() < probability;
            signs[i] = hit ? struck(state.at(i)) : state.at(i);
        }
        return Signs.of(signs);
    }

    private int struck(int sign) {
        return switch (kind) {
            case FLIP -> -sign;
            case DROP -> 0;
            case JITTER -> throw new IllegalStateException("the rules have no ticks");
        };
    }
}
