package org.mneme.runtime.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.SpikeSink;
import org.mneme.runtime.control.Control;
import org.mneme.runtime.control.ControlLog;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.exchange.ImportedNetwork.Readout;
import org.mneme.runtime.recording.RecordingOptions;
import org.mneme.runtime.recording.RecordingSubject;
import org.mneme.runtime.recording.RecordingWriter;
import org.mneme.runtime.recording.StateProbe;

/** One run of a network. */
final class GraphExecution {
    /** Ticks between two questions whether to go on. */
    private static final long STRIDE = 1024;

    private final ImportedNetwork network;
    private final SpikingGraph graph;
    private final Backend backend;
    private final List<SourceSpike> input;
    private final GraphRunOptions options;
    private final int[] firstIds;
    private final List<StateProbe> probes;
    private final Set<String> spiking;
    private final Map<String, Long> spikes = new HashMap<>();

    GraphExecution(ImportedNetwork network, Backend backend, List<SourceSpike> input, GraphRunOptions options) {
        this.network = network;
        this.graph = network.graph();
        this.backend = backend;
        this.input = input;
        this.options = options;
        this.firstIds = graph.firstIds();
        Set<StateProbe> states = new LinkedHashSet<>();
        network.readouts()
                .forEach(readout -> readout.state()
                        .ifPresent(variable -> states.add(StateProbe.of(readout.population(), variable))));
        this.probes = List.copyOf(states);
        this.spiking = network.readouts().stream()
                .filter(readout -> readout.state().isEmpty())
                .map(Readout::population)
                .collect(Collectors.toSet());
    }

    GraphRunResult run(List<GraphListener> listeners) {
        Set<String> reported = new HashSet<>(spiking);
        if (options.record().isPresent()) {
            graph.populations().stream().map(Population::name).forEach(reported::add);
        }
        try (Execution execution =
                backend.open(graph, new ExecutionOptions(options.seed(), options.threads(), reported))) {
            execution.inject(input);
            if (options.record().isEmpty()) {
                return run(execution, listeners, Optional.empty());
            }
            RecordingSubject subject = new RecordingSubject(graph, 1, backend.name(), options.seed(), 0, probes);
            try (RecordingWriter writer =
                    RecordingWriter.create(RecordingOptions.to(options.record().get()), subject)) {
                if (!input.isEmpty()) {
                    writer.control(new ControlLog.Entry(0, Control.Spikes.of(input)), input);
                }
                return run(execution, listeners, Optional.of(writer));
            }
        }
    }

    private GraphRunResult run(
            Execution execution, List<GraphListener> listeners, Optional<RecordingWriter> recording) {
        long lastInput = input.stream().mapToLong(SourceSpike::tick).max().orElse(-1);
        long limit = options.ticks().orElse(lastInput + 1 + GraphRunOptions.MOST_TICKS_AFTER_INPUT);
        SpikeSink sink = (tick, neuron, payload) -> {
            recording.ifPresent(r -> r.spike(tick, neuron, payload));
            told(listeners, tick, neuron, payload);
        };
        GraphRunResult.End end = GraphRunResult.End.LIMIT;
        while (execution.tick() < limit) {
            boolean asked = execution.tick() % STRIDE == 0 || probes.isEmpty();
            if (asked && !goesOn(listeners, execution.tick(), limit)) {
                end = GraphRunResult.End.INTERRUPTED;
                break;
            }
            if (options.ticks().isEmpty() && execution.tick() > lastInput && execution.idle()) {
                end = GraphRunResult.End.IDLE;
                break;
            }
            execution.advance(until(execution.tick(), limit, lastInput), sink);
            sample(execution, listeners, recording);
            recording.ifPresent(r -> r.betweenTicks(execution.tick()));
        }
        if (end == GraphRunResult.End.LIMIT && options.ticks().isPresent()) {
            end = GraphRunResult.End.TICKS;
        }
        return new GraphRunResult(
                network,
                backend.name(),
                options.seed(),
                input.size(),
                execution.tick(),
                end,
                execution.counters(),
                execution.board(),
                outputs(execution));
    }

    /** Tick by tick where states are read out, or the run may end at any of them. */
    private long until(long tick, long limit, long lastInput) {
        OptionalLong ticks = options.ticks();
        boolean single = !probes.isEmpty() || ticks.isEmpty() && tick > lastInput;
        long furthest = ticks.isEmpty() && tick <= lastInput ? lastInput + 1 : limit;
        return single ? tick + 1 : Math.min(furthest, tick + STRIDE);
    }

    private static boolean goesOn(List<GraphListener> listeners, long tick, long end) {
        boolean on = true;
        for (GraphListener listener : listeners) {
            on &= listener.goOn(tick, end);
        }
        return on;
    }

    private void told(List<GraphListener> listeners, long tick, int neuron, double payload) {
        int found = Arrays.binarySearch(firstIds, neuron);
        int p = found >= 0 ? found : -found - 2;
        String name = graph.populations().get(p).name();
        if (spiking.contains(name)) {
            spikes.merge(name, 1L, Long::sum);
            listeners.forEach(listener -> listener.spike(tick, name, neuron - firstIds[p], payload));
        }
    }

    private void sample(Execution execution, List<GraphListener> listeners, Optional<RecordingWriter> recording) {
        long tick = execution.tick() - 1;
        for (int p = 0; p < probes.size(); p++) {
            StateProbe probe = probes.get(p);
            double[] values = execution.state(probe.population(), probe.variable());
            if (recording.isPresent()) {
                recording.get().sample(p, tick, values);
            }
            listeners.forEach(listener -> listener.state(tick, probe.population(), values.clone()));
        }
    }

    private List<GraphRunResult.Output> outputs(Execution execution) {
        List<GraphRunResult.Output> outputs = new ArrayList<>();
        for (Readout readout : network.readouts()) {
            List<Double> last = readout.state()
                    .map(variable -> Arrays.stream(execution.state(readout.population(), variable))
                            .boxed()
                            .toList())
                    .orElse(List.of());
            outputs.add(new GraphRunResult.Output(readout, spikes.getOrDefault(readout.population(), 0L), last));
        }
        return outputs;
    }
}
