package org.mneme.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Parameter;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/** Counts what slices of a graph use of a core of a target. The one place where it is counted. Not for several threads at once. */
final class Accounting {
    private final Target target;
    private final SpikingGraph graph;
    private final Workload workload;
    private final boolean sharedWeights;
    private final boolean axonHoldsDelay;
    private final boolean hostFires;
    private final List<Fibre> fibres;
    private final List<List<Fibre>> into = new ArrayList<>();
    private final int[][] scratch;
    private final Map<WeightSpan, Optional<WeightSpan.Chosen>> chosen = new HashMap<>();

    Accounting(Workload workload, Target target) {
        this.target = target;
        this.workload = workload;
        this.graph = workload.graph();
        this.sharedWeights = target.has(Trait.SHARED_AXON_WEIGHTS);
        this.axonHoldsDelay = target.has(Trait.AXON_HOLDS_DELAY);
        this.hostFires = target.has(Trait.HOST_FIRES_NEURONS);
        this.fibres = Fibre.of(graph, sharedWeights);
        int populations = graph.populations().size();
        for (int p = 0; p < populations; p++) {
            int index = p;
            into.add(fibres.stream().filter(f -> f.target() == index).toList());
        }
        this.scratch = graph.populations().stream().map(p -> new int[p.size()]).toArray(int[][]::new);
    }

    Target target() {
        return target;
    }

    Workload workload() {
        return workload;
    }

    List<Population> populations() {
        return graph.populations();
    }

    List<Fibre> fibres() {
        return fibres;
    }

    /** Projections that end on a population. */
    List<Fibre> into(int population) {
        return into.get(population);
    }

    boolean onHost(int population) {
        return populations().get(population).model() instanceof Source;
    }

    /** What a slice alone uses of a core, if its neurons have to reach so many cores. */
    CoreUse use(Slice slice, Demand demand) {
        Population population = populations().get(slice.population());
        boolean probed = workload.probed().contains(population.name());
        int copies = copies(slice, demand, probed);
        Map<Integer, long[]> heard = new HashMap<>();
        Set<WeightSpan.Chosen> formats = new HashSet<>();
        long bits = 0;
        boolean held = true;
        for (Fibre fibre : into.get(slice.population())) {
            int[] counts = counted(fibre.costs(), fibre.source(), slice.from(), slice.to());
            WeightSpan span = fibre.span(slice.from(), slice.to());
            if (!span.isEmpty() && !firedByHost(fibre)) {
                Optional<WeightSpan.Chosen> format = format(span);
                format.ifPresent(formats::add);
                held &= format.isPresent();
                bits += bits(counts, slice.size(), copies, weightBits(format), isDelayed(fibre, slice));
            }
            if (fibre.stored().isPresent()) {
                counts = counted(fibre.heard(), fibre.source(), slice.from(), slice.to());
            }
            mark(counts, heard, fibre.source());
        }
        Map<CoreUse.AxonClass, long[]> axons = new HashMap<>();
        Map<CoreUse.KindClass, Map<Slice, Double>> kinds = new HashMap<>();
        if (sharedWeights || axonHoldsDelay || hostFires) {
            apart(slice, axons, kinds);
        } else {
            heard.forEach((source, words) -> axons.put(new CoreUse.AxonClass(source, 0, 0), words));
        }
        Profiles profiles = Profiles.of(population.model(), slice);
        return new CoreUse(
                List.of(slice),
                List.of(copies),
                (long) slice.size() * copies,
                demand.sum(slice.population(), slice.from(), slice.to()) + (probed ? slice.size() : 0),
                bits,
                heard,
                axons,
                kinds,
                profiles.thresholds,
                profiles.floors,
                profiles.membranes,
                formats,
                held);
    }

    /** What a cluster uses. */
    CoreUse use(Cluster cluster, Demand demand) {
        return cluster.slices().stream()
                .map(slice -> use(slice, demand))
                .reduce(CoreUse::and)
                .orElseThrow();
    }

    /** Synapses of non-zero weight onto a slice that spikes are expected to meet in a tick. */
    double synapticEvents(Slice slice) {
        double events = 0;
        for (Fibre fibre : into.get(slice.population())) {
            long synapses = 0;
            for (int count : counted(fibre.costs(), fibre.source(), slice.from(), slice.to())) {
                synapses += count;
            }
            events += synapses * workload.rate(populations().get(fibre.source()).name());
        }
        return events;
    }

    /** The format that holds weights, empty where none does or none is stated. */
    Optional<WeightSpan.Chosen> format(WeightSpan span) {
        return chosen.computeIfAbsent(span, s -> s.cheapest(target.formats()));
    }

    private int weightBits(Optional<WeightSpan.Chosen> format) {
        return format.map(f -> target.formats().get(f.format()).bits())
                .orElseGet(() ->
                        target.formats().stream().mapToInt(f -> f.bits()).max().orElse(0));
    }

    /** The host, where it is to see a neuron's spikes, is a target too. */
    private int copies(Slice slice, Demand demand, boolean probed) {
        long targets = target.limit(Quantity.TARGETS_PER_NEURON);
        int reached = demand.max(slice.population(), slice.from(), slice.to()) + (probed ? 1 : 0);
        return targets >= reached || targets < 1 ? 1 : (int) ((reached + targets - 1) / targets);
    }

    /** Whether the host sends its neurons' spikes for them, so that its synapses are nowhere. */
    private boolean firedByHost(Fibre fibre) {
        return hostFires && onHost(fibre.source()) && fibre.projection().weights() instanceof Weights.OneToOne;
    }

    /** Whether a delay onto the slice is not the target's shortest. */
    private boolean isDelayed(Fibre fibre, Slice slice) {
        Ints delay = fibre.projection().delay();
        long shortest = target.value(Quantity.SHORTEST_DELAY).isEmpty() ? 1 : target.limit(Quantity.SHORTEST_DELAY);
        for (int t = slice.from(); t < (delay.length() == 1 ? slice.from() + 1 : slice.to()); t++) {
            if (delay.shared(t) > shortest) {
                return true;
            }
        }
        return false;
    }

    private int[] counted(Reach reach, int source, int from, int to) {
        int[] counts = scratch[source];
        Arrays.fill(counts, 0);
        reach.add(from, to, counts);
        return counts;
    }

    private long bits(int[] counts, int size, int copies, int weightBits, boolean delayed) {
        long[] cost = new long[size + 1];
        Arrays.fill(cost, -1);
        long bits = 0;
        for (int count : counts) {
            if (count > 0) {
                if (cost[count] < 0) {
                    cost[count] = target.rows().bits(size * copies, count * copies, weightBits, delayed);
                }
                bits += cost[count];
            }
        }
        return bits;
    }

    private static <K> void mark(int[] counts, Map<K, long[]> sets, K key) {
        long[] words = sets.get(key);
        for (int s = 0; s < counts.length; s++) {
            if (counts[s] > 0) {
                if (words == null) {
                    words = new long[counts.length + Long.SIZE - 1 >>> 6];
                    sets.put(key, words);
                }
                words[s >>> 6] |= 1L << s;
            }
        }
    }

    /** Axons of sources that need several: one for each delay where the axon holds it, one for each weight where it gives it. */
    private void apart(
            Slice slice, Map<CoreUse.AxonClass, long[]> axons, Map<CoreUse.KindClass, Map<Slice, Double>> kinds) {
        Map<Integer, Integer> next = new HashMap<>();
        for (Fibre fibre : into.get(slice.population())) {
            if (firedByHost(fibre)) {
                continue;
            }
            if (!sharedWeights) {
                byDelay(fibre, fibre.heard(), slice, 0, axons);
            }
            for (Fibre.Piece piece : fibre.pieces()) {
                int kind = next.getOrDefault(fibre.source(), 0);
                if (byDelay(fibre, piece.reach(), slice, kind, axons)) {
                    next.put(fibre.source(), kind + 1);
                    kinds.computeIfAbsent(new CoreUse.KindClass(fibre.source(), kind), _ -> new HashMap<>())
                            .put(slice, piece.weight());
                }
            }
        }
    }

    private boolean byDelay(Fibre fibre, Reach reach, Slice slice, int kind, Map<CoreUse.AxonClass, long[]> axons) {
        boolean any = false;
        Ints delay = fibre.projection().delay();
        int from = slice.from();
        while (from < slice.to()) {
            int to = from + 1;
            while (to < slice.to() && (!axonHoldsDelay || delay.shared(to) == delay.shared(from))) {
                to++;
            }
            int[] counts = counted(reach, fibre.source(), from, to);
            any |= Arrays.stream(counts).anyMatch(c -> c > 0);
            mark(counts, axons, new CoreUse.AxonClass(fibre.source(), kind, axonHoldsDelay ? delay.shared(from) : 0));
            from = to;
        }
        return any;
    }

    /** The distinct parameters that cores hold in tables. */
    private static final class Profiles {
        final Set<Double> thresholds = new HashSet<>();
        final Set<Double> floors = new HashSet<>();
        final Set<List<Double>> membranes = new HashSet<>();

        static Profiles of(NeuronModel model, Slice slice) {
            Profiles profiles = new Profiles();
            switch (model) {
                case Lif lif -> profiles.add(lif.membrane(), slice);
                case Escape escape -> profiles.add(escape.membrane(), slice);
                case Graded _ -> {}
                case Source _ -> {}
            }
            return profiles;
        }

        private void add(Membrane membrane, Slice slice) {
            distinct(membrane.threshold(), slice, thresholds);
            distinct(membrane.floor(), slice, floors);
            Parameter current = amount(membrane.current());
            Parameter potential = amount(membrane.potential());
            boolean shared = current.length() == 1
                    && potential.length() == 1
                    && membrane.bias().length() == 1
                    && membrane.refractory().length() == 1;
            for (int i = slice.from(); i < (shared ? slice.from() + 1 : slice.to()); i++) {
                membranes.add(List.of(
                        linear(membrane.current()),
                        current.at(i),
                        linear(membrane.potential()),
                        potential.at(i),
                        membrane.bias().at(i),
                        membrane.refractory().at(i)));
            }
        }

        private static void distinct(Parameter parameter, Slice slice, Set<Double> values) {
            for (int i = slice.from(); i < (parameter.length() == 1 ? slice.from() + 1 : slice.to()); i++) {
                values.add(parameter.at(i) + 0.0);
            }
        }

        private static double linear(Decay decay) {
            return decay instanceof Decay.Linear ? 1 : 0;
        }

        private static Parameter amount(Decay decay) {
            return switch (decay) {
                case Decay.Fraction fraction -> fraction.delta();
                case Decay.Linear linear -> linear.step();
            };
        }
    }
}
