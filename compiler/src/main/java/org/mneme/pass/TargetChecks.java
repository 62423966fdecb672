package org.mneme.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/** Lists, all at once, what of a graph a target cannot do: whatever does not depend on how the graph is divided among cores. */
final class TargetChecks {
    private final SpikingGraph graph;
    private final Target target;
    private final Grounds grounds;
    private final List<Misfit> misfits = new ArrayList<>();

    private TargetChecks(SpikingGraph graph, Target target, Grounds grounds) {
        this.graph = graph;
        this.target = target;
        this.grounds = grounds;
    }

    /**
     * Lists what does not fit.
     *
     * @param graph without mistakes
     * @param meant the graph before relays, whose graded populations have the same sums, and show more plainly how large these are
     * @param target the target
     * @param grounds told what is looked at
     * @return empty where all fits
     */
    static List<Misfit> of(SpikingGraph graph, SpikingGraph meant, Target target, Grounds grounds) {
        if (!(graph.domain() instanceof NumberDomain.Fixed fixed)) {
            return List.of(Misfit.lacking(
                    "graph " + graph.name(),
                    "computes with 64-bit floats, boards with integers",
                    "use 'lowering: graded'"));
        }
        TargetChecks checks = new TargetChecks(graph, target, grounds);
        StaticBounds bounds = new StaticBounds(graph, fixed);
        StateChecks states =
                new StateChecks(target, fixed, bounds, new StaticBounds(meant, fixed), grounds, checks.misfits);
        MembraneChecks membranes = new MembraneChecks(target, bounds, grounds, checks.misfits);
        for (Population population : graph.populations()) {
            checks.model(population);
            checks.payload(population, bounds);
            switch (population.model()) {
                case Lif lif -> membranes.check(population, lif.membrane());
                case Escape escape -> membranes.check(population, escape.membrane());
                case Graded _, Source _ -> {}
            }
            states.check(population);
            checks.signs(population, bounds);
        }
        graph.projections().forEach(checks::delay);
        return List.copyOf(checks.misfits);
    }

    private void require(Trait trait, String object, String excess, String remedy) {
        if (!grounds.has(trait)) {
            misfits.add(Misfit.lacking(object, target.name(), trait, excess, remedy));
        }
    }

    private void model(Population population) {
        String object = "population " + population.name();
        switch (population.model()) {
            case Lif _ -> require(Trait.LIF, object, "integrates and fires", "use another target");
            case Escape _ ->
                require(Trait.ESCAPE, object, "fires at random", "use 'lowering: spiking', or another target");
            case Graded graded -> {
                String remedy = "use 'lowering: spiking', or another target";
                switch (graded.phi()) {
                    case Phi.Sign _ -> require(Trait.GRADED_SIGN, object, "sends the sign of its sum", remedy);
                    case Phi.Identity _ -> require(Trait.GRADED_IDENTITY, object, "sends its sum", remedy);
                    case Phi.Table _ -> require(Trait.GRADED_TABLE, object, "sends what its table says", remedy);
                    case Phi.Power _, Phi.Exponential _, Phi.Step _ ->
                        misfits.add(Misfit.lacking(object, "computes φ in floats", "use 'lowering: graded'"));
                }
                if (graded.retain()) {
                    require(Trait.RETAIN, object, "keeps its sum from tick to tick", "leave out the timing");
                }
            }
            case Source _ -> {}
        }
    }

    private void payload(Population population, StaticBounds bounds) {
        StaticBounds.Range payload = bounds.payload(population);
        int bits = payload.magnitude() <= 1 && !(population.model() instanceof Graded) ? 0 : payload.bits();
        long limit = grounds.limit(Quantity.PAYLOAD_BITS);
        if (bits > limit) {
            misfits.add(Misfit.beyond(
                    Quantity.PAYLOAD_BITS,
                    bits,
                    (double) limit,
                    "population " + population.name(),
                    String.format(
                            Locale.ROOT,
                            "sends payloads from %.0f to %.0f, which take %d bits, where a spike of %s carries %d",
                            payload.low(),
                            payload.high(),
                            bits,
                            target.name(),
                            limit),
                    limit < 2 ? "use 'lowering: spiking'" : "use 'payload-bits: " + limit + "' or fewer"));
        }
    }

    /** Where a threshold is tested at each input, the order of inputs matters, unless all are of one sign and none is kept. */
    private void signs(Population population, StaticBounds bounds) {
        if (target.has(Trait.SIGNED_SUMS) || population.model() instanceof Source) {
            return;
        }
        List<String> negative = new ArrayList<>();
        boolean positive = false;
        for (Projection projection : graph.projections()) {
            if (projection.target().equals(population.name())) {
                Synapses s = bounds.synapses(projection);
                positive |= s.positive() > 0;
                if (s.negative() > 0) {
                    negative.add(projection.name());
                }
            }
        }
        if (positive && !negative.isEmpty()) {
            misfits.add(Misfit.lacking(
                    "population " + population.name(),
                    "hears inputs of both signs, and " + target.name()
                            + " tests the threshold at each, so that their order would decide (it lacks "
                            + Trait.SIGNED_SUMS.key() + ")",
                    "leave out what inhibits: " + String.join(", ", negative)));
        }
    }

    private void delay(Projection projection) {
        String object = "projection " + projection.name();
        long longest = grounds.limit(Quantity.LONGEST_DELAY);
        long shortest = target.value(Quantity.SHORTEST_DELAY).isEmpty() ? 1 : grounds.limit(Quantity.SHORTEST_DELAY);
        if (projection.delay().max() > longest) {
            misfits.add(Misfit.beyond(
                    Quantity.LONGEST_DELAY,
                    projection.delay().max(),
                    (double) longest,
                    object,
                    "a delay of " + projection.delay().max() + " ticks where " + target.name() + " has up to "
                            + longest,
                    "use shorter latencies"));
        }
        if (projection.delay().min() < shortest) {
            misfits.add(Misfit.beyond(
                    Quantity.SHORTEST_DELAY,
                    projection.delay().min(),
                    (double) shortest,
                    object,
                    "a delay of " + projection.delay().min() + " ticks where " + target.name() + " has at least "
                            + shortest,
                    "use longer latencies"));
        }
        if (projection.delay().stream().distinct().count() > 1) {
            require(
                    Trait.DELAY_PER_TARGET,
                    object,
                    "its targets have different delays",
                    "use one dwell for all patterns");
        }
    }
}
