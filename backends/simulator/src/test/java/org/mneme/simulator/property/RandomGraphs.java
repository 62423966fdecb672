package org.mneme.simulator.property;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mneme.bits.Ints;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;
import org.mneme.simulator.property.RandomModels.Kind;

/**
 * Random valid graphs with input, tuned so that activity neither dies nor explodes.
 *
 * <p>Each population has a scale: the size of the input sums its weights aim at and its threshold is drawn from.
 */
public final class RandomGraphs {
    private static final List<Kind> FIXED_KINDS =
            List.of(Kind.LIF, Kind.LIF, Kind.ESCAPE, Kind.SIGN, Kind.SIGN, Kind.IDENTITY, Kind.TABLE, Kind.TABLE);
    private static final List<Kind> REAL_KINDS = List.of(
            Kind.LIF,
            Kind.LIF,
            Kind.ESCAPE,
            Kind.ESCAPE,
            Kind.SIGN,
            Kind.IDENTITY,
            Kind.POWER,
            Kind.POWER,
            Kind.EXPONENTIAL,
            Kind.EXPONENTIAL,
            Kind.STEP,
            Kind.STEP);
    /** Few different sizes, so that populations of one size can be joined one to one. */
    private static final List<Integer> SIZES = List.of(1, 3, 3, 6, 6, 6, 10, 20);

    private final Draw draw;
    private final NumberDomain domain;
    private final RandomWeights weights;
    private final List<Plan> plans = new ArrayList<>();
    private final boolean longDelays;

    /** What is known of a population before its weights are drawn. */
    record Plan(String name, int size, Kind kind, double scale, double payload, long maxPayload) {}

    private RandomGraphs(Draw draw) {
        this.draw = draw;
        this.domain = draw.chance(0.46) ? new NumberDomain.Real() : new NumberDomain.Fixed(draw.pick(24, 32));
        this.weights = new RandomWeights(draw, domain);
        this.longDelays = draw.chance(0.06);
    }

    /**
     * Returns the case of a seed.
     *
     * @param seed any number
     * @return always the same case
     */
    public static Case of(long seed) {
        Draw draw = new Draw(seed);
        RandomGraphs random = new RandomGraphs(draw);
        SpikingGraph graph = random.graph(seed);
        int ticks = random.longDelays ? 260 : draw.whole(40, 140);
        return new Case(seed, graph, random.trains(ticks), ticks, draw.seed());
    }

    private SpikingGraph graph(long seed) {
        int count = draw.chance(0.04) ? 1 : draw.whole(2, 5);
        boolean autonomous = draw.chance(0.05);
        for (int p = 0; p < count; p++) {
            boolean source = p == 0 ? !autonomous : p > 1 && draw.chance(0.15);
            plans.add(source ? source(p) : neurons(p));
        }
        List<List<RandomWeights.Synapses>> incoming = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            incoming.add(plans.get(p).kind() == Kind.SOURCE ? List.of() : incoming(p));
        }
        GraphBuilder builder = new GraphBuilder("random-" + seed, domain, 0.001);
        RandomModels models = new RandomModels(draw, domain);
        for (int p = 0; p < count; p++) {
            builder.population(
                    plans.get(p).name(),
                    plans.get(p).size(),
                    models.model(plans.get(p), incoming.get(p).size()));
        }
        List<RandomWeights.Synapses> projections =
                new ArrayList<>(incoming.stream().flatMap(List::stream).toList());
        projections.sort(Comparator.comparingDouble(RandomWeights.Synapses::order));
        for (int k = 0; k < projections.size(); k++) {
            RandomWeights.Synapses s = projections.get(k);
            builder.projection(
                    "j" + k,
                    s.source().name(),
                    s.target().name(),
                    s.weights(),
                    delay(s.target().size()));
        }
        return builder.build();
    }

    private Plan source(int p) {
        long max = draw.chance(0.6) ? 1 : draw.chance(0.7) ? draw.whole(2, 10) : draw.whole(1000, 1_000_000);
        return new Plan("source" + p, size(), Kind.SOURCE, 1, Math.max(1, max * 0.5), max);
    }

    private Plan neurons(int p) {
        Kind kind = draw.pick(domain instanceof NumberDomain.Real ? REAL_KINDS : FIXED_KINDS);
        double scale = draw.chance(0.45) ? draw.whole(1, 5) : draw.pick(10, 30, 300, 3000, 100_000);
        if (domain instanceof NumberDomain.Fixed fixed && draw.chance(0.25)) {
            scale = fixed.maxState() * draw.real(0.3, 1.2);
        }
        double payload = switch (kind) {
            case SOURCE, LIF, ESCAPE, SIGN -> 1;
            case IDENTITY -> scale;
            case TABLE, POWER, EXPONENTIAL, STEP -> draw.pick(1, 3, 40, 127);
        };
        long max = kind == Kind.IDENTITY && domain instanceof NumberDomain.Fixed fixed
                ? -fixed.minState()
                : (long) Math.ceil(payload);
        return new Plan(kind.name().toLowerCase(Locale.ROOT) + p, size(), kind, scale, payload, max);
    }

    private int size() {
        return draw.chance(0.11) ? draw.whole(65, 130) : draw.chance(0.7) ? draw.pick(SIZES) : draw.whole(1, 20);
    }

    private List<RandomWeights.Synapses> incoming(int p) {
        Plan target = plans.get(p);
        List<Plan> sources = new ArrayList<>();
        List<Plan> earlier = candidates(target, plans.subList(0, Math.max(1, p)));
        if (!earlier.isEmpty()) {
            sources.add(draw.pick(earlier));
        }
        List<Plan> all = candidates(target, plans);
        int more = draw.pick(0, 0, 1, 1, 2);
        for (int k = 0; k < more && !all.isEmpty(); k++) {
            sources.add(draw.pick(all));
        }
        List<RandomWeights.Synapses> synapses = new ArrayList<>();
        for (Plan source : sources) {
            synapses.add(new RandomWeights.Synapses(
                    source, target, weights.weights(source, target, sources.size()), draw.real(0, 1)));
        }
        return synapses;
    }

    /** In the real domain nothing saturates, so unbounded payloads do not go where they would be amplified again. */
    private List<Plan> candidates(Plan target, List<Plan> from) {
        boolean bounded = domain instanceof NumberDomain.Fixed || !target.kind().unbounded();
        return from.stream().filter(plan -> bounded || !plan.kind().unbounded()).toList();
    }

    private Ints delay(int targets) {
        int longest = longDelays && draw.chance(0.4) ? 200 : draw.pick(1, 1, 2, 4, 12);
        if (draw.chance(0.3)) {
            int[] delays = new int[targets];
            Arrays.setAll(delays, _ -> draw.whole(1, longest));
            return Ints.of(delays);
        }
        return Ints.of(longest == 200 ? draw.whole(150, 210) : longest);
    }

    private List<SourceSpike> trains(int ticks) {
        List<SourceSpike> spikes = new ArrayList<>();
        for (Plan plan : plans) {
            if (plan.kind() == Kind.SOURCE) {
                train(plan, ticks, spikes);
            }
        }
        spikes.sort(Comparator.comparingLong(SourceSpike::tick));
        return spikes;
    }

    /** Stretches at a base rate, bursts, and silences. */
    private void train(Plan plan, int ticks, List<SourceSpike> spikes) {
        double base = draw.pick(0.03, 0.1, 0.2, 0.5) * (plan.size() > 64 ? 0.5 : 1);
        boolean binary = draw.chance(0.4);
        for (int t = 0; t < ticks; ) {
            double rate = draw.pick(base, base, 0.8, 0.0);
            int length = rate == 0 ? draw.whole(5, 60) : rate == 0.8 ? draw.whole(1, 4) : draw.whole(10, 40);
            for (int end = Math.min(ticks, t + length); t < end; t++) {
                for (int i = 0; i < plan.size(); i++) {
                    if (draw.chance(rate)) {
                        spikes.add(new SourceSpike(plan.name(), t, i, binary ? 1 : payload(plan.maxPayload())));
                    }
                }
            }
        }
    }

    private long payload(long max) {
        long magnitude = draw.chance(0.2) ? max : draw.whole(1, (int) max);
        return draw.chance(0.4) ? -magnitude : magnitude;
    }
}
