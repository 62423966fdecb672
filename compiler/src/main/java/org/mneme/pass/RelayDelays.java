package org.mneme.pass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Port;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/**
 * Turns delays beyond a target's range into chains of relay neurons: a delay d becomes ⌈d/L⌉ − 1 relays, L ticks apart, and the rest.
 *
 * <p>Relays stand behind all other populations, so that no global id, and so no random draw, changes. All projections of a population share its
 * relays. In the fixed domain only: real sums would be rounded differently, and no target with real numbers limits delays.
 */
public final class RelayDelays implements Pass {
    private final int longest;

    /**
     * Creates the pass.
     *
     * @param longest L ≥ 1, the longest delay of the target in ticks
     */
    public RelayDelays(int longest) {
        if (longest < 1) {
            throw new InvalidValueException("longest delay", longest, "1 tick or more");
        }
        this.longest = longest;
    }

    @Override
    public String name() {
        return "relay-delays";
    }

    @Override
    public Passed apply(SpikingGraph graph) {
        if (graph.domain() instanceof NumberDomain.Real
                || graph.projections().stream().allMatch(p -> p.delay().max() <= longest)) {
            return Passed.unchanged(graph);
        }
        Chains chains = new Chains(graph);
        List<Projection> projections = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (Projection projection : graph.projections()) {
            Collection<Projection> parts = split(graph, projection, chains);
            projections.addAll(parts);
            if (projection.delay().max() > longest) {
                changes.add(
                        projection.name() + ": a delay of " + projection.delay().max() + " ticks goes through "
                                + stage(projection.delay().max()) + " relays of " + longest + " ticks each");
            }
        }
        List<Population> populations = new ArrayList<>(graph.populations());
        populations.addAll(chains.populations.values());
        projections.addAll(chains.links);
        SpikingGraph relayed = Graphs.with(graph, populations, projections);
        changes.add(GraphSizes.of(relayed).neurons() - GraphSizes.of(graph).neurons() + " relay neurons added");
        return new Passed(relayed, changes);
    }

    /** How many relays a delay goes through. */
    private int stage(int delay) {
        return (delay - 1) / longest;
    }

    private Collection<Projection> split(SpikingGraph graph, Projection projection, Chains chains) {
        Ints delay = projection.delay();
        if (delay.length() == 1) {
            return List.of(part(projection, chains, stage(delay.at(0)), projection.weights(), delay, ""));
        }
        int[] stages = delay.stream().map(this::stage).distinct().sorted().toArray();
        if (stages.length == 1) {
            return List.of(part(projection, chains, stages[0], projection.weights(), delay, ""));
        }
        List<Projection> parts = new ArrayList<>();
        int sources = graph.population(projection.source()).size();
        for (int k : stages) {
            Weights weights =
                    TargetSubset.onto(projection.weights(), sources, delay.length(), j -> stage(delay.at(j)) == k);
            parts.add(part(projection, chains, k, weights, delay, k == stages[0] ? "" : "_after_" + k));
        }
        return parts;
    }

    private Projection part(Projection whole, Chains chains, int stage, Weights weights, Ints delay, String suffix) {
        int behind = stage * longest;
        Ints rest = Ints.of(delay.stream()
                // targets of other parts have no synapse here, so any delay will do
                .map(d -> stage(d) == stage ? d - behind : 1)
                .toArray());
        return new Projection(
                whole.name() + suffix,
                chains.stage(whole.source(), stage),
                whole.target(),
                whole.port(),
                weights,
                rest);
    }

    /** The relays made so far. */
    private final class Chains {
        private final SpikingGraph graph;
        private final Map<String, Population> populations = new LinkedHashMap<>();
        private final List<Projection> links = new ArrayList<>();

        Chains(SpikingGraph graph) {
            this.graph = graph;
        }

        /** The population at which a source's spikes appear after a number of relays. */
        String stage(String source, int stage) {
            if (stage == 0) {
                return source;
            }
            String name = source + "_relay_" + stage;
            if (!populations.containsKey(name)) {
                String before = stage(source, stage - 1);
                Population origin = graph.population(source);
                populations.put(name, new Population(name, origin.size(), relay(origin.model())));
                links.add(new Projection(
                        name, before, name, Port.INPUT, new Weights.OneToOne(Parameter.of(1)), Ints.of(longest)));
            }
            return name;
        }

        private NeuronModel relay(NeuronModel origin) {
            return switch (origin) {
                case Lif _, Escape _ -> new Lif(Membrane.memoryless(Parameter.of(0)));
                case Source _ -> new Graded(new Phi.Identity(), false, false);
                case Graded graded -> new Graded(new Phi.Identity(), false, graded.sendZero());
            };
        }
    }
}
