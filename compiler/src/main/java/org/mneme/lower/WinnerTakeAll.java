package org.mneme.lower;

import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;
import org.mneme.ir.Weights;

/**
 * Hidden units of which only those with the most matches fire: a ramp lifts all of them together after a volley, the first to fire reset
 * the others and stop it.
 *
 * <p>Perfect integrators with floor 0, θ = wN − 1, v_r = 0 and match weight w = R. The next best unit needs w further steps of the ramp;
 * at most Q ≤ R more arrive, the last of them with the reset, so it never fires. A full match needs no ramp.
 *
 * @param features N
 * @param latencies A, B, R, Q
 * @param lateral whether hidden units reset each other, or through the inhibitor
 * @param dwells whether counters wait for the inhibitor, which then fires a tick after the winner; else it fires as late as it may, so that
 *     what reaches it can go through relays
 */
record WinnerTakeAll(int features, Latencies latencies, boolean lateral, boolean dwells) implements SpikingHidden {
    static final String RAMP = "ramp";

    @Override
    public Membrane membrane() {
        return Membrane.integrator(Parameter.of((double) full() - 1), 0, 0);
    }

    /** wN, a full match. */
    private long full() {
        return (long) matchWeight() * features;
    }

    @Override
    public int matchWeight() {
        return latencies.reset();
    }

    @Override
    public long largest() {
        // below θ, and a full match and the ramp at once
        return 2 * full();
    }

    @Override
    public int longestAnswer() {
        return Math.toIntExact(latencies.stop() + full() + 1);
    }

    @Override
    public void addTo(SpikingCircuit circuit) {
        circuit.relay(RAMP, 1);
        int start = latencies.volley() + latencies.stop();
        long stop = 2L * features + 1;
        circuit.connect("rails_ramp", RailsCodec.RAILS, RAMP, new Weights.Uniform(1), start);
        circuit.connect("ramp", RAMP, RAMP, new Weights.Uniform(1), 1);
        circuit.connect("ramp_hidden", RAMP, RailsCodec.HIDDEN, new Weights.Uniform(1), 1);
        circuit.silence(RAMP, stop + 1);
        if (lateral) {
            reset(circuit, "lateral", RailsCodec.HIDDEN, latencies.reset());
            stop(circuit, RailsCodec.HIDDEN, stop, latencies.stop());
        } else {
            int front = dwells ? 1 : Math.min(latencies.reset(), latencies.stop()) - 1;
            circuit.inhibitor(front);
            reset(circuit, "reset", SpikingCircuit.INHIBITOR, latencies.reset() - front);
            stop(circuit, SpikingCircuit.INHIBITOR, stop, latencies.stop() - front);
        }
    }

    /**
     * A unit below θ = wN − 1 that is sent the last step of the ramp and the reset in one tick is left with wN − 1 + 1 − wN = 0 at most, the
     * floor, and no volley arrives with the reset (A + B ≥ R + 1): so a stronger reset leaves the same.
     */
    private void reset(SpikingCircuit circuit, String name, String source, int delay) {
        circuit.inhibit(name, source, RailsCodec.HIDDEN, full(), delay);
    }

    /** The ramp has no memory: a sum of −1 silences it as one of 0 does. */
    private static void stop(SpikingCircuit circuit, String source, long strength, int delay) {
        circuit.inhibit("ramp_stop", source, RAMP, strength, delay);
    }
}
