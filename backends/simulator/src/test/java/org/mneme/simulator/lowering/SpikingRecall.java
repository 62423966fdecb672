package org.mneme.simulator.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Codec;
import org.mneme.lower.Decoder;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;

/** A spiking memory being executed and decoded. */
public final class SpikingRecall implements AutoCloseable {
    private final Codec codec;
    private final Execution execution;
    private final int firstRail;
    private final int endRail;
    private final int firstHidden;
    private final List<RecallStep> steps = new ArrayList<>();
    private final NavigableMap<Long, Set<Integer>> hidden = new TreeMap<>();
    private Decoder decoder;
    private long takeOver;

    /** What a step was, the winner decoded, and all hidden units that spiked before the next step. */
    public record Step(Signs state, int winner, Ints winners) {
        static Step of(Signs state, Ints winners) {
            return new Step(state, winners.length() == 0 ? -1 : winners.min(), winners);
        }
    }

    SpikingRecall(Backend backend, Lowered lowered) {
        this(backend, lowered.codec(), lowered.graph());
    }

    /** Opens a graph that the codec belongs to, relays or not. */
    public SpikingRecall(Backend backend, Codec codec, SpikingGraph graph) {
        this.codec = codec;
        this.execution = backend.open(
                graph, new ExecutionOptions(1, 1, Set.of(codec.featurePopulation(), codec.hiddenPopulation())));
        int[] first = graph.firstIds();
        int rails = graph.populations().indexOf(graph.population(codec.featurePopulation()));
        this.firstRail = first[rails];
        this.endRail = first[rails + 1];
        this.firstHidden = first[graph.populations().indexOf(graph.population(codec.hiddenPopulation()))];
        this.decoder = codec.decoder(0);
    }

    /** Cues at a tick, to which it advances first; what was decoded before is forgotten. */
    public void cue(Signs state, long tick) {
        restart(codec.cue(state, tick), tick);
    }

    /** Gives spikes at a tick that begin another recall. */
    void restart(List<SourceSpike> spikes, long tick) {
        advance(tick);
        execution.inject(spikes);
        decoder = codec.decoder(tick);
        steps.clear();
        hidden.clear();
        takeOver = tick;
    }

    void inject(List<SourceSpike> spikes) {
        execution.inject(spikes);
    }

    long tick() {
        return execution.tick();
    }

    /** Whether nothing happens any more. */
    public boolean idle() {
        return execution.idle();
    }

    void advance(long tick) {
        execution.advance(tick, (at, neuron, payload) -> {
            if (neuron >= firstRail && neuron < endRail) {
                decoder.feature(at, neuron - firstRail, payload);
            } else {
                decoder.hidden(at, neuron - firstHidden, payload);
                hidden.computeIfAbsent(at, _ -> new TreeSet<>()).add(neuron - firstHidden);
            }
        });
        steps.addAll(decoder.drain(execution.tick()));
    }

    /** Advances until so many steps are complete, or nothing has happened for as long as a step can take. */
    public List<Step> recall(int count, int patience) {
        long last = execution.tick();
        while (steps.size() < count && execution.tick() < last + patience) {
            int before = steps.size();
            advance(Math.min(decoder.nextStepComplete(), last + patience));
            last = steps.size() > before ? execution.tick() : last;
        }
        List<Step> found = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            found.add(new Step(steps.get(k).state(), steps.get(k).hiddenWinner(), winners(k)));
        }
        return found;
    }

    List<RecallStep> steps() {
        return steps;
    }

    /** Ticks of hidden spikes since the last cue. */
    NavigableMap<Long, Set<Integer>> hiddenSpikes() {
        return hidden;
    }

    private Ints winners(int k) {
        long from = Math.max(takeOver, steps.get(k).tick());
        long to = k + 1 < steps.size() ? steps.get(k + 1).tick() : Long.MAX_VALUE;
        TreeSet<Integer> units = new TreeSet<>();
        hidden.subMap(from, false, to, false).values().forEach(units::addAll);
        return Ints.of(units.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public void close() {
        execution.close();
    }
}
