package org.mneme.recall;

/**
 * One level of codes: w(c) of a term is about step·(code(c) + least), least ≤ 0 and code(c) ≥ 0 a number of few bits. What a level
 * leaves over, the next one codes.
 */
final class Codes {
    private final double step;
    private final long[] least;
    private final long[][] code;
    private final int[] bits;

    private Codes(double step, long[] least, long[][] code) {
        this.step = step;
        this.least = least;
        this.code = code;
        this.bits = new int[code.length];
        for (int t = 0; t < bits.length; t++) {
            long any = 0;
            for (long value : code[t]) {
                any |= value;
            }
            bits[t] = Long.SIZE - Long.numberOfLeadingZeros(any);
        }
    }

    /**
     * Rounds tables to multiples of a step.
     *
     * @param left what is to be coded, a row a term; afterwards what is left over
     * @param listed which c have no codes
     * @param step the unit of the codes, > 0
     */
    static Codes round(double[][] left, boolean[] listed, double step) {
        long[] least = new long[left.length];
        long[][] code = new long[left.length][listed.length];
        for (int t = 0; t < left.length; t++) {
            for (int c = 0; c < listed.length; c++) {
                if (!listed[c]) {
                    code[t][c] = (long) Math.rint(left[t][c] / step);
                    left[t][c] -= step * code[t][c];
                    least[t] = Math.min(least[t], code[t][c]);
                }
            }
            for (int c = 0; c < listed.length; c++) {
                // A listed pattern's code is 0, so that adding the least code to all makes it 0 again.
                code[t][c] -= least[t];
            }
        }
        return new Codes(step, least, code);
    }

    /** Returns the number of tables. */
    int terms() {
        return code.length;
    }

    /** Returns the unit of the codes. */
    double step() {
        return step;
    }

    /** Returns what is to be added to all codes of a term. */
    long least(int term) {
        return least[term];
    }

    /** Returns a term's code of c, ≥ 0. */
    long code(int term, int c) {
        return code[term][c];
    }

    /** Returns the number of bits of a term's codes. */
    int bits(int term) {
        return bits[term];
    }
}
