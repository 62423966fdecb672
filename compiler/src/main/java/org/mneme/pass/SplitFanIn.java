package org.mneme.pass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.mneme.bits.Ints;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Port;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/**
 * Leads the inputs of populations that hear too many sources through relays, each of which hears a part of them; what the populations of
 * the graph spike stays the same, to the tick.
 *
 * <p>A projection of delay d through L levels of relays becomes projections of delay d − L from parts of the sources to the first relays, and links of one tick from
 * there on. Relays stand behind all other populations, so that no global id, and so no random draw, changes.
 */
final class SplitFanIn implements Pass {
    private final FanInPlan plan;

    /**
     * Creates the pass.
     *
     * @param plan of this graph, with no delay that lacks a tick
     */
    SplitFanIn(FanInPlan plan) {
        this.plan = plan;
    }

    @Override
    public String name() {
        return "split-fan-in";
    }

    @Override
    public Passed apply(SpikingGraph graph) {
        if (plan.splits().isEmpty()) {
            return Passed.unchanged(graph);
        }
        List<Population> relays = new ArrayList<>();
        List<Projection> projections = new ArrayList<>();
        List<Projection> links = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (Projection projection : graph.projections()) {
            FanInPlan.Split split = plan.splits().get(projection.name());
            if (split == null) {
                projections.add(projection);
            } else {
                Tree tree = new Tree(graph, projection, split);
                tree.build();
                relays.addAll(tree.relays);
                projections.addAll(tree.first);
                links.addAll(tree.links);
                changes.add(tree.change());
            }
        }
        List<Population> populations = new ArrayList<>(graph.populations());
        populations.addAll(relays);
        projections.addAll(links);
        return new Passed(Graphs.with(graph, populations, projections), changes);
    }

    /** The relays of one projection. */
    private static final class Tree {
        private final Projection whole;
        private final FanInPlan.Split split;
        private final Population target;
        private final int sources;
        private final Synapses synapses;
        /** One relay a part serves all targets, since all hear the same. */
        private final boolean uniform;

        private final List<Population> relays = new ArrayList<>();
        private final List<Projection> first = new ArrayList<>();
        private final List<Projection> links = new ArrayList<>();

        Tree(SpikingGraph graph, Projection whole, FanInPlan.Split split) {
            this.whole = whole;
            this.split = split;
            this.target = graph.population(whole.target());
            this.sources = graph.population(whole.source()).size();
            this.synapses = Synapses.of(whole.weights(), sources, target.size());
            this.uniform =
                    whole.weights() instanceof Weights.Uniform && whole.delay().length() == 1;
        }

        void build() {
            SourceSubset subset = new SourceSubset(whole.weights(), sources, target.size());
            int parts = split.counts().getFirst();
            int[] used = synapses.sources().stream().toArray();
            List<String> level = new ArrayList<>();
            for (int k = 0; k < parts; k++) {
                BitSet part = new BitSet(sources);
                for (int i = start(used.length, parts, k); i < start(used.length, parts, k + 1); i++) {
                    part.set(used[i]);
                }
                if (k == 0) {
                    // they bring 0, take no axon, and yet reach what answers when reached
                    for (int i = synapses.sources().nextClearBit(0);
                            i < sources;
                            i = synapses.sources().nextClearBit(i + 1)) {
                        part.set(i);
                    }
                }
                String relay = relay(1, k);
                first.add(new Projection(
                        relay,
                        whole.source(),
                        relay,
                        Port.INPUT,
                        uniform ? SourceSubset.toOne(part, sources, partWeight()) : subset.of(part),
                        Ints.of(whole.delay().stream()
                                .map(d -> d - split.levels())
                                .toArray())));
                level.add(relay);
            }
            for (int l = 1; l < split.levels(); l++) {
                level = next(level, l, split.counts().get(l));
            }
            BitSet reached = uniform ? new BitSet() : subset.reached();
            level.forEach(relay -> links.add(link(relay, whole.target(), last(reached))));
        }

        private List<String> next(List<String> level, int l, int groups) {
            List<String> following = new ArrayList<>();
            for (int k = 0; k < groups; k++) {
                String relay = relay(l + 1, k);
                following.add(relay);
                for (int i = start(level.size(), groups, k); i < start(level.size(), groups, k + 1); i++) {
                    links.add(link(level.get(i), relay, new Weights.OneToOne(Parameter.of(1))));
                }
            }
            return following;
        }

        /** Where part k of so many begins: parts differ by one at most. */
        private static int start(int length, int parts, int k) {
            return Math.toIntExact((long) length * k / parts);
        }

        private double partWeight() {
            return split.kind() == FanInPlan.Kind.ANY ? 1 : ((Weights.Uniform) whole.weights()).weight();
        }

        private String relay(int level, int k) {
            String name = whole.name() + "_part" + (level > 1 ? "_" + level : "") + "_" + (k + 1);
            relays.add(new Population(name, uniform ? 1 : target.size(), model()));
            return name;
        }

        private NeuronModel model() {
            return switch (split.kind()) {
                case ANY -> new Lif(Membrane.memoryless(Parameter.of(0)));
                // a graded neuron answers when it is reached, also with a sum of 0
                case SUM -> new Graded(new Phi.Identity(), false, target.model() instanceof Graded);
            };
        }

        private Weights last(BitSet reached) {
            if (uniform) {
                return new Weights.Uniform(1);
            }
            return reached.cardinality() == target.size()
                    ? new Weights.OneToOne(Parameter.of(1))
                    : Diagonal.of(reached, target.size());
        }

        private Projection link(String from, String to, Weights weights) {
            return new Projection(from + "_to_" + to, from, to, whole.port(), weights, Ints.of(1));
        }

        String change() {
            return String.format(
                    Locale.ROOT,
                    "%s: %d sources onto %s go through %d relays, %s",
                    whole.name(),
                    synapses.sources().cardinality(),
                    whole.target(),
                    relays.stream().mapToInt(Population::size).sum(),
                    split.levels() == 1 ? "one tick of the delay" : split.levels() + " ticks of the delay");
        }
    }
}
