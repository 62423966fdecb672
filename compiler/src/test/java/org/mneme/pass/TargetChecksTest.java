package org.mneme.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Figure;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** Each thing that a target lacks is named with its object, the excess and what would do. */
class TargetChecksTest {
    private static final String SOURCE = "this test";

    /** Everything within limits that every case below breaks one of. */
    private static Target target(Set<Trait> without, Map<Quantity, Double> limits) {
        Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        Map<Quantity, Double> all = new EnumMap<>(Map.of(
                Quantity.STATE_BITS, 16.0,
                Quantity.LARGEST_THRESHOLD, 1000.0,
                Quantity.LARGEST_BIAS, 100.0,
                Quantity.LARGEST_LEAK, 50.0,
                Quantity.DECAY_STEPS, 16.0,
                Quantity.LONGEST_DELAY, 9.0,
                Quantity.SHORTEST_DELAY, 1.0,
                Quantity.LONGEST_REFRACTORY, 5.0,
                Quantity.PAYLOAD_BITS, 8.0));
        all.putAll(limits);
        all.forEach((q, v) -> figures.put(q, new Figure(OptionalDouble.of(v), Status.KNOWN, SOURCE)));
        Map<Trait, Trait.Support> traits = new EnumMap<>(Trait.class);
        EnumSet.complementOf(EnumSet.of(Trait.AXON_HOLDS_DELAY, Trait.SHARED_AXON_WEIGHTS))
                .forEach(t -> traits.put(t, new Trait.Support(Status.KNOWN, SOURCE)));
        without.forEach(traits::remove);
        return new Target(
                "small",
                "a target of this test",
                Target.Arithmetic.ENVELOPE,
                List.of(),
                Target.Topology.MESH,
                Target.Routing.DESTINATIONS,
                figures,
                traits,
                List.of(new WeightFormat("signed", -8, 7, 1, 0, 3, 4, Status.KNOWN, SOURCE)),
                new SynapseRows(false, 0, 0, 0, 64, 64, Status.KNOWN, SOURCE),
                "0".repeat(64));
    }

    private static SpikingGraph graph(NeuronModel model, double weight, Ints delay) {
        return new GraphBuilder("g", new NumberDomain.Fixed(24), 1e-3)
                .population("in", 3, new Source(1))
                .population("n", 3, model)
                .projection("p", "in", "n", new Weights.OneToOne(Parameter.of(weight)), delay)
                .build();
    }

    private static SpikingGraph graph(NeuronModel model) {
        return graph(model, 3, Ints.of(1));
    }

    /** Fires at 5, forgets, and has what is given besides. */
    private static Membrane membrane(
            Decay current, Decay potential, double bias, double theta, Membrane.Reset reset, double floor, int ref) {
        return new Membrane(
                current,
                potential,
                Parameter.of(bias),
                Parameter.of(theta),
                reset,
                Parameter.of(floor),
                Parameter.of(ref));
    }

    private static final Decay ALL = Decay.Fraction.of(4096);
    private static final Decay NONE = Decay.Fraction.of(0);
    private static final Membrane.Reset ZERO = new Membrane.Reset.Hard(Parameter.of(0));
    private static final double NO_FLOOR = Double.NEGATIVE_INFINITY;

    record Case(String object, String excess, Set<Trait> without, Map<Quantity, Double> limits, SpikingGraph graph) {
        @Override
        public String toString() {
            return object + " " + excess;
        }
    }

    private static Case lacking(String excess, Trait trait, NeuronModel model) {
        return new Case("population n", excess, Set.of(trait), Map.of(), graph(model));
    }

    private static Case beyond(String excess, NeuronModel model) {
        return new Case("population n", excess, Set.of(), Map.of(), graph(model));
    }

    private static Lif lif(
            Decay current, Decay potential, double bias, double theta, Membrane.Reset reset, double floor, int ref) {
        return new Lif(membrane(current, potential, bias, theta, reset, floor, ref));
    }

    private static Graded graded(Phi phi, boolean retain) {
        return new Graded(phi, retain, false);
    }

    static Stream<Case> cases() {
        Phi.Table wide = Phi.Table.of(IntTable.of(-1, -200, 0, 200));
        return Stream.of(
                lacking("integrates and fires", Trait.LIF, lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0)),
                lacking(
                        "fires at random",
                        Trait.ESCAPE,
                        new Escape(
                                membrane(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0),
                                new Escape.Hazard.Table(IntTable.of(0, 0, 5)))),
                lacking("sends the sign", Trait.GRADED_SIGN, graded(new Phi.Sign(), false)),
                lacking("sends its sum", Trait.GRADED_IDENTITY, graded(new Phi.Identity(), false)),
                lacking(
                        "sends what its table says",
                        Trait.GRADED_TABLE,
                        graded(Phi.Table.of(IntTable.of(0, 1)), false)),
                lacking("keeps its sum", Trait.RETAIN, graded(new Phi.Sign(), true)),
                lacking("kept from falling below -1", Trait.FLOOR, lif(ALL, NONE, 0, 5, ZERO, -1, 0)),
                lacking(
                        "takes its threshold off",
                        Trait.SUBTRACT_RESET,
                        lif(ALL, ALL, 0, 5, new Membrane.Reset.Subtract(), NO_FLOOR, 0)),
                lacking(
                        "a spike resets it to 3",
                        Trait.RESET_VALUE,
                        lif(ALL, Decay.Fraction.of(1024), 0, 5, new Membrane.Reset.Hard(Parameter.of(3)), NO_FLOOR, 0)),
                lacking(
                        "outlasts a tick",
                        Trait.CURRENT_DECAY,
                        lif(Decay.Fraction.of(2048), ALL, 0, 5, ZERO, NO_FLOOR, 0)),
                lacking(
                        "decays by a fraction",
                        Trait.POTENTIAL_DECAY,
                        lif(ALL, Decay.Fraction.of(2048), 0, 5, ZERO, NO_FLOOR, 0)),
                lacking(
                        "leaks a constant",
                        Trait.LINEAR_LEAK,
                        lif(ALL, new Decay.Linear(Parameter.of(20)), 0, 5, ZERO, NO_FLOOR, 0)),
                lacking("a bias of up to 4", Trait.BIAS, lif(ALL, ALL, -4, 5, ZERO, NO_FLOOR, 0)),
                beyond("a threshold of 1001", lif(ALL, ALL, 0, 1001, ZERO, NO_FLOOR, 0)),
                new Case(
                        "population n",
                        "the depth of a floor of 7",
                        Set.of(),
                        Map.of(Quantity.LARGEST_FLOOR, 6.0),
                        graph(lif(ALL, NONE, 0, 5, ZERO, -7, 0))),
                new Case(
                        "population n",
                        "the sum of its inputs in a tick can reach -24…24, which takes 6 bits, where small adds in 5",
                        Set.of(),
                        Map.of(Quantity.INPUT_SUM_BITS, 5.0),
                        graph(lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0), 24, Ints.of(1))),
                beyond("a bias of 101", lif(ALL, ALL, 101, 5, ZERO, NO_FLOOR, 0)),
                beyond("a leak of 51", lif(ALL, new Decay.Linear(Parameter.of(51)), 0, 5, ZERO, NO_FLOOR, 0)),
                beyond("a refractory time of 6", lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 6)),
                beyond(
                        "100 of 4096, lies between the 16 steps",
                        lif(ALL, Decay.Fraction.of(100), 0, 5, ZERO, NO_FLOOR, 0)),
                beyond("its potential has no bound", lif(ALL, NONE, 0, 5, ZERO, NO_FLOOR, 0)),
                beyond("payloads from -200 to 200, which take 9 bits", graded(wide, false)),
                new Case(
                        "population in",
                        "payloads from -9 to 9, which take 5 bits",
                        Set.of(),
                        Map.of(Quantity.PAYLOAD_BITS, 4.0),
                        new GraphBuilder("g", new NumberDomain.Fixed(24), 1e-3)
                                .population("in", 1, new Source(9))
                                .population("n", 1, graded(new Phi.Sign(), false))
                                .projection("p", "in", "n", new Weights.Uniform(1), 1)
                                .build()),
                new Case(
                        "population n",
                        "its potential can reach -24…24, which takes 6 bits",
                        Set.of(),
                        Map.of(Quantity.STATE_BITS, 5.0),
                        graph(lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0), 24, Ints.of(1))),
                new Case(
                        "projection p",
                        "a delay of 1 ticks where small has at least 2",
                        Set.of(),
                        Map.of(Quantity.SHORTEST_DELAY, 2.0),
                        graph(lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0))),
                new Case(
                        "projection p",
                        "its targets have different delays",
                        Set.of(Trait.DELAY_PER_TARGET),
                        Map.of(),
                        graph(lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0), 3, Ints.of(1, 2, 1))),
                new Case(
                        "projection p",
                        "a weight of 61 is beyond every weight format",
                        Set.of(),
                        Map.of(),
                        graph(lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0), 61, Ints.of(1))),
                new Case(
                        "projection p",
                        "cannot do with 10 for 9",
                        Set.of(),
                        Map.of(),
                        graph(lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0), 9, Ints.of(1))),
                new Case(
                        "population n",
                        "hears inputs of both signs",
                        Set.of(Trait.SIGNED_SUMS),
                        Map.of(),
                        new GraphBuilder("g", new NumberDomain.Fixed(24), 1e-3)
                                .population("in", 2, new Source(1))
                                .population("n", 1, lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0))
                                .projection("p", "in", "n", new Weights.Uniform(1), 1)
                                .projection("q", "in", "n", new Weights.Uniform(-1), 1)
                                .build()),
                new Case(
                        "population n",
                        "keeps its potential",
                        Set.of(Trait.SIGNED_SUMS),
                        Map.of(),
                        graph(lif(ALL, Decay.Fraction.of(256), 0, 5, ZERO, NO_FLOOR, 0))));
    }

    private static List<Misfit> misfits(Case given) {
        return BoardPasses.apply(given.graph(), target(given.without(), given.limits()), false)
                .misfits();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedWithItsReason(Case given) {
        List<Misfit> misfits = misfits(given);
        assertTrue(
                misfits.stream()
                        .anyMatch(m -> m.object().equals(given.object())
                                && m.excess().contains(given.excess())
                                && !m.remedy().isBlank()),
                misfits.toString());
        assertTrue(misfits.stream().allMatch(m -> m.object().equals(given.object())), misfits.toString());
        assertTrue(misfits.size() <= 2, misfits.toString());
    }

    @Test
    void theSameGraphsFitWhereNothingIsLacking() {
        List<SpikingGraph> plain = List.of(
                graph(lif(ALL, ALL, -4, 5, ZERO, -1, 5)),
                graph(lif(Decay.Fraction.of(2048), Decay.Fraction.of(256), 0, 1000, ZERO, NO_FLOOR, 0)),
                graph(lif(ALL, new Decay.Linear(Parameter.of(50)), 0, 5, ZERO, NO_FLOOR, 0), 48, Ints.of(2, 1, 9)),
                graph(graded(new Phi.Sign(), false)));
        for (SpikingGraph graph : plain) {
            assertEquals(
                    List.of(),
                    BoardPasses.apply(graph, target(Set.of(), Map.of()), false).misfits());
        }
    }

    @Test
    void allThatDoesNotFitIsListedAtOnce() {
        SpikingGraph graph = graph(lif(Decay.Fraction.of(100), ALL, 101, 2000, ZERO, NO_FLOOR, 9), 61, Ints.of(1));
        List<Misfit> misfits = BoardPasses.apply(graph, target(Set.of(Trait.LIF), Map.of()), false)
                .misfits();
        assertEquals(6, misfits.size(), misfits.toString());
        UnfitException e = new UnfitException("small", "spiking", misfits);
        misfits.forEach(m -> assertTrue(e.getMessage().contains(m.sentence())));
        assertEquals(1, e.exitCode());
    }

    @Test
    void floatsAreRefusedAlone() {
        SpikingGraph real = new GraphBuilder("g", new NumberDomain.Real(), 1e-3)
                .population("n", 1, lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0))
                .build();
        List<Misfit> misfits =
                BoardPasses.apply(real, target(Set.of(), Map.of()), false).misfits();
        assertEquals(1, misfits.size());
        assertTrue(misfits.getFirst().sentence().contains("64-bit floats"));
    }

    @Test
    void valuesThatAreNotKnownForSureAreNoted() {
        Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        figures.put(Quantity.STATE_BITS, new Figure(OptionalDouble.of(24), Status.UNVERIFIED, SOURCE));
        figures.put(Quantity.LONGEST_DELAY, new Figure(OptionalDouble.of(9), Status.ASSUMED, SOURCE));
        Target plain = target(Set.of(), Map.of());
        Target unsure = new Target(
                "unsure",
                plain.title(),
                plain.arithmetic(),
                plain.differences(),
                plain.topology(),
                plain.routing(),
                figures,
                plain.traits(),
                plain.formats(),
                plain.rows(),
                plain.digest());
        BoardPasses.Result result = BoardPasses.apply(graph(lif(ALL, ALL, 0, 5, ZERO, NO_FLOOR, 0)), unsure, false);
        assertEquals(List.of(), result.misfits());
        assertEquals(3, result.notes().size(), result.notes().toString());
        assertTrue(
                result.notes().get(0).endsWith("unverified: state-bits"),
                result.notes().toString());
        assertTrue(
                result.notes().get(1).endsWith("assumed: longest-delay"),
                result.notes().toString());
        assertTrue(
                result.notes()
                        .get(2)
                        .contains("unknown, taken as no limit: decay-steps, input-axons-per-core, input-sum-bits"),
                result.notes().toString());
    }
}
