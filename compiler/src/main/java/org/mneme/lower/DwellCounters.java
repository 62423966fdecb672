package org.mneme.lower;

import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;
import org.mneme.ir.Weights;
import org.mneme.targets.Target;

/**
 * A counter a pattern: holds it for τ_μ steps, then sends its successor.
 *
 * <p>A winner votes for its own pattern after B ticks. Its counter, asked after 1 tick, fires once the pattern has been held for τ_μ steps;
 * then it takes that vote back and votes for the successor, so that both arrive with the hold. A tick later the inhibitor wipes all
 * counters (−K) but the winners' (+K).
 *
 * <p>Without a tempo input the question is the count itself, +1. With one, the count is added by {@link TempoLatch} to all counters after the wipe, so that
 * each has what its next win is worth, and the question is a pulse X above any count, taken back with the wipe.
 *
 * @param steps τ, one a pattern, each ≥ 1
 * @param successors next, −1 where none
 * @param tempo whether the count of a step can be told
 * @param board the target, whose synapses hold K and X exactly where they can
 */
record DwellCounters(Ints steps, Ints successors, boolean tempo, Optional<Target> board) {
    static final String COUNTER = "counter";

    /** The most a counter holds without being asked. */
    private long mostCounted() {
        return tempo ? (long) TempoCodec.UNIT * steps.max() + TempoCodec.mostAdded(steps.max()) : steps.max();
    }

    /** What a winner adds to its counter to ask it. */
    private long question() {
        return tempo ? Strengths.atLeast(board, mostCounted() + 1) : 1;
    }

    /** The most a counter can hold and be sent together in a tick. */
    long largest() {
        return 2 * mostCounted() + 4 * question() + keep() - leastKept();
    }

    /** Any K above a count, and the question, keeps the winner's count and wipes the others. */
    private long leastKept() {
        return mostCounted() + question();
    }

    /** K: what wipes a count, and what a winner is sent against it, the question taken back. */
    private long keep() {
        return Strengths.pair(board, leastKept(), tempo ? question() : 0);
    }

    void addTo(SpikingCircuit circuit, Rails rails, int answer, boolean inhibitorExists) {
        if (!inhibitorExists) {
            circuit.inhibitor(1);
        }
        long unit = tempo ? TempoCodec.UNIT : 1;
        long waiting = tempo ? question() : 0;
        double[] thresholds = steps.stream()
                .mapToDouble(tau -> (double) (waiting + unit * tau - 1))
                .toArray();
        circuit.graph()
                .population(
                        COUNTER, circuit.count(), new Lif(Membrane.integrator(Parameter.perNeuron(thresholds), 0, 0)));
        long keep = keep();
        circuit.connect("hold", RailsCodec.HIDDEN, RailsCodec.RAILS, rails.votes(Optional.empty(), 1), answer);
        circuit.connect("leave", COUNTER, RailsCodec.RAILS, rails.votes(Optional.empty(), -1), answer - 1);
        circuit.connect("next", COUNTER, RailsCodec.RAILS, rails.votes(Optional.of(successors), 1), answer - 1);
        circuit.connect("count", RailsCodec.HIDDEN, COUNTER, each(question()), 1);
        circuit.connect("keep", RailsCodec.HIDDEN, COUNTER, each(keep - waiting), 2);
        circuit.connect("wipe", SpikingCircuit.INHIBITOR, COUNTER, new Weights.Uniform((double) -keep), 1);
        circuit.silence(COUNTER, largest());
        if (tempo) {
            TempoLatch.add(circuit, steps.max());
        }
    }

    private static Weights each(long weight) {
        return new Weights.OneToOne(Parameter.of((double) weight));
    }
}
