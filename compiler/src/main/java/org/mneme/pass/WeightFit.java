package org.mneme.pass;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.mneme.targets.WeightFormat;

/**
 * A weight format and exponent for a set of weights: what becomes of each.
 *
 * @param format one of the target's
 * @param exponent e
 * @param lowest smallest weight of the format that rounding may give
 * @param highest largest weight of the format that rounding may give
 * @param grain what the weights are multiples of
 */
record WeightFit(WeightFormat format, int exponent, long lowest, long highest, long grain) {
    /**
     * Returns the cheapest format and smallest exponent that hold all weights exactly, or else those with the least rounding error.
     *
     * @param formats the cheapest first
     * @param weights weight → how many synapses have it
     * @return empty where a weight is larger than any that the formats hold
     */
    static Optional<WeightFit> of(List<WeightFormat> formats, SortedMap<Long, Long> weights) {
        for (WeightFormat format : formats) {
            for (int e = format.lowestExponent(); e <= format.highestExponent(); e++) {
                int exponent = e;
                if (weights.keySet().stream().allMatch(w -> format.holds(w, exponent))) {
                    return Optional.of(new WeightFit(format, e, Long.MIN_VALUE, Long.MAX_VALUE, 1));
                }
            }
        }
        // formats of one sign would round w and −w, which a trace takes back, on different grains
        List<WeightFormat> mixed =
                formats.stream().filter(f -> f.low() < 0 && f.high() > 0).toList();
        return rounded(mixed.isEmpty() ? formats : mixed, weights);
    }

    private static Optional<WeightFit> rounded(List<WeightFormat> formats, SortedMap<Long, Long> weights) {
        Optional<WeightFit> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (WeightFormat format : formats) {
            for (int e = format.lowestExponent(); e <= format.highestExponent(); e++) {
                WeightFit fit = rounding(format, e);
                double error = fit.covers(weights) ? fit.squaredError(weights) : Double.POSITIVE_INFINITY;
                if (error < least) {
                    least = error;
                    best = Optional.of(fit);
                }
            }
        }
        return best;
    }

    /** Where both signs occur the range is symmetric, so that w and −w, which must cancel, are rounded alike. */
    private static WeightFit rounding(WeightFormat format, int exponent) {
        long grain = grain(format, exponent);
        long low = largestMultiple(-(long) format.low(), exponent, grain);
        long high = largestMultiple(format.high(), exponent, grain);
        boolean mixed = format.low() < 0 && format.high() > 0;
        long least = Math.min(low, high);
        return mixed
                ? new WeightFit(format, exponent, -least, least, grain)
                : new WeightFit(format, exponent, -low, high, grain);
    }

    private static long grain(WeightFormat format, int exponent) {
        long step = format.step();
        for (int k = exponent; k < 0 && step % 2 == 0; k++) {
            step /= 2;
        }
        return exponent > 0 ? step << exponent : step;
    }

    private static long largestMultiple(long mantissa, int exponent, long grain) {
        long magnitude = exponent >= 0 ? mantissa << exponent : mantissa >> -exponent;
        return magnitude / grain * grain;
    }

    /** Whether no weight is beyond what rounding may give. */
    private boolean covers(SortedMap<Long, Long> weights) {
        return weights.firstKey() >= lowest - grain / 2 && weights.lastKey() <= highest + grain / 2;
    }

    /** What a weight becomes: the nearest that is held, half away from zero. */
    long held(long weight) {
        if (grain == 1 && lowest == Long.MIN_VALUE) {
            return weight;
        }
        long magnitude = Math.abs(weight);
        long rounded = (magnitude + grain / 2) / grain * grain;
        return Math.clamp(weight < 0 ? -rounded : rounded, lowest, highest);
    }

    double squaredError(SortedMap<Long, Long> weights) {
        double sum = 0;
        for (var entry : weights.entrySet()) {
            double error = (double) (held(entry.getKey()) - entry.getKey());
            sum += error * error * entry.getValue();
        }
        return sum;
    }

    double largestError(SortedMap<Long, Long> weights) {
        return weights.keySet().stream()
                .mapToDouble(w -> Math.abs((double) (held(w) - w)))
                .max()
                .orElse(0);
    }
}
