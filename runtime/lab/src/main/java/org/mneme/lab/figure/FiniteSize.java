package org.mneme.lab.figure;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.mneme.lab.capacity.CapacityQuestion;
import org.mneme.lab.capacity.Measure;
import org.mneme.lab.capacity.Network;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;

/**
 * What a capacity question is expected to find at finite N, computed and not simulated.
 *
 * <p>The paper's formulas are Gaussian and for large N. Here the crosstalk has its exact distribution at N, the procedure its grid, and
 * coincident patterns are counted; what is left out is that failures of the bits of one transition come together, which makes clean
 * draws more frequent than this says.
 */
final class FiniteSize {
    private FiniteSize() {}

    /**
     * Returns the expected capacity.
     *
     * @param question of random patterns
     * @return its mean and deviation; empty for biased patterns and networks without a formula
     */
    static Optional<Expectation> of(CapacityQuestion question) {
        if (question.bias() != 0) {
            return Optional.empty();
        }
        int n = question.features();
        return switch (question.network()) {
            case Network.Dense dense
            when dense.learning() == Learning.PSEUDOINVERSE ->
                degree(dense.interaction()) > 0
                        ? Optional.of(pseudoinverse(n, degree(dense.interaction()), question))
                        : Optional.empty();
            case Network.Dense dense -> {
                boolean excluded = dense.selfCoupling() == SelfCoupling.EXCLUDED;
                int seen = excluded ? n - 1 : n;
                yield answer(dense.interaction(), seen)
                        .map(f -> dense(
                                question,
                                Crosstalk.dense(seen, f),
                                Coincidences.of(n, excluded, opposite(dense.interaction()))));
            }
            case Network.Mixed mixed ->
                answer(mixed.symmetric(), n)
                        .flatMap(s -> answer(mixed.asymmetric(), n).map(a -> mixed(question, mixed, s, a)));
        };
    }

    /** The capacity that coincident patterns alone would leave. */
    static Expectation coincidenceBound(CapacityQuestion question) {
        int n = question.features();
        return switch (question.network()) {
            case Network.Dense dense ->
                question.bias() == 0
                        ? Coincidences.of(
                                        n, dense.selfCoupling() == SelfCoupling.EXCLUDED, opposite(dense.interaction()))
                                .bound()
                        : Coincidences.biasedBound(n, question.bias());
            case Network.Mixed mixed ->
                Coincidences.of(n, false, opposite(mixed.asymmetric())).bound();
        };
    }

    private static Expectation dense(CapacityQuestion question, Crosstalk crosstalk, Coincidences coincidences) {
        return Expectation.of(patterns -> clean(
                question,
                patterns,
                question.features() * StrictMath.log1p(-least(crosstalk.above(patterns - 1, 1))),
                coincidences));
    }

    private static Expectation mixed(
            CapacityQuestion question,
            Network.Mixed mixed,
            IntToDoubleFunction symmetric,
            IntToDoubleFunction asymmetric) {
        double lambda = mixed.lambda();
        int n = question.features();
        Crosstalk crosstalk = Crosstalk.mixed(n, symmetric, asymmetric, lambda);
        Coincidences coincidences = Coincidences.of(n, false, opposite(mixed.asymmetric()));
        return Expectation.of(patterns -> {
            // half of the units change their sign against the symmetric term, half keep it
            double changing = crosstalk.above(patterns - 1, lambda - 1);
            double keeping = 1 - crosstalk.above(patterns - 1, -lambda - 1);
            double bits = n / 2.0 * (StrictMath.log1p(-least(changing)) + StrictMath.log1p(-least(keeping)));
            return clean(question, patterns, bits, coincidences);
        });
    }

    /**
     * The pseudoinverse, Gaussian: with H = X(XᵀX)⁺Xᵀ the signal is H_νν ≈ N/P, the P − 1 other overlaps have the variance
     * H_νν (1 − H_νν)/P. So the crosstalk's variance is that of the plain rule times (1 − N/P)^d, and 0 for P ≤ N.
     */
    private static Expectation pseudoinverse(int n, int degree, CapacityQuestion question) {
        double moment = 1;
        for (int k = 1; k <= degree; k++) {
            moment *= 2 * k - 1;
        }
        double scale = moment;
        return Expectation.of(patterns -> {
            double share = Math.max(0, 1 - (double) n / patterns);
            double variance = scale * (patterns - 1) * StrictMath.pow(share / n, degree);
            double flip = variance == 0 ? 0 : Normal.above(1 / Math.sqrt(variance));
            return clean(
                    question, patterns, n * StrictMath.log1p(-least(flip)), Coincidences.of(n, false, degree % 2 == 0));
        });
    }

    private static double clean(CapacityQuestion question, int patterns, double transition, Coincidences coincidences) {
        double transitions = question.measure() == Measure.TRANSITION ? patterns : patterns - 1.0;
        return question.sequences() * (transitions * transition + coincidences.logNone(patterns));
    }

    /** Keeps a logarithm finite. */
    private static double least(double probability) {
        return Math.min(probability, 1 - 1e-12);
    }

    private static boolean opposite(Interaction interaction) {
        return degree(interaction) > 0;
    }

    /** The degree of a power, else 0. */
    static int degree(Interaction interaction) {
        return switch (interaction) {
            case Interaction.Linear _ -> 1;
            case Interaction.Polynomial polynomial -> polynomial.degree();
            case Interaction.Exponential _, Interaction.Threshold _, Interaction.Softmax _ -> 0;
        };
    }

    /** f by mismatches among the units that are seen; empty where it is no power and no exponential. */
    private static Optional<IntToDoubleFunction> answer(Interaction interaction, int seen) {
        return switch (interaction) {
            case Interaction.Linear _ -> Optional.of(m -> (seen - 2.0 * m) / seen);
            case Interaction.Polynomial polynomial ->
                Optional.of(m -> StrictMath.pow((seen - 2.0 * m) / seen, polynomial.degree()));
            case Interaction.Exponential exponential -> Optional.of(m -> StrictMath.exp(-2 * exponential.kappa() * m));
            case Interaction.Threshold _, Interaction.Softmax _ -> Optional.empty();
        };
    }
}
