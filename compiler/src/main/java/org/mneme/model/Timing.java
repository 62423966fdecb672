package org.mneme.model;

import java.util.Arrays;
import java.util.List;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;

/** How long each pattern is held. */
public sealed interface Timing {
    /** One recall step a pattern: DenseNet, rule 1. */
    record OneStep() implements Timing {}

    /**
     * MixedNet, rule 3: S_i(t+1) = sgn(Σ_μ [ξ_i^μ f_S(m_μ(t)) + λ ξ_i^{next(μ)} f_A(m̄_μ(t))]), m̄ the overlap with a slow trace.
     *
     * @param trace the slow synapses
     * @param lambda λ &gt; 0, the weight of the asymmetric term
     * @param symmetric f_S; the memory's own interaction is f_A
     */
    record Mixed(Trace trace, double lambda, Interaction symmetric) implements Timing {
        /** Checks λ. */
        public Mixed {
            if (!(lambda > 0) || Double.isInfinite(lambda)) {
                throw new InvalidValueException("timing lambda", lambda, "a finite number above 0");
            }
        }
    }

    /** The slow trace S̄(t) = Σ_ρ w_ρ S(t−ρ) of the asymmetric synapses; the history before t = 0 is zero. */
    sealed interface Trace {
        /**
         * A boxcar w = 1/τ over ρ = 0…τ−1, as in the paper's figure.
         *
         * @param steps τ ≥ 1: one for all patterns, or one a pattern (then each pattern has its own dwell time)
         */
        record Boxcar(Ints steps) implements Trace {
            /** Checks τ. */
            public Boxcar {
                if (steps.length() == 0 || steps.min() < 1) {
                    throw new InvalidValueException("steps per pattern", steps, "a list of numbers ≥ 1");
                }
            }
        }

        /**
         * Any kernel, the same for all patterns, such as an exponential one. Reference recall only.
         *
         * @param weights w_ρ for ρ = 0…τ−1, finite
         */
        record Kernel(List<Double> weights) implements Trace {
            /** Copies and checks the weights. */
            public Kernel {
                weights = List.copyOf(weights);
                if (weights.isEmpty() || weights.stream().anyMatch(w -> !Double.isFinite(w))) {
                    throw new InvalidValueException("trace kernel", weights, "a list of finite numbers");
                }
            }

            /**
             * Returns the exponential kernel w_ρ ∝ e^{−ρ/τ}, cut after so many steps and normalised to 1.
             *
             * @param tau time constant in steps, &gt; 0
             * @param length number of weights, ≥ 1
             * @return the kernel
             */
            public static Kernel exponential(double tau, int length) {
                double[] w = new double[length];
                double sum = 0;
                for (int rho = 0; rho < length; rho++) {
                    w[rho] = StrictMath.exp(-rho / tau);
                    sum += w[rho];
                }
                double total = sum;
                return new Kernel(Arrays.stream(w).mapToObj(x -> x / total).toList());
            }
        }
    }
}
