package org.mneme.simulator.engine;

/**
 * Philox-4×64-10, the counter-based random generator of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
 *
 * <p>Key = (seed, 0), counter = (tick, global id, stream, 0): a draw depends on nothing else.
 */
final class Philox {
    /** The stream of escape noise. */
    static final long ESCAPE = 0;
    /** The stream that says which spikes are turned. */
    static final long FLIP = 1;
    /** The stream that says which spikes are lost. */
    static final long DROP = 2;
    /** The stream that says which spikes are late, and how late. */
    static final long JITTER = 3;

    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;

    private Philox() {}

    /**
     * Returns the low 32 bits of the first word of a block.
     *
     * @return 0…2³²−1
     */
    static long word32(long seed, long tick, long globalId, long stream) {
        return word(seed, tick, globalId, stream) & 0xFFFF_FFFFL;
    }

    /** Returns the first word of a block. */
    static long word(long seed, long tick, long globalId, long stream) {
        return first(seed, 0, tick, globalId, stream, 0);
    }

    /** Returns the first word of the block of a counter (c0, c1, c2, c3) under a key (k0, k1). */
    static long first(long k0, long k1, long c0, long c1, long c2, long c3) {
        long key0 = k0;
        long key1 = k1;
        long x0 = c0;
        long x1 = c1;
        long x2 = c2;
        long x3 = c3;
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = Math.unsignedMultiplyHigh(MULTIPLIER_0, x0);
            long low0 = MULTIPLIER_0 * x0;
            long high1 = Math.unsignedMultiplyHigh(MULTIPLIER_1, x2);
            long low1 = MULTIPLIER_1 * x2;
            x0 = high1 ^ x1 ^ key0;
            x1 = low1;
            x2 = high0 ^ x3 ^ key1;
            x3 = low0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        return x0;
    }
}
