package org.mneme.board.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mneme.bits.IntTable;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.Location;
import org.mneme.board.proto.Route;
import org.mneme.board.proto.Slice;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.map.Cluster;
import org.mneme.map.Mapping;

/** Says where a program is not what was mapped: neuron by neuron, synapse by synapse, route by route. */
final class Faithfulness {
    private final Mapping mapping;
    private final SpikingGraph graph;
    private final int[] firstIds;
    private final DecodedProgram program;
    private final List<String> wrong = new ArrayList<>();

    private Faithfulness(Mapping mapping, DecodedProgram program) {
        this.mapping = mapping;
        this.graph = mapping.workload().graph();
        this.firstIds = graph.firstIds();
        this.program = program;
    }

    /** The first things that are wrong; empty for a faithful program. */
    static List<String> wrong(Mapping mapping, List<ProgramSection> sections) {
        Faithfulness check = new Faithfulness(mapping, new DecodedProgram(sections));
        check.wrong.addAll(check.program.twice());
        check.neurons();
        check.synapses();
        check.places();
        check.routes();
        return check.wrong.subList(0, Math.min(5, check.wrong.size()));
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + ": " + expected + " became " + found);
        }
    }

    private void neurons() {
        int count = 0;
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            if (!(population.model() instanceof Source)) {
                for (int i = 0; i < population.size(); i++) {
                    count++;
                    expect(
                            "neuron " + (firstIds[p] + i),
                            neuron(population.model(), i),
                            program.neurons().getOrDefault(firstIds[p] + i, "nothing"));
                }
            }
        }
        expect("neurons", count, program.neurons().size());
    }

    private static String neuron(NeuronModel model, int i) {
        return switch (model) {
            case Lif lif -> "lif " + membrane(lif.membrane(), i);
            case Escape escape ->
                "escape " + membrane(escape.membrane(), i) + " over "
                        + table(((Escape.Hazard.Table) escape.hazard()).thresholds());
            case Graded graded -> "graded " + graded.retain() + " " + graded.sendZero() + " " + phi(graded.phi(), i);
            case Source _ -> "source";
        };
    }

    private static String phi(Phi phi, int i) {
        return phi instanceof Phi.Table table
                ? "TABLE " + table(table.tableOf(i))
                : phi instanceof Phi.Sign ? "SIGN" : "IDENTITY";
    }

    private static String table(IntTable table) {
        List<Integer> values = new ArrayList<>();
        for (long x = table.min(); x <= table.max(); x++) {
            values.add(table.at(x));
        }
        return table.min() + ": " + values;
    }

    private static String membrane(Membrane membrane, int i) {
        return String.join(
                " ",
                "u " + decay(membrane.current(), i),
                "v " + decay(membrane.potential(), i),
                "bias " + (long) membrane.bias().at(i),
                "threshold " + (long) membrane.threshold().at(i),
                "reset "
                        + (membrane.reset() instanceof Membrane.Reset.Hard hard
                                ? String.valueOf((long) hard.value().at(i))
                                : "subtract"),
                "floor " + (long) membrane.floor().at(i),
                "refractory " + (long) membrane.refractory().at(i));
    }

    private static String decay(Decay decay, int i) {
        return switch (decay) {
            case Decay.Fraction fraction -> "delta " + (long) fraction.delta().at(i);
            case Decay.Linear linear -> "leak " + (long) linear.step().at(i);
        };
    }

    private void synapses() {
        int stored = 0;
        for (int p = 0; p < graph.projections().size(); p++) {
            Projection projection = graph.projections().get(p);
            int source = graph.populationIndex().getOrDefault(projection.source(), -1);
            int target = graph.populationIndex().getOrDefault(projection.target(), -1);
            for (int i = 0; i < graph.populations().get(source).size(); i++) {
                for (int j = 0; j < graph.populations().get(target).size(); j++) {
                    if (projection.weights().stores(i, j)) {
                        stored++;
                        synapse(projection, p, firstIds[source], i, firstIds[target], j);
                    }
                }
            }
        }
        expect("synapses", stored, program.synapses().size());
    }

    private void synapse(Projection projection, int p, int firstSource, int i, int firstTarget, int j) {
        Weights weights = projection.weights();
        DecodedProgram.Synapse synapse = new DecodedProgram.Synapse(p, firstSource + i, firstTarget + j);
        expect(
                synapse.toString(),
                new DecodedProgram.Entry(
                        (long) weights.at(i, j), projection.delay().shared(j)),
                program.synapses().getOrDefault(synapse, new DecodedProgram.Entry(0, 0)));
    }

    private void places() {
        for (int c = 0; c < mapping.partition().clusters().size(); c++) {
            Cluster cluster = mapping.partition().clusters().get(c);
            int site = mapping.placement().sites().at(c);
            int chip = site / RandomMappings.CORES_PER_CHIP;
            int core = site % RandomMappings.CORES_PER_CHIP;
            List<Slice> slices = program.cores().stream()
                    .filter(found -> found.getChip() == chip && found.getCore() == core)
                    .map(CoreProgram::getSliceList)
                    .findFirst()
                    .orElse(List.of());
            int neuron = 0;
            for (int s = 0; s < cluster.slices().size(); s++) {
                org.mneme.map.Slice slice = cluster.slices().get(s);
                int copies = cluster.copies().get(s);
                String place = String.join(
                        " ",
                        List.of(firstIds[slice.population()] + slice.from(), slice.size(), neuron, copies).stream()
                                .map(String::valueOf)
                                .toList());
                expect("slice at " + site, place, s < slices.size() ? place(slices.get(s)) : "nothing");
                Location location = Location.newBuilder()
                        .setFirstId(firstIds[slice.population()] + slice.from())
                        .setSize(slice.size())
                        .setChip(chip)
                        .setCore(core)
                        .setFirstNeuron(neuron)
                        .setCopies(copies)
                        .build();
                expect("location", true, program.header().getLocationList().contains(location));
                neuron += slice.size() * copies;
            }
        }
    }

    private static String place(Slice slice) {
        return slice.getFirstId() + " " + slice.getSize() + " " + slice.getFirstNeuron() + " " + slice.getCopies();
    }

    private void routes() {
        List<Route> all = new ArrayList<>(program.header().getInputRouteList());
        program.cores().forEach(core -> all.addAll(core.getRouteList()));
        expect("routes", mapping.routes().trees().size(), all.size());
        for (int t = 0; t < mapping.routes().trees().size(); t++) {
            org.mneme.map.Route tree = mapping.routes().trees().get(t);
            Route.Builder route = Route.newBuilder()
                    .setFirstId(firstIds[tree.population()] + tree.from())
                    .setSize(tree.to() - tree.from())
                    .addAllDestination(tree.destinations());
            tree.links().forEach(link -> route.addAllLink(List.of(link.x(), link.y(), link.direction())));
            if (!mapping.routes().firstKeys().isEmpty()) {
                route.setFirstKey(mapping.routes().firstKeys().get(t));
            }
            expect(
                    "route of " + route.getFirstId(),
                    List.of(route.build()),
                    all.stream()
                            .filter(found -> found.getFirstId() == route.getFirstId())
                            .collect(Collectors.toList()));
        }
    }
}
