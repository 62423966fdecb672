package org.mneme.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.Signs;

/**
 * The fields of Hebbian memories with exact signs: a fixed-order double sum with an error bound, and inside the bound the exact sum.
 *
 * <p>Patterns of equal argument x are counted first, in integers: F_i = Σ_k c_{ik} v_k with c_{ik} = Σ_{μ: x_μ = x_k} ξ_i^{row(μ)}.
 * So what cancels exactly leaves no rounding behind. With u = 2⁻⁵³, n terms, |v_k − v̂_k| ≤ e_k, the computed sum ŝ obeys |ŝ − F_i| ≤
 * γ_{n+1} Σ|c v̂| + Σ|c| e, γ_n = nu/(1−nu): one rounding a product, n − 1 additions. Twice that is used, which covers the roundings
 * of the bound itself and γ for any n below 2⁴⁰.
 */
final class ExactFields implements LocalFields {
    private final SequenceMemory memory;
    private final Present present;
    private final List<Side> sides;
    private final Optional<SlowTrace> trace;
    private final GroupCounts groupCounts;
    private int[] entering = new int[0];
    private long fallbacks;

    ExactFields(SequenceMemory memory, Present present) {
        this.memory = memory;
        this.present = present;
        this.sides = Side.of(memory);
        this.trace = switch (memory.timing()) {
            case Timing.OneStep _ -> Optional.empty();
            case Timing.Mixed mixed -> Optional.of(SlowTrace.of(mixed.trace(), memory.count()));
        };
        this.groupCounts = new GroupCounts(memory.patterns());
    }

    @Override
    public void cued() {
        trace.ifPresent(SlowTrace::clear);
    }

    @Override
    public void replaced() {
        // The overlaps are the present state's own.
    }

    @Override
    public void begin() {
        if (trace.isPresent()) {
            entering = present.overlaps();
        }
    }

    @Override
    public void changed(int unit, int from, int to) {
        // The overlaps are the present state's own.
    }

    @Override
    public void end() {
        trace.ifPresent(t -> t.push(mu -> entering[mu]));
    }

    @Override
    public int winner() {
        return present.winner();
    }

    @Override
    public String arithmetic() {
        return "exact";
    }

    @Override
    public long exactFallbacks() {
        return fallbacks;
    }

    @Override
    public int[] signs() {
        Moment moment = new Moment();
        Sums sums = new Sums(memory.features());
        Signs state = present.signs();
        for (Slots slots : moment.all) {
            for (int group = 0; group < slots.groups().count(); group++) {
                for (int s = 0; s < slots.shiftCount(); s++) {
                    int slot = slots.slot(group, s);
                    if (slots.value(slot) != 0 || slots.error(slot) != 0) {
                        sums.add(counts(slots, group, s, state), slots.value(slot), slots.error(slot));
                    }
                }
            }
        }
        int[] signs = new int[memory.features()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = sums.isDecided(i, moment.integral)
                    ? (int) Math.signum(sums.value[i])
                    : moment.exactSign(moment.countsOf(i));
        }
        return signs;
    }

    private int[] counts(Slots slots, int group, int s, Signs state) {
        return slots.shiftCount() == 1
                ? groupCounts.of(slots.groups(), group, slots.side().rows())
                : groupCounts.of(slots.groups(), group, slots.side().rows(), state, slots.shift(s));
    }

    @Override
    public int sign(int unit) {
        Moment moment = new Moment();
        List<int[]> counts = moment.countsOf(unit);
        Sums sum = new Sums(1);
        for (int side = 0; side < counts.size(); side++) {
            Slots slots = moment.all.get(side);
            for (int slot = 0; slot < slots.count(); slot++) {
                sum.add(new int[] {counts.get(side)[slot]}, slots.value(slot), slots.error(slot));
            }
        }
        return sum.isDecided(0, moment.integral) ? (int) Math.signum(sum.value[0]) : moment.exactSign(counts);
    }

    /** The double sums with what bounds their errors. */
    private static final class Sums {
        private final double[] value;
        private final double[] magnitude;
        private final double[] error;
        private int terms;

        Sums(int units) {
            value = new double[units];
            magnitude = new double[units];
            error = new double[units];
        }

        void add(int[] counts, double v, double e) {
            terms++;
            for (int i = 0; i < value.length; i++) {
                int c = counts[i];
                if (c != 0) {
                    value[i] += c * v;
                    magnitude[i] += Math.abs(c * v);
                    error[i] += Math.abs(c) * e;
                }
            }
        }

        boolean isDecided(int i, boolean integral) {
            if (error[i] == 0 && (magnitude[i] == 0 || integral && magnitude[i] < 0x1p53)) {
                return true;
            }
            double bound = 2 * ((terms + 1) * Response.ROUNDING * magnitude[i] + error[i]);
            return Math.abs(value[i]) > bound;
        }
    }

    /** The hidden layer at the present state: its slots, and their exact answers once a sign asks for them. */
    private final class Moment {
        private final List<Slots> all = new ArrayList<>();
        private final boolean integral =
                sides.size() == 1 && sides.getFirst().response().isIntegral();
        private List<List<FormalSum>> exact = List.of();

        Moment() {
            for (Side side : sides) {
                all.add(all.size() == sides.size() - 1 && trace.isPresent() ? slow(side, trace.get()) : fast(side));
            }
            boolean anyDivided = all.stream().anyMatch(this::isDivided);
            double anchor = anyDivided
                    ? 0
                    : all.stream().mapToDouble(Slots::largestExponent).max().orElse(0);
            all.forEach(slots -> slots.approximate(anchor, isDivided(slots)));
        }

        private Slots fast(Side side) {
            Groups<Integer> groups = new Groups<>(memory.count(), present::overlap);
            List<Rational> x =
                    groups.keys().stream().map(h -> Rational.of((long) h)).toList();
            return new Slots(side, groups, x, memory.selfCoupling() == SelfCoupling.EXCLUDED);
        }

        private Slots slow(Side side, SlowTrace slow) {
            var groups = new Groups<>(memory.count(), mu -> slow.numerator(mu, present.overlap(mu)));
            List<Rational> x = groups.keys().stream()
                    .map(numerator -> Rational.of(numerator, slow.denominator()))
                    .toList();
            return new Slots(side, groups, x, false);
        }

        /** A softmax alone has the sign of its exponential; beside another term its sum matters. */
        private boolean isDivided(Slots slots) {
            return sides.size() > 1 && slots.side().response().isSoftmax();
        }

        /** Returns, for each side, c_k of one unit. */
        List<int[]> countsOf(int unit) {
            PatternSet patterns = memory.patterns();
            List<int[]> counts = new ArrayList<>();
            for (Slots slots : all) {
                int[] c = new int[slots.count()];
                for (int mu = 0; mu < memory.count(); mu++) {
                    int row = slots.side().rows().at(mu);
                    int sign = row == Successors.NONE ? 0 : patterns.at(row, unit);
                    if (sign != 0) {
                        c[slots.slotOf(mu, patterns.at(mu, unit) * present.at(unit))] += sign;
                    }
                }
                counts.add(c);
            }
            return counts;
        }

        int exactSign(List<int[]> counts) {
            fallbacks++;
            if (exact.isEmpty()) {
                exact = exactAnswers();
            }
            FormalSum sum = new FormalSum();
            for (int side = 0; side < all.size(); side++) {
                for (int slot = 0; slot < counts.get(side).length; slot++) {
                    int c = counts.get(side)[slot];
                    if (c != 0) {
                        sum.add(Rational.of(c), exact.get(side).get(slot));
                    }
                }
            }
            return sum.signum();
        }

        /** All answers times the positive sums of the softmaxes that divide, so that no quotient is left. */
        private List<List<FormalSum>> exactAnswers() {
            List<List<FormalSum>> answers = new ArrayList<>();
            for (Slots slots : all) {
                FormalSum factor = FormalSum.of(Rational.ONE, Rational.ZERO);
                for (Slots other : all) {
                    if (other != slots && isDivided(other)) {
                        factor = factor.times(other.exactSum());
                    }
                }
                FormalSum common = factor;
                answers.add(slots.exact().stream()
                        .map(answer -> answer.times(common))
                        .toList());
            }
            return answers;
        }
    }
}
