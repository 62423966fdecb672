package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/** The signs and the error bounds of the double sums, against sums that are exact from the start. */
class ExactSignsTest {
    private static final List<Interaction> INTERACTIONS = List.of(
            new Interaction.Linear(),
            new Interaction.Polynomial(2),
            new Interaction.Polynomial(9),
            new Interaction.Polynomial(64),
            new Interaction.Exponential(0.03),
            new Interaction.Exponential(1),
            new Interaction.Exponential(40),
            new Interaction.Softmax(0.7),
            new Interaction.Threshold(new BigDecimal("0.55")));

    @Test
    void equalTheDefinitionForRandomMemories() {
        for (long seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(2, 40);
            int p = random.nextInt(1, 12);
            PatternSet patterns = draw(random, p, n, seed % 3 == 0 ? 0.2 : 0);
            Interaction f = INTERACTIONS.get((int) seed % INTERACTIONS.size());
            SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(p), f)
                    .with(seed % 2 == 0 ? SelfCoupling.INCLUDED : SelfCoupling.EXCLUDED);
            Signs cue = draw(random, 1, n, seed % 4 == 0 ? 0.2 : 0).row(0);
            ReferenceRecall recall = ReferenceRecall.exact(memory);
            recall.cue(cue);
            assertTrue(recall.step());
            for (int i = 0; i < n; i++) {
                int sign = definition(memory, cue, i);
                assertEquals(
                        sign == 0 ? cue.at(i) : sign, recall.state().at(i), "seed " + seed + ", unit " + i + ", " + f);
            }
        }
    }

    private static PatternSet draw(SplittableRandom random, int p, int n, double zeros) {
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < p; mu++) {
            int[] signs = new int[n];
            for (int i = 0; i < n; i++) {
                signs[i] = random.nextDouble() < zeros ? 0 : random.nextInt(2) * 2 - 1;
            }
            rows.add(Signs.of(signs));
        }
        return PatternSet.of(rows);
    }

    private static int definition(SequenceMemory memory, Signs state, int unit) {
        boolean excluded = memory.selfCoupling() == SelfCoupling.EXCLUDED;
        int n = memory.features() - (excluded ? 1 : 0);
        Response response = new Response(memory.interaction(), n, false);
        FormalSum sum = new FormalSum();
        for (int mu = 0; mu < memory.count(); mu++) {
            int h = memory.patterns().row(mu).overlap(state);
            int own = excluded ? memory.patterns().at(mu, unit) * state.at(unit) : 0;
            int target = memory.patterns().at(memory.successors().of(mu), unit);
            sum.add(Rational.of(target), response.exact(Rational.of(h - own)));
        }
        return sum.signum();
    }

    @Test
    void valuesStayWithinTheirErrorBounds() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(2, 2000);
            int tau = random.nextInt(1, 9);
            Interaction f = INTERACTIONS.get((int) seed % INTERACTIONS.size());
            double weight = random.nextBoolean() ? 1 : random.nextDouble(0.1, 5);
            Side side = new Side(new Response(f, n, random.nextBoolean()), weight, Ints.range(6));
            boolean whole = side.response().isIntegral();
            List<Rational> x = random.ints(6, -n * tau, n * tau + 1)
                    .mapToObj(k -> whole ? Rational.of(k / tau) : Rational.of(k).over(tau))
                    .distinct()
                    .toList();
            Slots slots = new Slots(side, new Groups<>(x.size(), mu -> mu), x, false);
            double anchor = slots.largestExponent() + random.nextInt(3);
            boolean divide = f instanceof Interaction.Softmax && random.nextBoolean();
            slots.approximate(anchor, divide);
            String where = "seed " + seed + ", " + f;
            assertWithin(slots, x, new Exact(f, n, whole, divide ? slots.largestExponent() : anchor), divide, where);
        }
    }

    private static void assertWithin(Slots slots, List<Rational> x, Exact exact, boolean divide, String where) {
        BigDecimal sum = x.stream().map(exact::at).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal weight = BigDecimal.valueOf(slots.side().weight());
        for (int k = 0; k < x.size(); k++) {
            BigDecimal value = exact.at(x.get(k)).multiply(weight);
            BigDecimal expected = divide ? value.divide(sum, Exact.PRECISION) : value;
            BigDecimal miss = expected.subtract(new BigDecimal(slots.value(k))).abs();
            assertTrue(miss.compareTo(new BigDecimal(slots.error(k))) <= 0, where + ", x = " + x.get(k));
            assertTrue(slots.error(k) <= 1e-9 * Math.abs(slots.value(k)) + 1e-280, where + ": the bound is too wide");
        }
    }

    /** f(x) e^−anchor to 50 digits; a power of integers is not divided by N^d. */
    private record Exact(Interaction interaction, int units, boolean whole, double anchor) {
        private static final MathContext PRECISION = new MathContext(60);

        BigDecimal at(Rational x) {
            return switch (interaction) {
                case Interaction.Linear _ -> power(x, 1);
                case Interaction.Polynomial polynomial -> power(x, polynomial.degree());
                case Interaction.Exponential exponential -> exponential(x, exponential.kappa());
                case Interaction.Softmax softmax -> exponential(x, softmax.kappa());
                case Interaction.Threshold threshold -> threshold(x, threshold.needed(units));
            };
        }

        private BigDecimal power(Rational x, int degree) {
            return scaled((whole ? x : x.over(units)).pow(degree), Rational.ZERO);
        }

        private BigDecimal exponential(Rational x, double kappa) {
            return scaled(Rational.ONE, Rational.asWritten(kappa).times(x.minus(Rational.of(units))));
        }

        private BigDecimal threshold(Rational x, int needed) {
            boolean fires = x.plus(Rational.of(units)).over(2).compareTo(Rational.of(needed)) >= 0;
            return scaled(fires ? Rational.ONE : Rational.ZERO, Rational.ZERO);
        }

        private BigDecimal scaled(Rational coefficient, Rational exponent) {
            Rational shifted = exponent.minus(Rational.of(new BigDecimal(anchor)));
            return coefficient.decimal(PRECISION).multiply(FormalSum.exp(shifted, 50), PRECISION);
        }
    }
}
