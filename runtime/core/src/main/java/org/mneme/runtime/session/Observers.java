package org.mneme.runtime.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mneme.bits.Ints;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Codec;
import org.mneme.lower.RecallStep;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.SpikeSink;
import org.mneme.runtime.control.ControlLog;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.recording.RecordingWriter;
import org.mneme.runtime.recording.StateProbe;

/** Passes what happens on to the decoder, the recording and the listeners. */
final class Observers implements SpikeSink {
    private final List<SessionListener> listeners;
    private final Optional<RecordingWriter> recording;
    private final RecallDecoding decoding;
    private final Range features;
    private final Range hidden;
    private final List<Range> observed;
    private final List<Sampler> samplers = new ArrayList<>();

    /** Global ids from first to before end. */
    private record Range(int first, int end) {
        static Range of(SpikingGraph graph, String population) {
            int p = graph.populationIndex().getOrDefault(population, -1);
            if (p < 0) {
                throw new IllegalArgumentException("the codec names a population '" + population + "'");
            }
            int[] first = graph.firstIds();
            return new Range(first[p], first[p + 1]);
        }

        boolean contains(int neuron) {
            return neuron >= first && neuron < end;
        }
    }

    /** A state probe with its neurons. */
    private record Sampler(StateProbe probe, Ints neurons) {
        /** The first tick after the given one before which a sample is taken: after a tick that is a multiple of the period. */
        long pauseAfter(long tick) {
            long multiple = Math.ceilDiv(tick, probe.every()) * probe.every();
            return multiple + 1;
        }

        boolean due(long tick) {
            return (tick - 1) % probe.every() == 0;
        }

        double[] sample(Execution execution) {
            double[] all = execution.state(probe.population(), probe.variable());
            double[] values = new double[neurons.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = all[neurons.at(i)];
            }
            return values;
        }
    }

    Observers(
            SpikingGraph graph,
            Codec codec,
            SessionOptions options,
            RecallDecoding decoding,
            Optional<RecordingWriter> recording) {
        this.listeners = options.listeners();
        this.recording = recording;
        this.decoding = decoding;
        this.features = Range.of(graph, codec.featurePopulation());
        this.hidden = options.decodesHidden() ? Range.of(graph, codec.hiddenPopulation()) : new Range(0, 0);
        Probes probes = options.effectiveProbes();
        Set<String> names = probes.spikingPopulations(graph);
        this.observed = names.stream().map(name -> Range.of(graph, name)).toList();
        probes.states().forEach(probe -> samplers.add(new Sampler(probe, probe.resolve(graph))));
    }

    /** The first tick after the given one before which execution should pause. */
    long pauseAfter(long tick) {
        long pause = Long.MAX_VALUE;
        for (Sampler sampler : samplers) {
            pause = Math.min(pause, sampler.pauseAfter(tick));
        }
        return pause;
    }

    @Override
    public void spike(long tick, int neuron, double payload) {
        if (features.contains(neuron)) {
            decoding.feature(tick, neuron - features.first(), payload);
        } else if (hidden.contains(neuron)) {
            decoding.hidden(tick, neuron - hidden.first(), payload);
        }
        for (Range range : observed) {
            if (range.contains(neuron)) {
                observe(tick, neuron, payload);
                return;
            }
        }
    }

    private void observe(long tick, int neuron, double payload) {
        if (recording.isPresent()) {
            recording.get().spike(tick, neuron, payload);
        }
        for (SessionListener listener : listeners) {
            listener.spike(tick, neuron, payload);
        }
    }

    /** Tells what became known when all ticks before the execution's next one had been executed. */
    void paused(Execution execution, List<RecallStep> steps) {
        long tick = execution.tick();
        for (int s = 0; s < samplers.size(); s++) {
            if (samplers.get(s).due(tick)) {
                sampled(s, tick - 1, samplers.get(s).sample(execution));
            }
        }
        for (RecallStep step : steps) {
            recording.ifPresent(r -> r.step(step));
            listeners.forEach(listener -> listener.step(step));
        }
        recording.ifPresent(r -> r.betweenTicks(tick));
    }

    private void sampled(int index, long tick, double[] values) {
        recording.ifPresent(r -> r.sample(index, tick, values));
        listeners.forEach(listener -> listener.sample(samplers.get(index).probe(), tick, values.clone()));
    }

    void told(ControlLog.Entry entry, List<SourceSpike> spikes) {
        recording.ifPresent(r -> {
            r.control(entry, spikes);
            r.betweenTicks(entry.given());
        });
        listeners.forEach(listener -> listener.control(entry));
    }

    /** Keeps what was told before a tick, at which the execution failed. */
    void cutShort(long tick) {
        recording.ifPresent(r -> r.betweenTicks(tick));
    }

    void flush(long tick) {
        recording.ifPresent(r -> r.flush(tick));
    }

    void close(boolean complete) {
        recording.ifPresent(complete ? RecordingWriter::close : RecordingWriter::abandon);
    }
}
