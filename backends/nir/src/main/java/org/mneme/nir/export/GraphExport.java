package org.mneme.nir.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.mneme.bits.Ints;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.nir.graph.Affine;
import org.mneme.nir.graph.Delay;
import org.mneme.nir.graph.Edge;
import org.mneme.nir.graph.Input;
import org.mneme.nir.graph.Linear;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Output;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.Tensor;
import org.mneme.runtime.exchange.Fidelity;
import org.mneme.runtime.exchange.FidelityReport;

/** Makes a NIR graph of a spiking graph: a node a population, of the same name; Linear (or Scale) and Delay a projection. */
final class GraphExport {
    /** Of one projection; 1 GiB of 64-bit floats. */
    private static final long MOST_WEIGHTS = 1L << 27;

    private static final String NOTHING = "";

    private final SpikingGraph graph;
    private final Set<String> volleys;
    private final SequencedMap<String, NirNode> nodes = new TreeMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<FidelityReport.Entry> entries = new ArrayList<>();

    private GraphExport(FloorFree free) {
        this.graph = free.graph();
        this.volleys = free.populations();
    }

    /**
     * A NIR graph, as far as there is one.
     *
     * @param nodes without those of populations and projections that NIR cannot say
     * @param edges between them
     * @param report part by part
     */
    record Exported(SequencedMap<String, NirNode> nodes, List<Edge> edges, FidelityReport report) {
        NirGraph graph(MetaValue.Group metadata) {
            return new NirGraph(nodes, edges, metadata);
        }
    }

    /** Says what NIR can say, without the weights. */
    static FidelityReport assess(FloorFree free) {
        GraphExport export = new GraphExport(free);
        free.graph().populations().forEach(export::population);
        free.graph().projections().forEach(export::assess);
        return new FidelityReport(export.entries);
    }

    /** Makes the graph of one that NIR can say. */
    static Exported of(FloorFree free, List<String> outputs) {
        GraphExport export = new GraphExport(free);
        free.graph().populations().forEach(export::population);
        for (Projection projection : free.graph().projections()) {
            export.assess(projection);
            export.projection(projection);
        }
        export.outputs(outputs);
        return new Exported(export.nodes, export.edges, new FidelityReport(export.entries));
    }

    private void population(Population population) {
        switch (population.model()) {
            case Source _ -> {
                nodes.put(population.name(), new Input(Ints.of(population.size()), MetaValue.Group.EMPTY));
                enter(population, Fidelity.FAITHFUL, "Input", NOTHING);
            }
            case Lif lif -> lif(population, lif);
            case Graded _ ->
                enter(population, Fidelity.UNSUPPORTED, NOTHING, "its spikes carry payloads, NIR's are all alike");
            case Escape _ ->
                enter(population, Fidelity.UNSUPPORTED, NOTHING, "its neurons fire at random, NIR's never do");
        }
    }

    private void lif(Population population, Lif lif) {
        Optional<MembraneExport.Neurons> found =
                MembraneExport.of(population, lif.membrane(), graph.domain(), graph.tickSeconds());
        if (found.isEmpty()) {
            enter(
                    population,
                    Fidelity.UNSUPPORTED,
                    NOTHING,
                    "it leaks by a constant, NIR's neurons leak by a fraction");
            return;
        }
        MembraneExport.Neurons neurons = found.get();
        nodes.put(population.name(), neurons.node());
        neurons.bias().ifPresent(bias -> bias(population, bias));
        List<String> losses = new ArrayList<>(neurons.losses());
        if (volleys.contains(population.name())) {
            losses.add(
                    "for want of a floor each reset makes all its neurons fire, which is taken away where it arrives");
        }
        Fidelity fidelity = losses.isEmpty() ? Fidelity.FAITHFUL : Fidelity.APPROXIMATE;
        enter(population, fidelity, neurons.as(), String.join("; ", losses));
    }

    private void enter(Population population, Fidelity fidelity, String as, String difference) {
        entries.add(new FidelityReport.Entry("population " + population.name(), fidelity, as, difference));
    }

    /** A constant input: a transform of the population's own spikes that has a bias and no weights. */
    private void bias(Population population, Tensor bias) {
        int n = population.size();
        String name = free(population.name() + ".bias");
        nodes.put(name, new Affine(Tensor.filled(Ints.of(n, n), 0), bias, MetaValue.Group.EMPTY));
        edges.add(new Edge(population.name(), name));
        edges.add(new Edge(name, population.name()));
    }

    private void assess(Projection projection) {
        String object = "projection " + projection.name();
        long sources = graph.population(projection.source()).size();
        long weights = sources * graph.population(projection.target()).size();
        if (!(projection.weights() instanceof Weights.OneToOne) && weights > MOST_WEIGHTS) {
            entries.add(new FidelityReport.Entry(
                    object,
                    Fidelity.UNSUPPORTED,
                    NOTHING,
                    "NIR writes all of its " + weights + " weights, more than the " + MOST_WEIGHTS
                            + " that are sensible"));
            return;
        }
        String as = switch (projection.weights()) {
            case Weights.OneToOne one when isIdentity(one) -> "Delay";
            case Weights.OneToOne _ -> "Scale, Delay";
            case Weights.Dense _, Weights.SignMatrix _, Weights.Sparse _, Weights.Uniform _ -> "Linear, Delay";
        };
        entries.add(new FidelityReport.Entry(object, Fidelity.FAITHFUL, as, NOTHING));
    }

    private static boolean isIdentity(Weights.OneToOne one) {
        return Arrays.stream(one.weight().values()).allMatch(w -> w == 1);
    }

    private void projection(Projection projection) {
        int sources = graph.population(projection.source()).size();
        int targets = graph.population(projection.target()).size();
        String from = projection.source();
        switch (projection.weights()) {
            case Weights.OneToOne one -> {
                if (!isIdentity(one)) {
                    Tensor scale = Tensor.generate(Ints.of(targets), one.weight()::at);
                    from = follow(from, projection.name() + ".weights", new Scale(scale, MetaValue.Group.EMPTY));
                }
            }
            case Weights.Dense _, Weights.SignMatrix _, Weights.Sparse _, Weights.Uniform _ -> {
                Tensor weight = Tensor.generate(
                        Ints.of(targets, sources), k -> projection.weights().at(k % sources, k / sources));
                from = follow(from, projection.name() + ".weights", new Linear(weight, MetaValue.Group.EMPTY));
            }
        }
        Tensor delay = Tensor.generate(Ints.of(targets), i -> projection.delay().shared(i) * graph.tickSeconds());
        from = follow(from, projection.name() + ".delay", new Delay(delay, MetaValue.Group.EMPTY));
        edges.add(new Edge(from, projection.target()));
    }

    /** Puts a node behind another and returns its name. */
    private String follow(String from, String name, NirNode node) {
        String unique = free(name);
        nodes.put(unique, node);
        edges.add(new Edge(from, unique));
        return unique;
    }

    private void outputs(List<String> asked) {
        List<String> outputs = asked.isEmpty() ? ends() : asked;
        for (String output : outputs) {
            Population population = graph.population(output);
            String name = output.equals(outputs.getFirst()) ? "output" : "output." + output;
            follow(output, name, new Output(Ints.of(population.size()), MetaValue.Group.EMPTY));
        }
    }

    /** The populations that no projection leaves, or the last one. */
    private List<String> ends() {
        List<String> ends = graph.populations().stream()
                .map(Population::name)
                .filter(name ->
                        graph.projections().stream().noneMatch(p -> p.source().equals(name)))
                .toList();
        return ends.isEmpty() ? List.of(graph.populations().getLast().name()) : ends;
    }

    /** The name, or the first with underscores behind it that neither a node nor a population has. */
    private String free(String name) {
        String candidate = name;
        while (nodes.containsKey(candidate) || graph.populationIndex().containsKey(candidate)) {
            candidate += "_";
        }
        return candidate;
    }
}
