package org.mneme.ir;

/**
 * The two-variable membrane that {@link Lif} and {@link Escape} share.
 *
 * <p>Each tick: {@code u = sat(dec(u, δu) + a)}; then, if {@code ref > 0}: {@code ref−−}, v unchanged, no spike; else {@code v =
 * max(sat(dec(v, δv) + u + bias), floor)} and the model decides whether to spike. On a spike: {@code v = v_r} (hard) or {@code v = sat(v −
 * θ)} (subtract), and {@code ref = refractory}.
 *
 * @param current decay of u
 * @param potential decay of v
 * @param bias added to v each tick
 * @param threshold θ; {@code floor ≤ v_r ≤ θ}
 * @param reset what a spike does to v
 * @param floor lower bound of v, ≤ 0; −∞ for none
 * @param refractory ticks without update of v after a spike, ≥ 0, an integer
 */
public record Membrane(
        Decay current,
        Decay potential,
        Parameter bias,
        Parameter threshold,
        Reset reset,
        Parameter floor,
        Parameter refractory) {
    /** What a spike does to v. */
    public sealed interface Reset {
        /**
         * v = v_r.
         *
         * @param value v_r
         */
        record Hard(Parameter value) implements Reset {}

        /** v = sat(v − θ). */
        record Subtract() implements Reset {}
    }

    /**
     * Returns a membrane without memory, v = a + bias: it fires on a &gt; θ and resets to 0.
     *
     * @param threshold θ ≥ 0
     * @return the membrane
     */
    public static Membrane memoryless(Parameter threshold) {
        return new Membrane(
                Decay.Fraction.of(Decay.Fraction.ALL),
                Decay.Fraction.of(Decay.Fraction.ALL),
                Parameter.of(0),
                threshold,
                new Reset.Hard(Parameter.of(0)),
                Parameter.of(Double.NEGATIVE_INFINITY),
                Parameter.of(0));
    }

    /**
     * Returns a perfect integrator of its input: δu = 4096, δv = 0.
     *
     * @param threshold θ ≥ 0
     * @param reset v_r
     * @param floor lower bound of v, ≤ 0
     * @return the membrane
     */
    public static Membrane integrator(Parameter threshold, double reset, double floor) {
        return new Membrane(
                Decay.Fraction.of(Decay.Fraction.ALL),
                Decay.Fraction.of(0),
                Parameter.of(0),
                threshold,
                new Reset.Hard(Parameter.of(reset)),
                Parameter.of(floor),
                Parameter.of(0));
    }
}
