package org.mneme.board.conformance;

import java.util.List;
import org.mneme.ir.Weights;

/** Golden vectors of leaky integrate-and-fire neurons. */
final class LifVectors {
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private LifVectors() {}

    static List<Circuit.Question> all() {
        return List.of(
                strict(),
                withoutInput(),
                hardReset(),
                subtractReset(),
                subtractSaturates(),
                refractory(1),
                refractory(2),
                refractoryCurrent(),
                refractoryIdle(),
                floor(),
                floorHides(),
                saturation(24),
                saturation(32),
                currentSaturation(24),
                currentSaturation(32),
                saturatedRest(),
                decay(),
                wideDecay(),
                currentDecay(),
                leak(),
                bias(),
                exactSum(),
                widestSum(),
                widestCurrent(),
                perNeuron());
    }

    private static Circuit.Question strict() {
        return Circuit.of(
                        "lif-strict-threshold",
                        "A neuron fires where v is above its threshold, not where it equals it.")
                .source("in", 4)
                .neurons("memoryless", 4, Draft.memoryless(5))
                .neurons("integrator", 4, Draft.integrator(10))
                .oneToOne("in", "memoryless", 4, 5, 6, -6)
                .oneToOne("in", "integrator", 4, 5, 6, -6)
                .volleys("in", 4, 0, 4)
                .run(7);
    }

    private static Circuit.Question withoutInput() {
        return Circuit.of("lif-negative-threshold", "A neuron whose threshold is below v fires without any input.")
                .neurons("out", 3, Draft.integrator(-1, -2, 0).bias(1, 0, 0).resetTo(-4, -3, 0))
                .run(12);
    }

    private static Circuit.Question hardReset() {
        return Circuit.of("lif-hard-reset", "A hard reset sets v to the reset value, whatever v was; below 0 too.")
                .source("in", 1)
                .neurons("out", 3, Draft.integrator(9).resetTo(0, -7, 3))
                .join("in", "out", new Weights.Uniform(6), 1)
                .volleys("in", 1, 0, 12)
                .run(14);
    }

    private static Circuit.Question subtractReset() {
        return Circuit.of("lif-subtract-reset", "A subtracting reset takes the threshold off v and keeps the rest.")
                .source("in", 1)
                .neurons("out", 3, Draft.integrator(9, 4, 7).subtracts())
                .join("in", "out", new Weights.Uniform(25), 1)
                .spikes("in", 0, 0)
                .spikes("in", 7, 0)
                .run(14);
    }

    private static Circuit.Question subtractSaturates() {
        return Circuit.of(
                        "lif-subtract-saturates",
                        "v minus a negative threshold saturates; v counts one saturation a tick, however often it is assigned.")
                .source("in", 2)
                .neurons("out", 2, Draft.integrator(-50).subtracts().bias(0, 40))
                .oneToOne("in", "out", 8_388_600, 8_388_607)
                .volleys("in", 2, 1, 4)
                .run(6);
    }

    private static Circuit.Question refractory(int ticks) {
        return Circuit.of(
                        "lif-refractory-" + ticks,
                        "After a spike, v stands still for as many ticks as the refractory time says, and no spike is sent.")
                .source("in", 2)
                .neurons("out", 2, Draft.integrator(3).refractory(ticks))
                .oneToOne("in", "out", 4, 2)
                .volleys("in", 2, 0, 12)
                .run(14);
    }

    private static Circuit.Question refractoryCurrent() {
        return Circuit.of(
                        "lif-refractory-current",
                        "u is updated in refractory ticks too; what has come in is there when they are over.")
                .source("in", 1)
                .neurons(
                        "out",
                        3,
                        Draft.integrator(10)
                                .current(Draft.fraction(1024, 2048, 0))
                                .refractory(3, 1, 5))
                .join("in", "out", new Weights.Uniform(11), 1)
                .spikes("in", 0, 0)
                .spikes("in", 2, 0)
                .spikes("in", 3, 0)
                .run(16);
    }

    private static Circuit.Question refractoryIdle() {
        return Circuit.of("lif-refractory-idle", "Refractory ticks are counted down also where nothing else happens.")
                .source("in", 2)
                .neurons("out", 2, Draft.memoryless(0).refractory(3, 6))
                .oneToOne("in", "out", 1)
                .spikes("in", 0, 0, 1)
                .spikes("in", 4, 0, 1)
                .spikes("in", 30, 0, 1)
                .run(40);
    }

    private static Circuit.Question floor() {
        return Circuit.of("lif-floor", "v never falls below its floor; later input counts from there.")
                .source("down", 1)
                .source("up", 1)
                .neurons("out", 4, Draft.integrator(5).floor(0, -3, -10, NONE))
                .join("down", "out", new Weights.Uniform(-4), 1)
                .join("up", "out", new Weights.Uniform(6), 1)
                .volleys("down", 1, 0, 4)
                .volleys("up", 1, 5, 10)
                .run(12);
    }

    private static Circuit.Question floorHides() {
        return Circuit.of(
                        "lif-floor-after-saturation",
                        "v saturates first and is kept from its floor then: the saturation counts though the floor hides it.")
                .source("in", 1)
                .neurons("out", 2, Draft.integrator(5).floor(-2, NONE).bias(-1))
                .join("in", "out", new Weights.Uniform(-8_388_608), 1)
                .volleys("in", 1, 0, 3)
                .run(5);
    }

    private static double most(int bits) {
        return Math.scalb(1.0, bits - 1) - 1;
    }

    private static Circuit.Question saturation(int bits) {
        double most = most(bits);
        Circuit circuit = Circuit.of(
                        "lif-saturation-" + bits,
                        "v stops at both ends of a state of " + bits
                                + " bits; reaching an end exactly is no saturation.",
                        bits)
                .source("in", 4, 3)
                .neurons("out", 4, Draft.integrator(most))
                .oneToOne("in", "out", most, -most - 1, most, -most);
        return saturating(circuit);
    }

    private static Circuit.Question currentSaturation(int bits) {
        double most = most(bits);
        Circuit circuit = Circuit.of(
                        "lif-saturation-current-" + bits, "u stops at both ends too, and counts for itself.", bits)
                .source("in", 4, 3)
                .neurons("out", 4, Draft.integrator(most).current(Draft.fraction(0)))
                .oneToOne("in", "out", most, -most - 1, most / 2 - 0.5, 1);
        return saturating(circuit);
    }

    private static Circuit.Question saturating(Circuit circuit) {
        return circuit.spikes("in", 0, 0, 1, 2, 3)
                .spikes("in", 3, 0, 1, 2, 3)
                .spike("in", 5, 0, -3)
                .spike("in", 5, 1, -3)
                .spike("in", 6, 2, 3)
                .run(10);
    }

    private static Circuit.Question saturatedRest() {
        return Circuit.of(
                        "lif-saturates-every-tick",
                        "A neuron that its bias holds at the end of its range counts a saturation every tick.")
                .neurons("out", 2, Draft.integrator(2_147_483_647).resetTo(0).bias(3_000_000, -5_000_000))
                .run(9);
    }

    private static Circuit.Question decay() {
        return Circuit.of(
                        "lif-decay-toward-zero",
                        "A decay divides x(4096 - delta) by 4096 toward zero, for negative x too: -1 decays to 0, not to -1.")
                .source("in", 5)
                .neurons("plus", 5, Draft.integrator(100_000).potential(Draft.fraction(0, 1, 1024, 2048, 4095)))
                .neurons("minus", 5, Draft.integrator(100_000).potential(Draft.fraction(0, 1, 1024, 2048, 4095)))
                .oneToOne("in", "plus", 1000, 999, 77, 1, 4096)
                .oneToOne("in", "minus", -1000, -999, -77, -1, -4096)
                .spikes("in", 0, 0, 1, 2, 3, 4)
                .run(12);
    }

    private static Circuit.Question wideDecay() {
        return Circuit.of("lif-decay-wide", "The product of a decay needs more than 32 bits.", 32)
                .source("in", 2)
                .neurons("out", 2, Draft.integrator(2_147_483_647).potential(Draft.fraction(7, 300)))
                .oneToOne("in", "out", 2_147_483_000, -2_147_483_111)
                .spikes("in", 0, 0, 1)
                .run(8);
    }

    private static Circuit.Question currentDecay() {
        return Circuit.of("lif-current", "u decays before input is added, and goes into v in the same tick.")
                .source("in", 3)
                .neurons(
                        "out",
                        3,
                        Draft.integrator(200)
                                .current(Draft.fraction(512, 2048, 4000))
                                .subtracts())
                .neurons(
                        "leaky",
                        3,
                        Draft.memoryless(90).potential(Draft.fraction(300)).current(Draft.linear(7, 0, 100)))
                .oneToOne("in", "out", 100, 101, -99)
                .oneToOne("in", "leaky", 50, 10, 130)
                .spikes("in", 1, 0, 1, 2)
                .spikes("in", 2, 0, 1)
                .spikes("in", 9, 0, 1, 2)
                .run(20);
    }

    private static Circuit.Question leak() {
        return Circuit.of("lif-linear-leak", "A linear leak moves v toward zero and never past it, from both sides.")
                .source("in", 4)
                .neurons("plus", 4, Draft.integrator(100).potential(Draft.linear(0, 1, 7, 1000)))
                .neurons("minus", 4, Draft.integrator(100).potential(Draft.linear(0, 1, 7, 1000)))
                .oneToOne("in", "plus", 20)
                .oneToOne("in", "minus", -20)
                .spikes("in", 0, 0, 1, 2, 3)
                .spikes("in", 6, 0, 1, 2, 3)
                .run(12);
    }

    private static Circuit.Question bias() {
        return Circuit.of("lif-bias", "A bias is added to v every tick that is not refractory, and never to u.")
                .source("in", 1)
                .neurons(
                        "out", 3, Draft.integrator(10).bias(3, 11, -2).floor(-6).refractory(0, 2, 0))
                .join("in", "out", new Weights.Uniform(4), 1)
                .spikes("in", 6, 0)
                .run(14);
    }

    private static Circuit.Question exactSum() {
        return Circuit.of(
                        "lif-exact-sum",
                        "Inputs of a tick are added exactly, in 64 bits, before anything saturates; their order is nothing.",
                        32)
                .source("a", 1, 2_147_483_647)
                .source("b", 1, 2_147_483_647)
                .neurons("out", 1, Draft.memoryless(6))
                .join("a", "out", new Weights.Uniform(1_000_000_007), 1)
                .join("b", "out", new Weights.Uniform(1_000_000_000), 1)
                .spike("a", 0, 0, 2_147_483_647)
                .spike("b", 0, 0, -2_147_483_647)
                .spike("a", 2, 0, 7)
                .spike("b", 2, 0, -7)
                .spike("a", 4, 0, 1)
                .spike("b", 4, 0, -1)
                .spike("a", 6, 0, 2_147_483_647)
                .spike("b", 6, 0, 2_147_483_647)
                .run(9);
    }

    private static Circuit.Question widestSum() {
        return widest(
                "lif-widest-sum",
                "A sum next to the longest of 64 bits saturates as any other.",
                Draft.integrator(100));
    }

    private static Circuit.Question widestCurrent() {
        return widest(
                "lif-widest-sum-current",
                "A sum next to the longest of 64 bits is added to u without overflow.",
                Draft.integrator(100).current(Draft.fraction(0)).subtracts());
    }

    private static Circuit.Question widest(String name, String says, Draft draft) {
        Circuit circuit = Circuit.of(name, says, 32)
                .source("in", 4, 2_147_483_647)
                .neurons("out", 2, draft)
                .join("in", "out", new Weights.Uniform(1_073_741_822), 1)
                .spike("in", 4, 3, 1);
        for (int source = 0; source < 4; source++) {
            circuit.spike("in", 0, source, 2_147_483_647).spike("in", 2, source, -2_147_483_647);
        }
        return circuit.run(7);
    }

    private static Circuit.Question perNeuron() {
        return Circuit.of(
                        "lif-parameters-per-neuron", "Every parameter may differ between the neurons of a population.")
                .source("in", 1)
                .neurons(
                        "out",
                        4,
                        Draft.memoryless(12, 20, 5, 0)
                                .potential(Draft.fraction(0, 100, 2000, 4096))
                                .current(Draft.fraction(4096, 1000, 0, 4096))
                                .bias(0, 1, 0, -3)
                                .resetTo(0, 2, -1, -5)
                                .floor(0, -1, -2, -9)
                                .refractory(0, 1, 2, 3))
                .join("in", "out", new Weights.Uniform(7), 1)
                .volleys("in", 1, 0, 10)
                .run(20);
    }
}
