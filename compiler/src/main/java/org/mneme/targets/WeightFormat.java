package org.mneme.targets;

import org.mneme.InvalidValueException;

/**
 * Integers that a synapse can hold: m·2^e, where the mantissa m is a multiple of {@code step} with low ≤ m ≤ high, and the exponent e is
 * shared by all synapses of a projection on a core. Where e &lt; 0 only those m·2^e that are whole are meant.
 *
 * @param name such as "mixed"
 * @param low smallest mantissa, a multiple of step, ≤ 0
 * @param high largest mantissa, a multiple of step, ≥ 0 and &gt; low
 * @param step what mantissas are multiples of, ≥ 1 (2 where signs cost the lowest bit)
 * @param lowestExponent of e, ≥ −30
 * @param highestExponent of e, ≥ lowestExponent, ≤ 30
 * @param bits memory of one such synapse, without its share of a row's header, ≥ 0
 * @param status how far it can be trusted, never {@link Status#UNKNOWN}
 * @param source a citation
 */
public record WeightFormat(
        String name,
        int low,
        int high,
        int step,
        int lowestExponent,
        int highestExponent,
        int bits,
        Status status,
        String source) {
    private static final int MOST_SHIFT = 30;

    /** Checks the ranges. */
    public WeightFormat {
        String object = "weight format " + name;
        Figure.requireSource(object, status, source);
        require(step >= 1, object + ": step", step, "1 or more");
        require(low <= 0 && low % step == 0, object + ": low", low, "a multiple of step, 0 or less");
        require(high >= 0 && high % step == 0, object + ": high", high, "a multiple of step, 0 or more");
        require(low < high, object + ": high", high, "above low, which is " + low);
        require(
                lowestExponent >= -MOST_SHIFT && lowestExponent <= highestExponent && highestExponent <= MOST_SHIFT,
                object + ": exponents",
                lowestExponent + "…" + highestExponent,
                "a range within −30…30");
        require(bits >= 0 && bits <= Integer.SIZE, object + ": bits", bits, "in 0…32");
    }

    private static void require(boolean right, String object, Object value, String expected) {
        if (!right) {
            throw new InvalidValueException(object, value, expected);
        }
    }

    /**
     * Says whether a weight can be held exactly.
     *
     * @param weight an integer
     * @param exponent e, lowestExponent…highestExponent
     * @return whether weight = m·2^e for one of its mantissas
     */
    public boolean holds(long weight, int exponent) {
        if (exponent >= 0 && (weight & (1L << exponent) - 1) != 0) {
            return false;
        }
        if (weight == 0) {
            return true;
        }
        if (weight != (int) weight) {
            return false;
        }
        long mantissa = exponent >= 0 ? weight >> exponent : weight << -exponent;
        return mantissa >= low && mantissa <= high && mantissa % step == 0;
    }
}
