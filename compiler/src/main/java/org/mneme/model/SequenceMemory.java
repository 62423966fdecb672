package org.mneme.model;

import org.mneme.InvalidValueException;

/**
 * A two-layer sequence memory: N feature units, one hidden unit a stored pattern, and the rule that leads from each pattern to the
 * next.
 *
 * <p>S_i(t+1) = sgn(Σ_μ ξ_i^{next(μ)} f(m_μ(t))), m_μ = (1/N) Σ_i ξ_i^μ S_i(t). Source: Chaudhry et al., Long Sequence Hopfield
 * Memory (NeurIPS 2023), eqs. 3–5, and section 5 for MixedNet.
 *
 * @param patterns ξ, P × N
 * @param successors next, P entries
 * @param interaction f; f_A where the timing is {@link Timing.Mixed}
 * @param selfCoupling whether a unit hears itself
 * @param learning how Φ comes from the patterns
 * @param timing how long each pattern is held
 */
public record SequenceMemory(
        PatternSet patterns,
        Successors successors,
        Interaction interaction,
        SelfCoupling selfCoupling,
        Learning learning,
        Timing timing) {
    /** Checks that the parts fit together. */
    public SequenceMemory {
        if (successors.count() != patterns.count()) {
            throw new InvalidValueException(
                    "successors", successors.count(), "one a pattern (" + patterns.count() + " patterns)");
        }
        if (selfCoupling == SelfCoupling.EXCLUDED) {
            if (learning == Learning.PSEUDOINVERSE) {
                throw new InvalidValueException(
                        "self-coupling",
                        "excluded",
                        "defined with the pseudoinverse; use included, or hebbian learning");
            }
            if (timing instanceof Timing.Mixed) {
                throw new InvalidValueException(
                        "self-coupling", "excluded", "defined with a timing; use included, or leave the timing out");
            }
            if (patterns.features() < 2) {
                throw new InvalidValueException(
                        "features", patterns.features(), "enough for excluded self-coupling: at least 2");
            }
        }
        if (timing instanceof Timing.Mixed mixed
                && mixed.trace() instanceof Timing.Trace.Boxcar boxcar
                && boxcar.steps().length() != 1
                && boxcar.steps().length() != patterns.count()) {
            throw new InvalidValueException(
                    "dwell",
                    boxcar.steps().length() + " values",
                    "one value, or one a pattern (" + patterns.count() + ")");
        }
    }

    /**
     * Returns a memory with the defaults: self-coupling included, Hebbian learning, one recall step a pattern.
     *
     * @param patterns ξ
     * @param successors next
     * @param interaction f
     * @return the memory
     */
    public static SequenceMemory of(PatternSet patterns, Successors successors, Interaction interaction) {
        return new SequenceMemory(
                patterns, successors, interaction, SelfCoupling.INCLUDED, Learning.HEBBIAN, new Timing.OneStep());
    }

    /**
     * Returns the same memory with another self-coupling.
     *
     * @param value the self-coupling
     * @return a new memory
     */
    public SequenceMemory with(SelfCoupling value) {
        return new SequenceMemory(patterns, successors, interaction, value, learning, timing);
    }

    /**
     * Returns the same memory with another learning rule.
     *
     * @param value the learning rule
     * @return a new memory
     */
    public SequenceMemory with(Learning value) {
        return new SequenceMemory(patterns, successors, interaction, selfCoupling, value, timing);
    }

    /**
     * Returns the same memory with another timing.
     *
     * @param value the timing
     * @return a new memory
     */
    public SequenceMemory with(Timing value) {
        return new SequenceMemory(patterns, successors, interaction, selfCoupling, learning, value);
    }

    /**
     * Returns the number of features.
     *
     * @return N
     */
    public int features() {
        return patterns.features();
    }

    /**
     * Returns the number of patterns.
     *
     * @return P
     */
    public int count() {
        return patterns.count();
    }

    /**
     * Returns how many recall steps a pattern is meant to be held: 1, or its τ where the timing is a boxcar.
     *
     * @param mu 0…P−1
     * @return ≥ 1
     */
    public int dwell(int mu) {
        return timing instanceof Timing.Mixed mixed && mixed.trace() instanceof Timing.Trace.Boxcar boxcar
                ? boxcar.steps().shared(mu)
                : 1;
    }
}
