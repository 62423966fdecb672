package org.mneme.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.mneme.ir.Decay;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;

/**
 * Writes a spiking recall as plain files that a peer simulator builds the same circuit from, and the spikes that Mneme finds.
 *
 * <p>A folder: {@code circuit.json} names populations and projections; a projection's synapses are files of big-endian 32-bit source and
 * target indices, one pair of files a distinct weight; {@code spikes.ticks} and {@code spikes.neurons} are Mneme's spikes, ascending.
 */
public final class CircuitDescription {
    private final SpikingGraph graph;
    private final Path folder;
    private final ObjectMapper mapper = new ObjectMapper();

    private CircuitDescription(SpikingGraph graph, Path folder) {
        this.graph = graph;
        this.folder = folder;
    }

    /**
     * Writes a clean recall.
     *
     * @param arguments folder, N, P, recall steps
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int features = Integer.parseInt(arguments[1]);
        int patterns = Integer.parseInt(arguments[2]);
        int steps = Integer.parseInt(arguments[3]);
        SpikingRecall recall = SpikingRecall.of(features, patterns);
        new CircuitDescription(recall.lowered().graph(), folder).write(recall, steps);
    }

    private void write(SpikingRecall recall, int steps) throws IOException {
        ObjectNode root = mapper.createObjectNode();
        ArrayNode populations = root.putArray("populations");
        for (Population population : graph.populations()) {
            populations.add(population(population));
        }
        ArrayNode projections = root.putArray("projections");
        for (Projection projection : graph.projections()) {
            projections.add(projection(projection));
        }
        List<SourceSpike> cue = recall.lowered().codec().cue(recall.cue(), 0);
        ArrayNode input = root.putArray("input");
        for (SourceSpike spike : cue) {
            input.addArray()
                    .add(spike.population())
                    .add(spike.tick())
                    .add(spike.neuron())
                    .add(spike.payload());
        }
        long ticks =
                recall.firstVolley() + (long) steps * recall.lowered().codec().ticksPerStep();
        root.put("ticks", ticks);
        root.put("steps", steps);
        spikes(cue, ticks);
        mapper.writeValue(folder.resolve("circuit.json").toFile(), root);
    }

    private ObjectNode population(Population population) {
        ObjectNode node = mapper.createObjectNode();
        node.put("name", population.name()).put("size", population.size());
        switch (population.model()) {
            case Source _ -> node.put("model", "source");
            case Lif(Membrane m) -> {
                node.put("model", "lif");
                node.put("decay_u", fraction(m.current())).put("decay_v", fraction(m.potential()));
                numbers(node.putArray("bias"), m.bias().values());
                numbers(node.putArray("threshold"), m.threshold().values());
                numbers(node.putArray("floor"), finite(m.floor().values()));
                numbers(
                        node.putArray("reset"),
                        ((Membrane.Reset.Hard) m.reset()).value().values());
            }
            case NeuronModel other -> throw new IllegalArgumentException("not of a winner-take-all circuit: " + other);
        }
        return node;
    }

    private static double fraction(Decay decay) {
        return ((Decay.Fraction) decay).delta().at(0) / Decay.Fraction.ALL;
    }

    private static double[] finite(double[] values) {
        return java.util.Arrays.stream(values).map(v -> Math.max(v, -1e300)).toArray();
    }

    private static void numbers(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add(value);
        }
    }

    private ObjectNode projection(Projection projection) throws IOException {
        ObjectNode node = mapper.createObjectNode();
        node.put("name", projection.name()).put("source", projection.source()).put("target", projection.target());
        node.put("delay", projection.delay().at(0));
        if (projection.delay().length() != 1) {
            throw new IllegalArgumentException("one delay a projection is written: " + projection.name());
        }
        int sources = graph.population(projection.source()).size();
        int targets = graph.population(projection.target()).size();
        if (projection.weights() instanceof Weights.Uniform uniform) {
            return node.put("all", uniform.weight());
        }
        ArrayNode groups = node.putArray("groups");
        for (double weight : distinct(projection.weights(), sources, targets)) {
            String file = projection.name() + "." + groups.size();
            ObjectNode group = groups.addObject();
            group.put("weight", weight).put("file", file);
            pairs(projection.weights(), sources, targets, weight, file);
        }
        return node;
    }

    private static List<Double> distinct(Weights weights, int sources, int targets) {
        java.util.TreeSet<Double> found = new java.util.TreeSet<>();
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < targets; j++) {
                double weight = weights.at(i, j);
                if (weight != 0) {
                    found.add(weight);
                }
            }
        }
        return List.copyOf(found);
    }

    private void pairs(Weights weights, int sources, int targets, double weight, String file) throws IOException {
        try (DataOutputStream i = stream(file + ".sources");
                DataOutputStream j = stream(file + ".targets")) {
            for (int source = 0; source < sources; source++) {
                for (int target = 0; target < targets; target++) {
                    if (weights.at(source, target) == weight) {
                        i.writeInt(source);
                        j.writeInt(target);
                    }
                }
            }
        }
    }

    private DataOutputStream stream(String file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(file)), 1 << 20));
    }

    private void spikes(List<SourceSpike> cue, long ticks) throws IOException {
        ExecutionOptions options = new ExecutionOptions(
                1, 1, graph.populations().stream().map(Population::name).collect(Collectors.toSet()));
        try (Execution execution = Backends.named("simulator").open(graph, options);
                DataOutputStream when = stream("spikes.ticks");
                DataOutputStream who = stream("spikes.neurons")) {
            execution.inject(cue);
            execution.advance(ticks, (tick, neuron, payload) -> {
                try {
                    when.writeInt((int) tick);
                    who.writeInt(neuron);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
    }
}
