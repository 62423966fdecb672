package org.mneme.simulator.reference;

/** Philox-4×64-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"), the variant NumPy has. */
final class Philox {
    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;
    private static final int ROUNDS = 10;

    private Philox() {}

    /**
     * Encrypts a counter.
     *
     * @param counter four words, the least significant first
     * @param key two words
     * @return four words
     */
    static long[] block(long[] counter, long[] key) {
        long[] x = counter.clone();
        long key0 = key[0];
        long key1 = key[1];
        for (int round = 0; round < ROUNDS; round++) {
            x = new long[] {
                Math.unsignedMultiplyHigh(MULTIPLIER_1, x[2]) ^ x[1] ^ key0,
                MULTIPLIER_1 * x[2],
                Math.unsignedMultiplyHigh(MULTIPLIER_0, x[0]) ^ x[3] ^ key1,
                MULTIPLIER_0 * x[0]
            };
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        return x;
    }

    /**
     * Returns the word that decides whether a neuron escapes: stream 0.
     *
     * @param seed key of the execution
     * @param tick the tick
     * @param neuron global id
     * @return 0…2³²−1
     */
    static long escapeWord(long seed, long tick, int neuron) {
        return word(seed, tick, neuron, 0) & 0xFFFFFFFFL;
    }

    /** Returns the first word of a neuron's block at a tick, in a stream. */
    static long word(long seed, long tick, int neuron, int stream) {
        return block(new long[] {tick, neuron, stream, 0}, new long[] {seed, 0})[0];
    }
}
