package org.mneme.map;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.mneme.targets.WeightFormat;

/**
 * What weights a run of targets has, as far as a weight format must know it: the format holds them all iff it holds the span.
 *
 * @param low the least weight that is not 0
 * @param high the largest weight that is not 0
 * @param divisor greatest common divisor of all weights; 0 where there is none
 */
record WeightSpan(long low, long high, long divisor) {
    static final WeightSpan NONE = new WeightSpan(Long.MAX_VALUE, Long.MIN_VALUE, 0);

    /**
     * A format, and the exponent that its synapses share.
     *
     * @param format index in the target's list
     * @param exponent e
     */
    record Chosen(int format, int exponent) {}

    static WeightSpan of(double weight) {
        return weight == 0 ? NONE : new WeightSpan((long) weight, (long) weight, Math.abs((long) weight));
    }

    boolean isEmpty() {
        return divisor == 0;
    }

    WeightSpan and(WeightSpan other) {
        if (other.isEmpty() || equals(other)) {
            return this;
        }
        return isEmpty()
                ? other
                : new WeightSpan(Math.min(low, other.low), Math.max(high, other.high), gcd(divisor, other.divisor));
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** The format of the fewest bits that holds these weights exactly, with the exponent nearest to 0. */
    Optional<Chosen> cheapest(List<WeightFormat> formats) {
        Optional<Chosen> best = Optional.empty();
        for (int f = 0; f < formats.size(); f++) {
            if (best.isEmpty()
                    || formats.get(f).bits() < formats.get(best.get().format()).bits()) {
                Optional<Integer> exponent = exponent(formats.get(f));
                if (exponent.isPresent()) {
                    best = Optional.of(new Chosen(f, exponent.get()));
                }
            }
        }
        return best;
    }

    private Optional<Integer> exponent(WeightFormat format) {
        for (int away = 0; away <= 30; away++) {
            if (holds(format, away)) {
                return Optional.of(away);
            }
            if (holds(format, -away)) {
                return Optional.of(-away);
            }
        }
        return Optional.empty();
    }

    private boolean holds(WeightFormat format, int exponent) {
        if (exponent < format.lowestExponent() || exponent > format.highestExponent()) {
            return false;
        }
        // Mantissas are multiples of the divisor's, and all are multiples of step iff that one is.
        return format.holds(low, exponent)
                && format.holds(high, exponent)
                && mantissa(divisor, exponent)
                                .mod(BigInteger.valueOf(format.step()))
                                .signum()
                        == 0
                && (exponent <= 0 || divisor % (1L << exponent) == 0);
    }

    private static BigInteger mantissa(long weight, int exponent) {
        return BigInteger.valueOf(weight).shiftRight(exponent);
    }
}
