package org.mneme.ir;

import java.util.List;
import org.mneme.bits.IntTable;

/**
 * A neuron with escape noise: spikes, with payload 1, with a probability that grows with v − θ; never while refractory.
 *
 * <p>The draw of a neuron at a tick is the low 32 bits of the first word of a Philox-4×64-10 block (the variant NumPy has) with key =
 * (seed, 0) and counter = (tick, global id, stream, 0); the stream of escape noise is 0.
 *
 * @param membrane update, reset and refractory period
 * @param hazard the probability of a spike
 */
public record Escape(Membrane membrane, Hazard hazard) implements NeuronModel {
    /** The probability that a neuron which may fire does so in a tick. */
    public sealed interface Hazard {
        /**
         * Fixed domain: fires iff the random word is below the table's entry at v − θ (clamped), both read as unsigned.
         *
         * @param thresholds over v − θ, entries unsigned 32-bit
         */
        record Table(IntTable thresholds) implements Hazard {}

        /**
         * Real domain: fires iff word·2⁻³² &lt; 1 − exp(−r e^{(v−θ)/Δ}).
         *
         * @param rate r = ρ₀·dt, expected spikes a tick at threshold, ≥ 0
         * @param width Δ &gt; 0, in units of v
         */
        record Exponential(double rate, double width) implements Hazard {}
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.INPUT);
    }

    @Override
    public List<StateVariable> state() {
        return List.of(StateVariable.CURRENT, StateVariable.POTENTIAL, StateVariable.REFRACTORY);
    }
}
