package org.mneme.bits;

import java.util.Arrays;

/**
 * An immutable vector of signs in {−1, 0, +1}, packed into two bit planes: which are +1, and which are not 0.
 *
 * <p>A state S or a pattern ξ^μ of the paper; 0 stands for a feature that is absent (diluted patterns) or unknown.
 */
public final class Signs {
    private final int length;
    private final long[] plus;
    private final long[] known;

    private Signs(int length, long[] plus, long[] known) {
        this.length = length;
        this.plus = plus;
        this.known = known;
    }

    /**
     * Returns the vector of the given signs.
     *
     * @param signs each −1, 0 or +1
     * @return the vector
     */
    public static Signs of(int... signs) {
        long[] plus = new long[BitMatrix.wordsFor(signs.length)];
        long[] known = new long[plus.length];
        for (int i = 0; i < signs.length; i++) {
            switch (signs[i]) {
                case 1 -> plus[i >>> 6] |= 1L << i;
                case -1, 0 -> {}
                default -> throw new IllegalArgumentException("sign " + signs[i] + " at index " + i);
            }
            if (signs[i] != 0) {
                known[i >>> 6] |= 1L << i;
            }
        }
        return new Signs(signs.length, plus, known);
    }

    /**
     * Returns the vector written as one character a sign: '+', '-' or '0'.
     *
     * @param text the characters
     * @return the vector
     */
    public static Signs parse(String text) {
        int[] signs = new int[text.length()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = switch (text.charAt(i)) {
                case '+' -> 1;
                case '-' -> -1;
                case '0' -> 0;
                default -> throw new IllegalArgumentException("character '" + text.charAt(i) + "' at index " + i);
            };
        }
        return of(signs);
    }

    /**
     * Returns the vector of the given planes.
     *
     * @param length number of signs
     * @param plus bit set where the sign is +1; copied, bits outside {@code known} are cleared
     * @param known bit set where the sign is not 0; copied, bits past the length are cleared
     * @return the vector
     */
    public static Signs ofWords(int length, long[] plus, long[] known) {
        int n = BitMatrix.wordsFor(length);
        long[] p = Arrays.copyOf(plus, n);
        long[] k = Arrays.copyOf(known, n);
        if (n > 0) {
            k[n - 1] &= BitMatrix.lastWordMask(length);
        }
        for (int w = 0; w < n; w++) {
            p[w] &= k[w];
        }
        return new Signs(length, p, k);
    }

    /**
     * Returns a vector without zeros.
     *
     * @param length number of signs
     * @param plus bit set where the sign is +1; copied, bits past the length are cleared
     * @return the vector
     */
    public static Signs ofWords(int length, long[] plus) {
        long[] known = new long[BitMatrix.wordsFor(length)];
        Arrays.fill(known, -1L);
        return ofWords(length, plus, known);
    }

    /**
     * Returns the vector of all zeros.
     *
     * @param length number of signs
     * @return the vector
     */
    public static Signs zeros(int length) {
        int n = BitMatrix.wordsFor(length);
        return new Signs(length, new long[n], new long[n]);
    }

    /**
     * Returns the number of signs.
     *
     * @return N
     */
    public int length() {
        return length;
    }

    /**
     * Returns one sign.
     *
     * @param i 0…length−1
     * @return −1, 0 or +1
     */
    public int at(int i) {
        int p = (int) (plus[i >>> 6] >>> i & 1);
        int k = (int) (known[i >>> 6] >>> i & 1);
        return 2 * p - k;
    }

    /**
     * Returns the number of 64-bit words of a plane.
     *
     * @return ⌈length/64⌉
     */
    public int words() {
        return plus.length;
    }

    /**
     * Returns a word of the plane of +1.
     *
     * @param w 0…words−1
     * @return 64 bits
     */
    public long plusWord(int w) {
        return plus[w];
    }

    /**
     * Returns a word of the plane of non-zeros.
     *
     * @param w 0…words−1
     * @return 64 bits
     */
    public long knownWord(int w) {
        return known[w];
    }

    /**
     * Returns how many signs are 0.
     *
     * @return 0…length
     */
    public int zeroCount() {
        int count = length;
        for (long word : known) {
            count -= Long.bitCount(word);
        }
        return count;
    }

    /**
     * Returns the overlap h = Σ_i a_i b_i.
     *
     * @param other a vector of the same length
     * @return −N…N
     */
    public int overlap(Signs other) {
        requireLength(other);
        int h = 0;
        for (int w = 0; w < plus.length; w++) {
            long both = known[w] & other.known[w];
            h += Long.bitCount(both) - 2 * Long.bitCount((plus[w] ^ other.plus[w]) & both);
        }
        return h;
    }

    /**
     * Returns at how many places the two vectors differ.
     *
     * @param other a vector of the same length
     * @return 0…N
     */
    public int distance(Signs other) {
        requireLength(other);
        int count = 0;
        for (int w = 0; w < plus.length; w++) {
            count += Long.bitCount((plus[w] ^ other.plus[w]) | (known[w] ^ other.known[w]));
        }
        return count;
    }

    /**
     * Returns a copy with the signs at the given indices negated.
     *
     * @param indices distinct, each 0…length−1
     * @return the flipped vector
     */
    public Signs flip(int... indices) {
        long[] p = plus.clone();
        for (int i : indices) {
            p[i >>> 6] ^= 1L << i & known[i >>> 6];
        }
        return new Signs(length, p, known);
    }

    private void requireLength(Signs other) {
        if (length != other.length) {
            throw new IllegalArgumentException("lengths differ: " + length + " and " + other.length);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signs that
                && length == that.length
                && Arrays.equals(plus, that.plus)
                && Arrays.equals(known, that.known);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * length + Arrays.hashCode(plus)) + Arrays.hashCode(known);
    }

    /** Returns one character a sign: '+', '-' or '0'. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append("-0+".charAt(at(i) + 1));
        }
        return text.toString();
    }
}
