package org.mneme.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;

/** The fields of the generalized pseudoinverse, in doubles: its weights are real numbers, so no sum is exact. */
final class RealFields implements LocalFields {
    private static final int BLOCK = 1024;

    private final SequenceMemory memory;
    private final Present present;
    private final List<Side> sides;
    private final NumberMatrix.Real64 phi;
    private final double[] x;
    /** The sums of a block of patterns, and its part of a row of Φ. */
    private final double[] sums = new double[BLOCK];

    private final double[] line = new double[BLOCK];
    private final Deque<double[]> history = new ArrayDeque<>();
    private double[] entering = new double[0];

    RealFields(SequenceMemory memory, Present present) {
        this.memory = memory;
        this.present = present;
        this.sides = Side.of(memory);
        this.phi = Pseudoinverse.phi(memory.patterns());
        this.x = new double[memory.count()];
        recompute();
    }

    /** x_μ = N Σ_i Φ_{μi} S_i, features ascending; a block of patterns at a time, so that its sums stay in the nearest cache. */
    private void recompute() {
        for (int from = 0; from < x.length; from += BLOCK) {
            int to = Math.min(x.length, from + BLOCK);
            Arrays.fill(sums, 0);
            for (int i = 0; i < memory.features(); i++) {
                add(i, present.at(i), from, to);
            }
            System.arraycopy(sums, 0, x, from, to - from);
        }
    }

    private void add(int unit, int factor, int from, int to) {
        if (factor != 0) {
            phi.copyRow(unit, from, to, line);
            addScaled(line, (double) factor * memory.features(), sums, to - from);
        }
    }

    private static void addScaled(double[] terms, double factor, double[] sums, int length) {
        for (int k = 0; k < length; k++) {
            sums[k] += factor * terms[k];
        }
    }

    @Override
    public void cued() {
        history.clear();
        recompute();
    }

    @Override
    public void replaced() {
        recompute();
    }

    @Override
    public void begin() {
        entering = x.clone();
    }

    @Override
    public void changed(int unit, int from, int to) {
        for (int first = 0; first < x.length; first += BLOCK) {
            int last = Math.min(x.length, first + BLOCK);
            System.arraycopy(x, first, sums, 0, last - first);
            add(unit, to - from, first, last);
            System.arraycopy(sums, 0, x, first, last - first);
        }
    }

    @Override
    public void end() {
        history.addFirst(entering);
        if (history.size() >= traceLength()) {
            history.removeLast();
        }
        recompute();
    }

    @Override
    public int winner() {
        return present.winner();
    }

    @Override
    public String arithmetic() {
        return "double";
    }

    @Override
    public long exactFallbacks() {
        return 0;
    }

    @Override
    public int[] signs() {
        List<double[]> answers = answers();
        double[] fields = new double[memory.features()];
        for (int side = 0; side < sides.size(); side++) {
            for (int mu = 0; mu < x.length; mu++) {
                int row = sides.get(side).rows().at(mu);
                double answer = answers.get(side)[mu];
                if (row != Successors.NONE && answer != 0) {
                    addSigned(row, answer, fields);
                }
            }
        }
        return Arrays.stream(fields).mapToInt(sum -> (int) Math.signum(sum)).toArray();
    }

    /** Adds ξ_i^row · answer to the field of each unit. */
    private void addSigned(int row, double answer, double[] fields) {
        PatternSet patterns = memory.patterns();
        if (patterns.mask().isPresent()) {
            for (int i = 0; i < fields.length; i++) {
                fields[i] += patterns.at(row, i) * answer;
            }
            return;
        }
        for (int i = 0; i < fields.length; i += Long.SIZE) {
            addSigned(patterns.plus().word(row, i >>> 6), answer, fields, i, Math.min(Long.SIZE, fields.length - i));
        }
    }

    private static void addSigned(long plus, double answer, double[] fields, int at, int length) {
        long bits = Double.doubleToRawLongBits(answer);
        for (int k = 0; k < length; k++) {
            fields[at + k] += Double.longBitsToDouble(bits ^ ~(plus >>> k) << Long.SIZE - 1);
        }
    }

    @Override
    public int sign(int unit) {
        List<double[]> answers = answers();
        double sum = 0;
        for (int side = 0; side < sides.size(); side++) {
            for (int mu = 0; mu < x.length; mu++) {
                int row = sides.get(side).rows().at(mu);
                sum += row == Successors.NONE ? 0 : memory.patterns().at(row, unit) * answers.get(side)[mu];
            }
        }
        return (int) Math.signum(sum);
    }

    /** Returns w f of each hidden unit, for each side; exponentials relative to the largest, so that none overflows. */
    private List<double[]> answers() {
        List<double[]> arguments = sides.size() == 1 ? List.of(x) : List.of(x, slow());
        boolean anyDivided = false;
        double anchor = Double.NEGATIVE_INFINITY;
        for (int side = 0; side < sides.size(); side++) {
            anyDivided |= isDivided(sides.get(side));
            anchor = Math.max(anchor, largestExponent(sides.get(side), arguments.get(side)));
        }
        double common = anyDivided ? 0 : anchor;
        return sides.size() == 1
                ? List.of(answers(sides.getFirst(), x, common))
                : List.of(answers(sides.getFirst(), x, common), answers(sides.getLast(), arguments.getLast(), common));
    }

    private double[] answers(Side side, double[] arguments, double anchor) {
        Response response = side.response();
        boolean divided = isDivided(side);
        double shift = divided ? largestExponent(side, arguments) : anchor;
        double[] answers = new double[arguments.length];
        double sum = 0;
        for (int mu = 0; mu < answers.length; mu++) {
            double e = StrictMath.exp(response.exponent(arguments[mu]) - shift);
            sum += e;
            answers[mu] = side.weight() * response.coefficient(arguments[mu]) * e;
        }
        for (int mu = 0; mu < answers.length && divided; mu++) {
            answers[mu] /= sum;
        }
        return answers;
    }

    private static double largestExponent(Side side, double[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> side.response().exponent(argument))
                .max()
                .orElse(0);
    }

    private boolean isDivided(Side side) {
        return sides.size() > 1 && side.response().isSoftmax();
    }

    /** x̄_μ = Σ_ρ w_ρ x_μ(t−ρ), the present first. */
    private double[] slow() {
        double[] slow = new double[x.length];
        for (int mu = 0; mu < slow.length; mu++) {
            slow[mu] = weight(mu, 0) * x[mu];
        }
        int rho = 1;
        for (double[] then : history) {
            for (int mu = 0; mu < slow.length; mu++) {
                slow[mu] += weight(mu, rho) * then[mu];
            }
            rho++;
        }
        return slow;
    }

    private double weight(int mu, int rho) {
        return switch (memory.timing()) {
            case Timing.OneStep _ -> rho == 0 ? 1 : 0;
            case Timing.Mixed mixed ->
                switch (mixed.trace()) {
                    case Timing.Trace.Boxcar(Ints steps) -> rho < steps.shared(mu) ? 1.0 / steps.shared(mu) : 0;
                    case Timing.Trace.Kernel(List<Double> weights) -> rho < weights.size() ? weights.get(rho) : 0;
                };
        };
    }

    private int traceLength() {
        return switch (memory.timing()) {
            case Timing.OneStep _ -> 1;
            case Timing.Mixed mixed ->
                switch (mixed.trace()) {
                    case Timing.Trace.Boxcar(Ints steps) -> steps.max();
                    case Timing.Trace.Kernel(List<Double> weights) -> weights.size();
                };
        };
    }
}
