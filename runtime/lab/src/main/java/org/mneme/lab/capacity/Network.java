package org.mneme.lab.capacity;

import java.util.Locale;
import java.util.OptionalDouble;
import org.mneme.bits.Ints;
import org.mneme.model.CapacityTheory;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

/** The kind of network whose capacity is asked for: everything but its size and its patterns. */
public sealed interface Network {
    /**
     * DenseNet, and SeqNet where f is linear.
     *
     * @param interaction f
     * @param selfCoupling excluded in the paper's simulations
     * @param learning the pseudoinverse needs included self-coupling
     */
    record Dense(Interaction interaction, SelfCoupling selfCoupling, Learning learning) implements Network {
        @Override
        public SequenceMemory memory(PatternSet patterns, Successors successors) {
            return SequenceMemory.of(patterns, successors, interaction)
                    .with(learning)
                    .with(selfCoupling);
        }

        @Override
        public OptionalDouble theory(int features, Measure measure) {
            boolean transition = measure == Measure.TRANSITION;
            if (learning == Learning.PSEUDOINVERSE) {
                return OptionalDouble.empty();
            }
            return switch (interaction) {
                case Interaction.Linear _ -> power(features, 1, transition);
                case Interaction.Polynomial polynomial -> power(features, polynomial.degree(), transition);
                case Interaction.Exponential exponential ->
                    exponential.kappa() == 1
                            ? OptionalDouble.of(
                                    transition
                                            ? CapacityTheory.exponentialTransition(features)
                                            : CapacityTheory.exponentialSequence(features))
                            : OptionalDouble.empty();
                case Interaction.Threshold _, Interaction.Softmax _ -> OptionalDouble.empty();
            };
        }

        private static OptionalDouble power(int features, int degree, boolean transition) {
            return OptionalDouble.of(
                    transition
                            ? CapacityTheory.polynomialTransition(features, degree)
                            : CapacityTheory.polynomialSequence(features, degree));
        }

        @Override
        public String label() {
            return name(interaction)
                    + (selfCoupling == SelfCoupling.EXCLUDED ? ", excluded" : ", included")
                    + (learning == Learning.PSEUDOINVERSE ? ", pseudoinverse" : "");
        }
    }

    /**
     * MixedNet with its slow trace settled, m̄ = m; self-coupling included.
     *
     * @param symmetric f_S
     * @param asymmetric f_A
     * @param lambda λ, above 1
     */
    record Mixed(Interaction symmetric, Interaction asymmetric, double lambda) implements Network {
        @Override
        public SequenceMemory memory(PatternSet patterns, Successors successors) {
            return SequenceMemory.of(patterns, successors, asymmetric)
                    .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(1)), lambda, symmetric));
        }

        @Override
        public OptionalDouble theory(int features, Measure measure) {
            boolean transition = measure == Measure.TRANSITION;
            if (degree(symmetric) > 0 && degree(asymmetric) > 0) {
                return OptionalDouble.of(
                        transition
                                ? CapacityTheory.mixedPolynomialTransition(
                                        features, degree(symmetric), degree(asymmetric), lambda)
                                : CapacityTheory.mixedPolynomialSequence(
                                        features, degree(symmetric), degree(asymmetric), lambda));
            }
            if (symmetric.equals(new Interaction.Exponential(1)) && asymmetric.equals(symmetric)) {
                return OptionalDouble.of(
                        transition
                                ? CapacityTheory.mixedExponentialTransition(features, lambda)
                                : CapacityTheory.mixedExponentialSequence(features, lambda));
            }
            return OptionalDouble.empty();
        }

        private static int degree(Interaction interaction) {
            return switch (interaction) {
                case Interaction.Linear _ -> 1;
                case Interaction.Polynomial polynomial -> polynomial.degree();
                case Interaction.Exponential _, Interaction.Threshold _, Interaction.Softmax _ -> 0;
            };
        }

        @Override
        public String label() {
            return String.format(Locale.ROOT, "mixed %s / %s, lambda %s", name(symmetric), name(asymmetric), lambda);
        }
    }

    /**
     * Returns the memory of some patterns in this network.
     *
     * @param patterns ξ
     * @param successors next
     * @return the memory; one recall step a transition
     */
    SequenceMemory memory(PatternSet patterns, Successors successors);

    /**
     * Returns the paper's Gaussian, large-N capacity for random patterns.
     *
     * @param features N ≥ 2
     * @param measure which capacity
     * @return patterns, or empty where the paper gives no formula
     */
    OptionalDouble theory(int features, Measure measure);

    /**
     * Returns a name that tells networks apart.
     *
     * @return such as "polynomial d=2, excluded"
     */
    String label();

    private static String name(Interaction interaction) {
        return switch (interaction) {
            case Interaction.Linear _ -> "linear";
            case Interaction.Polynomial polynomial -> "polynomial d=" + polynomial.degree();
            case Interaction.Exponential exponential ->
                exponential.kappa() == 1 ? "exponential" : "exponential kappa=" + exponential.kappa();
            case Interaction.Threshold threshold -> "threshold " + threshold.matches();
            case Interaction.Softmax softmax -> "softmax kappa=" + softmax.kappa();
        };
    }
}
