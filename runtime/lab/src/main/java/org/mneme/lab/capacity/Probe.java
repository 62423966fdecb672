package org.mneme.lab.capacity;

/**
 * A sample of a draw's transitions, taken to tell whether a clean draw of this P is all but impossible.
 *
 * <p>It is called hopeless where {@value #FAILING} transitions fail among the first half of all T. With λ = T p the expected number that
 * fail, that half has λ/2: at λ = 16 a Poisson count reaches {@value #FAILING} in 1 of 100 samples, at λ = 12 in 1 of 2000, while a clean
 * draw has chance e^−λ (or about e^−λ/2 where transitions fail in pairs, as those of nearly coincident patterns do, which makes the
 * count less sharp too). Summed over λ, a clean draw lies in a stretch called hopeless with a chance well below 1 in 1000.
 *
 * @param tested transitions up to the first failing one, that one included; those of the sample where none fails
 * @param failed whether one fails
 * @param hopeless whether enough fail
 */
record Probe(long tested, boolean failed, boolean hopeless) {
    /** Failing transitions that make a draw hopeless. */
    static final int FAILING = 16;

    /** No sample reads more words of patterns than this, however many transitions there are. */
    private static final long MOST_WORDS = 1L << 33;

    private static final long LEAST_SAMPLE = 4L * FAILING;

    private static final int STAGES = 4;

    /**
     * Samples a draw. The sample is given up, as not hopeless, as soon as one of its quarters ends with less than half of the failing
     * transitions due by then.
     *
     * @param draw any draw
     * @param wordsPerTransition words of patterns that one transition reads
     * @return what was found
     */
    static Probe of(Draw draw, long wordsPerTransition) {
        long sample = Math.min((draw.transitions() + 1) / 2, Math.max(LEAST_SAMPLE, MOST_WORDS / wordsPerTransition));
        int failing = 0;
        long first = 0;
        long at = 0;
        for (int stage = 1; stage <= STAGES && 2 * STAGES * failing >= (stage - 1) * FAILING; stage++) {
            long end = sample * stage / STAGES;
            while (at < end && failing < FAILING) {
                long flipped = draw.firstFailing(at, end);
                if (flipped < end) {
                    first = failing == 0 ? flipped + 1 : first;
                    failing++;
                }
                at = Math.min(flipped + 1, end);
            }
        }
        return new Probe(failing == 0 ? at : first, failing > 0, failing == FAILING);
    }
}
