package org.mneme.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mneme.targets.Quantity;

/**
 * What slices that share a core use of it. Never modified once it is made.
 *
 * @param slices in order of their neurons on the core
 * @param copies of each slice's neurons
 * @param neurons copies included
 * @param outputs pairs of a neuron and a core it reaches, and probed neurons
 * @param bits synapse memory
 * @param heard population → bit set of its neurons that are heard
 * @param axons the same, apart where a source needs several axons, by delay or weight; without those that need none
 * @param kinds kind of axon → slice → weight; empty where synapses have their own weights
 * @param thresholds distinct
 * @param floors distinct
 * @param membranes distinct decays, bias and refractory time
 * @param formats distinct
 * @param held whether each block of weights has a format that holds it
 */
record CoreUse(
        List<Slice> slices,
        List<Integer> copies,
        long neurons,
        long outputs,
        long bits,
        Map<Integer, long[]> heard,
        Map<AxonClass, long[]> axons,
        Map<KindClass, Map<Slice, Double>> kinds,
        Set<Double> thresholds,
        Set<Double> floors,
        Set<List<Double>> membranes,
        Set<WeightSpan.Chosen> formats,
        boolean held) {
    /** What of a core is limited; the memory of its chip too, since a core cannot use more than that. */
    static final List<Quantity> LIMITED = List.of(
            Quantity.NEURONS_PER_CORE,
            Quantity.INPUT_AXONS_PER_CORE,
            Quantity.OUTPUT_AXONS_PER_CORE,
            Quantity.SYNAPSE_BITS_PER_CORE,
            Quantity.SYNAPSE_BITS_PER_CHIP,
            Quantity.AXON_TYPES_PER_CORE,
            Quantity.THRESHOLDS_PER_CORE,
            Quantity.FLOORS_PER_CORE,
            Quantity.MEMBRANES_PER_CORE,
            Quantity.SYNAPSE_FORMATS_PER_CORE);

    private static final List<Quantity> GROWING = List.of(
            Quantity.NEURONS_PER_CORE,
            Quantity.INPUT_AXONS_PER_CORE,
            Quantity.OUTPUT_AXONS_PER_CORE,
            Quantity.SYNAPSE_BITS_PER_CORE);

    /**
     * Axons of the sources of a population.
     *
     * @param population index
     * @param kind 0 for the first axon of a source, 1 for its second, …
     * @param delay 0 where the axon does not hold it
     */
    record AxonClass(int population, int kind, int delay) {}

    /**
     * Axons for which a neuron has the same weight.
     *
     * @param population index
     * @param kind as in {@link AxonClass}
     */
    record KindClass(int population, int kind) {}

    /** How much of a limited quantity is used. */
    long used(Quantity quantity) {
        return switch (quantity) {
            case NEURONS_PER_CORE -> neurons;
            case INPUT_AXONS_PER_CORE -> count(axons);
            case OUTPUT_AXONS_PER_CORE -> outputs;
            case SYNAPSE_BITS_PER_CORE, SYNAPSE_BITS_PER_CHIP -> bits;
            case AXON_TYPES_PER_CORE -> types();
            case THRESHOLDS_PER_CORE -> thresholds.size();
            case FLOORS_PER_CORE -> floors.size();
            case MEMBRANES_PER_CORE -> membranes.size();
            case SYNAPSE_FORMATS_PER_CORE -> formats.size();
            default -> throw new IllegalArgumentException(quantity + " is not counted on a core");
        };
    }

    /** Whether no limit is exceeded. */
    boolean fits(Limits limits) {
        return (held || limits.takesAnyWeights())
                && LIMITED.stream().allMatch(quantity -> used(quantity) <= limits.at(quantity));
    }

    /** How full a core is of what grows with every neuron: largest used / limit. */
    double fill(Limits limits) {
        return GROWING.stream()
                .mapToDouble(quantity -> (double) used(quantity) / Math.max(1, limits.at(quantity)))
                .max()
                .orElse(0);
    }

    /** Whether both might fit a core: all limits but those of axons. */
    boolean mayShare(CoreUse other, Limits limits) {
        return neurons + other.neurons <= limits.at(Quantity.NEURONS_PER_CORE)
                && outputs + other.outputs <= limits.at(Quantity.OUTPUT_AXONS_PER_CORE)
                && bits + other.bits <= limits.at(Quantity.SYNAPSE_BITS_PER_CORE)
                && union(thresholds, other.thresholds).size() <= limits.at(Quantity.THRESHOLDS_PER_CORE)
                && union(floors, other.floors).size() <= limits.at(Quantity.FLOORS_PER_CORE)
                && union(membranes, other.membranes).size() <= limits.at(Quantity.MEMBRANES_PER_CORE)
                && union(formats, other.formats).size() <= limits.at(Quantity.SYNAPSE_FORMATS_PER_CORE);
    }

    /** Both on one core. */
    CoreUse and(CoreUse other) {
        List<Slice> allSlices = new ArrayList<>(slices);
        allSlices.addAll(other.slices);
        List<Integer> allCopies = new ArrayList<>(copies);
        allCopies.addAll(other.copies);
        Map<KindClass, Map<Slice, Double>> allKinds = new HashMap<>(kinds);
        other.kinds.forEach((kind, weights) -> allKinds.merge(kind, weights, (a, b) -> {
            Map<Slice, Double> both = new HashMap<>(a);
            both.putAll(b);
            return both;
        }));
        return new CoreUse(
                allSlices,
                allCopies,
                neurons + other.neurons,
                outputs + other.outputs,
                bits + other.bits,
                union(heard, other.heard),
                union(axons, other.axons),
                allKinds,
                union(thresholds, other.thresholds),
                union(floors, other.floors),
                union(membranes, other.membranes),
                union(formats, other.formats),
                held && other.held);
    }

    Cluster cluster() {
        return new Cluster(slices, copies);
    }

    private static <K> Map<K, long[]> union(Map<K, long[]> left, Map<K, long[]> right) {
        Map<K, long[]> both = new HashMap<>(left);
        right.forEach((key, words) -> both.merge(key, words, (a, b) -> {
            long[] or = a.clone();
            Arrays.setAll(or, w -> a[w] | b[w]);
            return or;
        }));
        return both;
    }

    private static <T> Set<T> union(Set<T> left, Set<T> right) {
        if (left.containsAll(right)) {
            return left;
        }
        Set<T> both = new HashSet<>(left);
        both.addAll(right);
        return both;
    }

    private static <K> long count(Map<K, long[]> sets) {
        long count = 0;
        for (long[] words : sets.values()) {
            for (long word : words) {
                count += Long.bitCount(word);
            }
        }
        return count;
    }

    /** Kinds of axon share a type where no slice would need two weights for it; joined in a fixed order, first fit. */
    private long types() {
        List<Map<Slice, Double>> types = new ArrayList<>();
        kinds.entrySet().stream()
                .sorted((a, b) -> a.getKey().population() != b.getKey().population()
                        ? Integer.compare(a.getKey().population(), b.getKey().population())
                        : Integer.compare(a.getKey().kind(), b.getKey().kind()))
                .forEach(kind -> {
                    for (Map<Slice, Double> type : types) {
                        if (agree(type, kind.getValue())) {
                            type.putAll(kind.getValue());
                            return;
                        }
                    }
                    types.add(new HashMap<>(kind.getValue()));
                });
        return types.size();
    }

    private static boolean agree(Map<Slice, Double> type, Map<Slice, Double> kind) {
        return kind.entrySet().stream()
                .allMatch(e -> type.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
    }
}
