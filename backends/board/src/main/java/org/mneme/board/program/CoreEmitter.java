package org.mneme.board.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mneme.board.proto.CoreProgram;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.map.Cluster;
import org.mneme.map.Slice;

/** Writes the program of one core. */
final class CoreEmitter {
    private final SpikingGraph graph;
    private final int[] firstIds;
    private final Sites sites;
    private final RouteEmitter routes;
    private final Map<String, Integer> index;
    private final List<List<Integer>> onto = new ArrayList<>();
    private final long limit;

    CoreEmitter(SpikingGraph graph, Sites sites, RouteEmitter routes, long limit) {
        this.graph = graph;
        this.firstIds = graph.firstIds();
        this.sites = sites;
        this.routes = routes;
        this.index = graph.populationIndex();
        this.limit = limit;
        graph.populations().forEach(_ -> onto.add(new ArrayList<>()));
        for (int p = 0; p < graph.projections().size(); p++) {
            onto.get(population(graph.projections().get(p).target())).add(p);
        }
    }

    private int population(String name) {
        Integer found = index.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the graph has no population " + name);
        }
        return found;
    }

    /** The program of a cluster's core. */
    CoreProgram core(int number) {
        Cluster cluster = sites.cluster(number);
        CoreProgram.Builder core =
                CoreProgram.newBuilder().setChip(sites.chip(number)).setCore(sites.core(number));
        SectionBudget budget = new SectionBudget("core " + core.getCore() + " of chip " + core.getChip(), limit);
        ModelEmitter models = new ModelEmitter(budget);
        BlockEmitter blocks = new BlockEmitter(budget);
        int neuron = 0;
        for (int s = 0; s < cluster.slices().size(); s++) {
            Slice slice = cluster.slices().get(s);
            int copies = cluster.copies().get(s);
            Population population = graph.populations().get(slice.population());
            org.mneme.board.proto.Slice.Builder message = core.addSliceBuilder()
                    .setFirstId(firstIds[slice.population()] + slice.from())
                    .setSize(slice.size())
                    .setFirstNeuron(neuron)
                    .setCopies(copies);
            models.model(population.model(), slice, message);
            blocks(slice, s, blocks, core);
            core.addAllRoute(routes.of(slice, budget));
            neuron += slice.size() * copies;
        }
        return core.build();
    }

    private void blocks(Slice slice, int place, BlockEmitter blocks, CoreProgram.Builder core) {
        for (int p : onto.get(slice.population())) {
            Projection projection = graph.projections().get(p);
            int source = population(projection.source());
            blocks.block(
                            projection,
                            firstIds[source],
                            graph.populations().get(source).size(),
                            slice)
                    .ifPresent(block -> core.addBlock(block.setProjection(p).setSlice(place)));
        }
    }
}
