package org.mneme.board.program;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.mneme.board.proto.Location;
import org.mneme.board.proto.Population;
import org.mneme.board.proto.PopulationKind;
import org.mneme.board.proto.ProgramHeader;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphDigest;
import org.mneme.ir.Lif;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.map.Cluster;
import org.mneme.map.Mapping;
import org.mneme.map.Slice;

/** Writes the header of a program. */
final class HeaderEmitter {
    private final Mapping mapping;
    private final SpikingGraph graph;
    private final int[] firstIds;
    private final Sites sites;

    HeaderEmitter(Mapping mapping, Sites sites) {
        this.mapping = mapping;
        this.graph = mapping.workload().graph();
        this.firstIds = graph.firstIds();
        this.sites = sites;
    }

    ProgramHeader header(String writer, int tables, RouteEmitter routes, SectionBudget budget) {
        ProgramHeader.Builder header = ProgramHeader.newBuilder()
                .setMajor(ProgramVersion.CURRENT.major())
                .setMinor(ProgramVersion.CURRENT.minor())
                .setTarget(mapping.target().name())
                .setTargetDigest(bytes(mapping.target().digest()))
                .setGraphDigest(bytes(GraphDigest.of(graph)))
                .setGraphName(graph.name())
                .setTickSeconds(graph.tickSeconds())
                .setStateBits(stateBits(graph.domain()))
                .setMappingSeed(mapping.seed())
                .setCoreSections(sites.order().size())
                .setTableSections(tables)
                .setLongestDelay(longestDelay())
                .setWriter(writer);
        for (int p = 0; p < firstIds.length - 1; p++) {
            header.addPopulation(population(p));
            if (graph.populations().get(p).model() instanceof Source) {
                header.addAllInputRoute(
                        routes.of(new Slice(p, 0, graph.populations().get(p).size()), budget));
            }
        }
        return header.addAllLocation(locations()).build();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static int stateBits(NumberDomain domain) {
        return switch (domain) {
            case NumberDomain.Fixed fixed -> fixed.stateBits();
            case NumberDomain.Real _ ->
                throw new IllegalArgumentException("a board program needs a graph in the fixed domain");
        };
    }

    private int longestDelay() {
        int longest = 1;
        for (Projection projection : graph.projections()) {
            longest = Math.max(longest, projection.delay().max());
        }
        return longest;
    }

    private Population population(int index) {
        org.mneme.ir.Population population = graph.populations().get(index);
        Population.Builder message = Population.newBuilder()
                .setName(population.name())
                .setFirstId(firstIds[index])
                .setSize(population.size())
                .setKind(kind(population.model()))
                .setProbed(mapping.workload().probed().contains(population.name()));
        if (population.model() instanceof Source source) {
            message.setMaxPayload(source.maxPayload());
        }
        return message.build();
    }

    private static PopulationKind kind(NeuronModel model) {
        return switch (model) {
            case Source _ -> PopulationKind.SOURCE;
            case Lif _ -> PopulationKind.LIF;
            case Graded _ -> PopulationKind.GRADED;
            case Escape _ -> PopulationKind.ESCAPE;
        };
    }

    private List<Location> locations() {
        List<Location> found = new ArrayList<>();
        for (int p = 0; p < firstIds.length - 1; p++) {
            if (graph.populations().get(p).model() instanceof Source) {
                found.add(Location.newBuilder()
                        .setFirstId(firstIds[p])
                        .setSize(graph.populations().get(p).size())
                        .build());
            }
        }
        for (int c : sites.order()) {
            int neuron = 0;
            Cluster cluster = sites.cluster(c);
            for (int s = 0; s < cluster.slices().size(); s++) {
                Slice slice = cluster.slices().get(s);
                int copies = cluster.copies().get(s);
                found.add(Location.newBuilder()
                        .setFirstId(firstIds[slice.population()] + slice.from())
                        .setSize(slice.size())
                        .setChip(sites.chip(c))
                        .setCore(sites.core(c))
                        .setFirstNeuron(neuron)
                        .setCopies(copies)
                        .build());
                neuron += slice.size() * copies;
            }
        }
        found.sort(Comparator.comparingInt(Location::getFirstId));
        return found;
    }
}
