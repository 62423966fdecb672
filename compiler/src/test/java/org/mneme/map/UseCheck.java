package org.mneme.map;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** Counts what each core uses, synapse by synapse, and compares it with the limits and with the report. */
final class UseCheck {
    private final Mapping mapping;
    private final SpikingGraph graph;
    private final Target target;
    private final int[][] siteOf;
    private final Mesh mesh;
    private final Map<String, Integer> index;

    UseCheck(Mapping mapping, int[][] siteOf, Mesh mesh) {
        this.mapping = mapping;
        this.graph = mapping.workload().graph();
        this.target = mapping.target();
        this.siteOf = siteOf;
        this.mesh = mesh;
        this.index = graph.populationIndex();
    }

    void check(List<String> faults) {
        Map<Integer, Double> chipBits = new TreeMap<>();
        Map<Integer, Integer> chipCores = new TreeMap<>();
        List<Cluster> clusters = mapping.partition().clusters();
        for (int c = 0; c < clusters.size(); c++) {
            int site = mapping.placement().sites().at(c);
            Map<Quantity, Double> used = used(clusters.get(c));
            chipBits.merge(mesh.chip(site), used.getOrDefault(Quantity.SYNAPSE_BITS_PER_CORE, 0.0), Double::sum);
            chipCores.merge(mesh.chip(site), 1, Integer::sum);
            String place = "chip " + mesh.chip(site) + " core " + mesh.core(site);
            used.forEach((quantity, count) -> compare(quantity, place, count, faults));
        }
        chipBits.forEach((chip, bits) -> compare(Quantity.SYNAPSE_BITS_PER_CHIP, "chip " + chip, bits, faults));
        chipCores.forEach((chip, cores) -> compare(Quantity.CORES_PER_CHIP, "chip " + chip, cores, faults));
        compare(Quantity.CHIPS, "board", chipCores.size(), faults);
        mapping.routes().tables().stream().map(TableEntry::chip).distinct().forEach(chip -> {
            double entries = mapping.routes().tables().stream()
                    .filter(e -> e.chip() == chip)
                    .count();
            compare(Quantity.ROUTING_ENTRIES_PER_CHIP, "chip " + chip, entries, faults);
        });
    }

    private void compare(Quantity quantity, String place, double used, List<String> faults) {
        if (used > MappingCheck.limit(target, quantity)) {
            faults.add(place + ": " + used + " exceed " + quantity.key());
        }
        List<Double> reported = mapping.resources().stream()
                .filter(r -> r.quantity() == quantity && r.place().equals(place))
                .map(Resource::used)
                .toList();
        if (!reported.equals(List.of(used))) {
            faults.add(place + ": " + quantity.key() + " is " + used + ", the report says " + reported);
        }
    }

    private Map<Quantity, Double> used(Cluster cluster) {
        Map<Quantity, Double> used = new EnumMap<>(Quantity.class);
        Set<Object> axons = new HashSet<>();
        Set<Object> thresholds = new HashSet<>();
        Set<Object> floors = new HashSet<>();
        Set<Object> membranes = new HashSet<>();
        double neurons = 0;
        double outputs = 0;
        double bits = 0;
        for (int s = 0; s < cluster.slices().size(); s++) {
            Slice slice = cluster.slices().get(s);
            int copies = cluster.copies().get(s);
            Population population = graph.populations().get(slice.population());
            boolean probed = mapping.workload().probed().contains(population.name());
            neurons += slice.size() * (double) copies;
            for (int i = slice.from(); i < slice.to(); i++) {
                int reached = reached(slice.population(), i) + (probed ? 1 : 0);
                outputs += reached;
                if (reached > copies * MappingCheck.limit(target, Quantity.TARGETS_PER_NEURON)) {
                    outputs = Double.NaN;
                }
                profile(population.model(), i, thresholds, floors, membranes);
            }
            for (Projection projection : graph.projections()) {
                if (indexOf(projection.target()) == slice.population()) {
                    axons.addAll(axons(projection, slice));
                    bits += bits(projection, slice, copies);
                }
            }
        }
        used.put(Quantity.NEURONS_PER_CORE, neurons);
        used.put(Quantity.INPUT_AXONS_PER_CORE, (double) axons.size());
        used.put(Quantity.OUTPUT_AXONS_PER_CORE, outputs);
        used.put(Quantity.SYNAPSE_BITS_PER_CORE, bits);
        used.put(Quantity.THRESHOLDS_PER_CORE, (double) thresholds.size());
        used.put(Quantity.FLOORS_PER_CORE, (double) floors.size());
        used.put(Quantity.MEMBRANES_PER_CORE, (double) membranes.size());
        return used;
    }

    private int indexOf(String population) {
        return index.getOrDefault(population, -1);
    }

    private boolean heard(Projection projection, int source, int neuron) {
        NeuronModel model = graph.population(projection.target()).model();
        return model instanceof Graded
                ? projection.weights().stores(source, neuron)
                : projection.weights().at(source, neuron) != 0;
    }

    /** Axons a slice needs of a projection: source, and the delay where it belongs to the axon. */
    private Set<Object> axons(Projection projection, Slice slice) {
        Set<Object> axons = new HashSet<>();
        boolean byDelay = target.has(Trait.AXON_HOLDS_DELAY);
        for (int s = 0; s < graph.population(projection.source()).size(); s++) {
            for (int i = slice.from(); i < slice.to(); i++) {
                if (heard(projection, s, i)) {
                    axons.add(List.of(
                            indexOf(projection.source()),
                            s,
                            byDelay ? projection.delay().shared(i) : 0));
                }
            }
        }
        return axons;
    }

    /** Axons a neuron has to reach, on all cores. */
    private int reached(int population, int neuron) {
        Set<Object> reached = new HashSet<>();
        boolean byDelay = target.has(Trait.AXON_HOLDS_DELAY);
        for (Projection projection : graph.projections()) {
            if (indexOf(projection.source()) == population) {
                int[] sites = siteOf[indexOf(projection.target())];
                for (int t = 0; t < sites.length; t++) {
                    if (heard(projection, neuron, t)) {
                        reached.add(
                                List.of(sites[t], byDelay ? projection.delay().shared(t) : 0));
                    }
                }
            }
        }
        return reached.size();
    }

    private double bits(Projection projection, Slice slice, int copies) {
        Set<Long> weights = new HashSet<>();
        int sources = graph.population(projection.source()).size();
        boolean delayed = false;
        int[] counts = new int[sources];
        for (int i = slice.from(); i < slice.to(); i++) {
            delayed |= projection.delay().shared(i) > 1;
            for (int s = 0; s < sources; s++) {
                long weight = (long) projection.weights().at(s, i);
                if (weight != 0) {
                    weights.add(weight);
                    counts[s]++;
                }
            }
        }
        // A sign matrix has both signs, whatever the slice shows of it.
        if (projection.weights() instanceof org.mneme.ir.Weights.SignMatrix sign && !sign.unsigned()) {
            weights.add((long) sign.scale());
            weights.add((long) -sign.scale());
        }
        weights.remove(0L);
        int width = Integer.MAX_VALUE;
        for (WeightFormat format : target.formats()) {
            for (int e = format.lowestExponent(); e <= format.highestExponent(); e++) {
                int exponent = e;
                if (weights.stream().allMatch(w -> format.holds(w, exponent))) {
                    width = Math.min(width, format.bits());
                }
            }
        }
        double bits = 0;
        for (int count : counts) {
            bits += count == 0 ? 0 : target.rows().bits(slice.size() * copies, count * copies, width, delayed);
        }
        return bits;
    }

    private static void profile(
            NeuronModel model, int neuron, Set<Object> thresholds, Set<Object> floors, Set<Object> membranes) {
        Membrane membrane;
        if (model instanceof Lif lif) {
            membrane = lif.membrane();
        } else if (model instanceof Escape escape) {
            membrane = escape.membrane();
        } else {
            return;
        }
        thresholds.add(membrane.threshold().at(neuron));
        floors.add(membrane.floor().at(neuron));
        membranes.add(List.of(
                decay(membrane.current(), neuron),
                decay(membrane.potential(), neuron),
                membrane.bias().at(neuron),
                membrane.refractory().at(neuron)));
    }

    private static String decay(Decay decay, int neuron) {
        return switch (decay) {
            case Decay.Fraction fraction -> "fraction " + fraction.delta().at(neuron);
            case Decay.Linear linear -> "linear " + linear.step().at(neuron);
        };
    }
}
