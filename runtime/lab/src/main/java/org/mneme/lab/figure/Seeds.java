package org.mneme.lab.figure;

import java.util.SplittableRandom;

/** Seeds of the parts of a figure. */
final class Seeds {
    private Seeds() {}

    /**
     * Returns the seed of one part, apart from those of all other parts.
     *
     * @param seed of the figure
     * @param part 0, 1, …
     * @return its seed
     */
    static long of(long seed, long part) {
        return new SplittableRandom(seed).nextLong() ^ new SplittableRandom(part).nextLong();
    }
}
