package org.mneme.lower;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.mneme.bits.IntTable;
import org.mneme.model.Interaction;

/**
 * Tables of an interaction over an integer sum x = scale · m, m the overlap in −1…1.
 *
 * <p>T(x) = round(gain · f(x/scale)), half away from zero. An exponential is anchored: T(x) = round(gain · e^{κN(min(m, c/N) − c/N)}), so
 * that its largest payload is reached at overlap c and not only at N.
 */
final class Tables {
    /** Far above the error of a double product of payload size, so that rounding is decided exactly near a tie. */
    private static final double NEAR_TIE = 1e-3;

    private Tables() {}

    /**
     * What a table is made for.
     *
     * @param features N
     * @param scale integer sum at m = 1
     * @param largest largest |x| that can occur
     * @param gain payload at f = 1
     * @param anchor c, in overlap units 0…N
     */
    record Shape(int features, double scale, long largest, BigDecimal gain, double anchor) {}

    /**
     * Tabulates an interaction.
     *
     * @param f the interaction
     * @param shape what for
     * @return the table over −largest…largest
     */
    static IntTable of(Interaction f, Shape shape) {
        return switch (f) {
            case Interaction.Linear linear -> polynomial(1, shape);
            case Interaction.Polynomial polynomial -> polynomial(polynomial.degree(), shape);
            case Interaction.Exponential exponential -> exponential(exponential.kappa(), shape);
            case Interaction.Softmax softmax -> exponential(softmax.kappa(), shape);
            case Interaction.Threshold threshold -> threshold(threshold.needed(shape.features()), shape);
        };
    }

    private static IntTable polynomial(int degree, Shape shape) {
        double gain = shape.gain().doubleValue();
        return IntTable.tabulate(-shape.largest(), shape.largest(), x -> {
            double y = Math.clamp(x / shape.scale(), -1.0, 1.0);
            double value = gain;
            for (int k = 0; k < degree; k++) {
                value *= y;
            }
            double distanceFromTie = Math.abs(Math.abs(value - Math.rint(value)) - 0.5);
            return distanceFromTie > NEAR_TIE ? (int) Math.rint(value) : exactPower(x, degree, shape);
        });
    }

    private static int exactPower(long x, int degree, Shape shape) {
        BigDecimal scale = new BigDecimal(shape.scale());
        return BigDecimal.valueOf(x)
                .min(scale)
                .max(scale.negate())
                .pow(degree)
                .multiply(shape.gain())
                .divide(scale.pow(degree), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static IntTable exponential(double kappa, Shape shape) {
        double gain = shape.gain().doubleValue();
        return IntTable.tabulate(-shape.largest(), shape.largest(), x -> {
            double overlap = x / shape.scale() * shape.features();
            double exponent = kappa * (Math.min(overlap, shape.anchor()) - shape.anchor());
            return (int) Math.floor(gain * StrictMath.exp(exponent) + 0.5);
        });
    }

    private static IntTable threshold(int needed, Shape shape) {
        int gain = shape.gain().setScale(0, RoundingMode.HALF_UP).intValueExact();
        // k >= K matches is h >= 2K - N, compared without a division: x * N >= (2K - N) * scale.
        BigDecimal least = new BigDecimal(BigInteger.valueOf(2L * needed - shape.features()))
                .multiply(new BigDecimal(shape.scale()));
        BigDecimal n = BigDecimal.valueOf(shape.features());
        return IntTable.tabulate(
                -shape.largest(),
                shape.largest(),
                x -> BigDecimal.valueOf(x).multiply(n).compareTo(least) >= 0 ? gain : 0);
    }

    /**
     * Returns the largest fraction of flipped bits at which a stored pattern's own unit still sends a payload.
     *
     * @param table over x = scale · m
     * @param clean integer sum at a stored pattern, the least of all patterns
     * @return 0…0.5; 0.5 where every positive overlap sends one; empty where not even a clean pattern does
     */
    static OptionalDouble bearableNoise(IntTable table, double clean) {
        long x = 0;
        while (x < Math.min(table.max(), (long) clean) && table.at(x) == 0) {
            x++;
        }
        // One division, so that a fraction k/N is the double that a user writes for it.
        return table.at(x) == 0 ? OptionalDouble.empty() : OptionalDouble.of((clean - x) / (2 * clean));
    }
}
