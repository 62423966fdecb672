package org.mneme.map;

/** Random numbers that are the same everywhere: SplitMix64 (Steele, Lea, Flood, 2014). */
final class SplitMix {
    private long state;

    SplitMix(long seed) {
        this.state = seed;
    }

    long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** Uniform in 0…bound−1, but for a bias below 2⁻³². */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }
}
