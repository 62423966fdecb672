package org.mneme.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/**
 * Plans relays for populations that hear more sources than a core has input axons.
 *
 * <p>Counted are the distinct sources of a population, and the delays and signs that take axons of their own on the target; of a one-to-one projection
 * one a neuron. A population of which a core could hold {@value #SHARERS} neurons whatever they hear is left to the partition.
 */
final class FanIn {
    /** Fewer neurons than this on a core would waste it. */
    private static final int SHARERS = 4;

    private final SpikingGraph graph;
    private final Target target;
    private final StaticBounds bounds;
    private final RelaySoundness soundness;
    private final long axons;
    private final Map<String, FanInPlan.Split> splits = new LinkedHashMap<>();
    private final List<Misfit> misfits = new ArrayList<>();
    private int excessBits;

    private FanIn(SpikingGraph graph, Target target, NumberDomain.Fixed domain) {
        this.graph = graph;
        this.target = target;
        this.bounds = new StaticBounds(graph, domain);
        this.soundness = new RelaySoundness(graph, target, domain, bounds);
        this.axons = target.limit(Quantity.INPUT_AXONS_PER_CORE);
    }

    static FanInPlan plan(SpikingGraph graph, Target target) {
        if (!(graph.domain() instanceof NumberDomain.Fixed domain)) {
            return new FanInPlan(Map.of(), List.of(), 0);
        }
        FanIn fanIn = new FanIn(graph, target, domain);
        graph.populations().forEach(fanIn::plan);
        return new FanInPlan(fanIn.splits, fanIn.misfits, fanIn.excessBits);
    }

    /** A projection onto the population that is planned. */
    private final class Input {
        private final Projection projection;
        private final List<Integer> counts = new ArrayList<>();

        Input(Projection projection) {
            this.projection = projection;
        }

        /** Axons a source takes. */
        private long each() {
            Synapses s = bounds.synapses(projection);
            long delays = target.has(Trait.AXON_HOLDS_DELAY)
                    ? projection.delay().stream().distinct().count()
                    : 1;
            return Math.max(1, delays * (target.has(Trait.SHARED_AXON_WEIGHTS) ? s.kinds() : 1));
        }

        long axons() {
            if (!counts.isEmpty()) {
                return counts.getLast();
            }
            return projection.weights() instanceof Weights.OneToOne ? oneToOne() : unsplit() * each();
        }

        /** Where the host sends the spikes of neurons itself, an input of their own takes no axon. */
        private int oneToOne() {
            boolean input = graph.population(projection.source()).model() instanceof Source;
            return input && target.has(Trait.HOST_FIRES_NEURONS) ? 0 : 1;
        }

        /** Axons that it takes for one neuron at most. */
        long mostInto() {
            return projection.weights() instanceof Weights.OneToOne
                    ? oneToOne()
                    : bounds.synapses(projection).mostInto();
        }

        private int unsplit() {
            return bounds.synapses(projection).sources().cardinality();
        }

        boolean narrows() {
            return axons() > 1 && Math.ceilDiv(axons(), axons) < axons();
        }

        /** One level of relays more: each hears as many as a core can. */
        void addLevel() {
            long fanIn = counts.isEmpty() ? axons / Math.min(axons, each()) : axons;
            long before = counts.isEmpty() ? unsplit() : counts.getLast();
            counts.add((int) Math.ceilDiv(before, fanIn));
        }
    }

    private void plan(Population population) {
        List<Input> inputs = graph.projections().stream()
                .filter(p -> p.target().equals(population.name()))
                .map(Input::new)
                .toList();
        if (heard(inputs) <= axons || mostHeard(inputs) * SHARERS <= axons) {
            return;
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        Map<String, FanInPlan.Kind> kinds = new LinkedHashMap<>();
        for (Input input : inputs) {
            RelaySoundness.Verdict verdict = soundness.of(population, input.projection);
            verdict.kind()
                    .ifPresentOrElse(
                            kind -> kinds.put(input.projection.name(), kind),
                            () -> reasons.put(input.projection.name(), verdict.reason()));
        }
        while (heard(inputs) > axons) {
            Optional<Input> widest = inputs.stream()
                    .filter(i -> kinds.containsKey(i.projection.name()) && i.narrows())
                    .max(Comparator.comparingLong(Input::axons));
            if (widest.isEmpty()) {
                if (mostHeard(inputs) > axons) {
                    misfits.add(misfit(population, inputs, reasons));
                }
                return;
            }
            widest.get().addLevel();
        }
        for (Input input : inputs) {
            if (!input.counts.isEmpty()) {
                String name = input.projection.name();
                FanInPlan.Kind kind = kinds.getOrDefault(name, FanInPlan.Kind.ANY);
                splits.put(
                        name,
                        new FanInPlan.Split(
                                kind, input.counts, input.projection.delay().min()));
                if (kind == FanInPlan.Kind.SUM) {
                    excessBits = Math.max(excessBits, soundness.excessBits(input.projection));
                }
            }
        }
    }

    /** Axons of a core with neurons that hear whatever any of the population hears; the one-to-one inputs of one of them. */
    private long heard(List<Input> inputs) {
        Map<String, Long> bySource = new LinkedHashMap<>();
        long relays = 0;
        for (Input input : inputs) {
            if (input.counts.isEmpty()) {
                bySource.merge(axonKey(input), input.axons(), Long::sum);
            } else {
                relays += input.axons();
            }
        }
        for (Input input : inputs) {
            // a source that two projections share has one axon for both
            long all =
                    input.each() * graph.population(input.projection.source()).size();
            bySource.computeIfPresent(axonKey(input), (_, sum) -> Math.min(sum, all));
        }
        return relays + bySource.values().stream().mapToLong(Long::longValue).sum();
    }

    private String axonKey(Input input) {
        return input.projection.source() + (target.has(Trait.AXON_HOLDS_DELAY) ? " " + input.projection.delay() : "");
    }

    /** Axons that one neuron of the population takes at most. */
    private long mostHeard(List<Input> inputs) {
        Map<String, Long> bySource = new LinkedHashMap<>();
        for (Input input : inputs) {
            long size = graph.population(input.projection.source()).size();
            bySource.merge(axonKey(input), input.mostInto(), (a, b) -> Math.min(a + b, size));
        }
        return bySource.values().stream().mapToLong(Long::longValue).sum();
    }

    private Misfit misfit(Population population, List<Input> inputs, Map<String, String> reasons) {
        Input widest = inputs.stream()
                .filter(i -> reasons.containsKey(i.projection.name()))
                .max(Comparator.comparingLong(Input::axons))
                .orElseGet(inputs::getFirst);
        String source = widest.projection.source();
        Synapses s = bounds.synapses(widest.projection);
        // so many that one neuron at least fits a core, at the share of them that it hears now
        long room = axons - (mostHeard(inputs) - s.mostInto());
        long most = room * widest.unsplit() / Math.max(1, s.mostInto());
        return Misfit.beyond(
                Quantity.INPUT_AXONS_PER_CORE,
                (double) heard(inputs),
                (double) axons,
                "population " + population.name(),
                String.format(
                        Locale.ROOT,
                        "hears %d axons (%s), one neuron up to %d, where a core has %d, and %s cannot go through relays, since %s",
                        heard(inputs),
                        inputs.stream()
                                .map(i -> i.axons() + " of " + i.projection.name())
                                .collect(Collectors.joining(", ")),
                        mostHeard(inputs),
                        axons,
                        widest.projection.name(),
                        reasons.getOrDefault(widest.projection.name(), "they take axons too")),
                most > 0
                        ? "make " + source + " at most " + most + " neurons" + Nouns.perNeuron(source)
                        : "use a target with more input axons a core");
    }
}
