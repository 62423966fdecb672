package org.mneme.board.conformance;

import java.util.List;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.ir.Graded;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Phi;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix;
import org.mneme.ir.Weights.SignMatrix.Orientation;

/** Golden vectors of delays, of long rests, and of spikes that cross cores. */
final class DelayVectors {
    /** More neurons than a core of most boards holds. */
    private static final int MANY = 1300;

    private DelayVectors() {}

    static List<Circuit.Question> all() {
        return List.of(
                delay(1),
                delay(2),
                delay(15),
                delay(62),
                perTarget(),
                perTargetRows("", new Graded(new Phi.Identity(), false, true)),
                perTargetRows("-lif", Draft.integrator(3).floor(-20).lif()),
                crossing(),
                inFlight(),
                longRest(),
                longLeak(),
                cuedAgain(),
                fanIn(),
                fanOut(),
                between());
    }

    private static Circuit.Question delay(int ticks) {
        return Circuit.of(
                        "delay-" + ticks, "A spike of tick t arrives at tick t + " + ticks + ", and acts in that tick.")
                .source("in", 2)
                .neurons("first", 2, Draft.memoryless(0))
                .neurons("second", 2, Draft.memoryless(0))
                .join("in", "first", new Weights.Uniform(1), 1)
                .join("first", "second", new Weights.Uniform(1), ticks)
                .spikes("in", 0, 0)
                .spikes("in", 1, 0, 1)
                .spikes("in", 4, 1)
                .run(ticks + 9L);
    }

    private static Circuit.Question perTarget() {
        return Circuit.of("delay-per-target", "A projection may have a delay for each target.")
                .source("in", 2)
                .neurons("lif", 5, Draft.memoryless(0))
                .join("in", "lif", new Weights.Uniform(1), 3, 1, 7, 1, 2)
                .spikes("in", 0, 0)
                .spikes("in", 1, 0, 1)
                .spikes("in", 5, 1)
                .run(14);
    }

    private static Circuit.Question perTargetRows(String suffix, NeuronModel model) {
        BitMatrix plus = BitMatrix.of(5, 70, (r, c) -> (r + c * 3) % 7 < 3);
        Weights rows = new SignMatrix(plus, Optional.empty(), Orientation.ROWS_ARE_TARGETS, Optional.empty(), 1, false);
        return Circuit.of(
                        "delay-per-target-rows" + suffix,
                        "Delays by target and rows by target, with several volleys under way.")
                .source("in", 70)
                .neurons("out", 5, model)
                .join("in", "out", rows, 1, 4, 2, 4, 9)
                .volleys("in", 70, 0, 2)
                .spikes("in", 3, 0, 1, 2, 69)
                .spikes("in", 4, 64)
                .run(15);
    }

    private static Circuit.Question crossing() {
        return Circuit.of("delay-crossing", "Spikes of different ticks that arrive in one tick add up.")
                .source("in", 3)
                .neurons("out", 2, Draft.memoryless(2))
                .join("in", "out", new Weights.Uniform(1), 1)
                .join("in", "out", new Weights.Uniform(1), 3)
                .join("in", "out", new Weights.Uniform(1), 4)
                .spikes("in", 0, 0)
                .spikes("in", 1, 1)
                .spikes("in", 3, 2)
                .spikes("in", 6, 0, 1, 2)
                .run(13);
    }

    private static Circuit.Question inFlight() {
        return Circuit.of("delay-ring", "Spikes of every tick are under way for longer than the longest delay.")
                .source("in", 2)
                .neurons("ring", 3, Draft.memoryless(0))
                .neurons("count", 2, Draft.integrator(1000))
                .join("in", "ring", new Weights.Uniform(1), 5)
                .join("ring", "count", new Weights.Uniform(1), 7)
                .join("ring", "count", new Weights.Uniform(1), 6)
                .volleys("in", 2, 0, 30)
                .spikes("in", 31, 0)
                .run(50);
    }

    private static Circuit.Question longRest() {
        return Circuit.of(
                        "idle-long",
                        "After hundreds of ticks without a spike, states are as if every tick had been executed.")
                .source("in", 2)
                .neurons("decays", 2, Draft.integrator(5000).potential(Draft.fraction(1, 40)))
                .neurons("rises", 2, Draft.integrator(700).bias(1, 2).refractory(5))
                .join("in", "decays", new Weights.Uniform(4000), 1)
                .join("in", "rises", new Weights.Uniform(-50), 1)
                .spikes("in", 0, 0)
                .spikes("in", 900, 1)
                .run(1000);
    }

    private static Circuit.Question longLeak() {
        return Circuit.of("idle-long-leak", "A linear leak goes on through hundreds of ticks without a spike.")
                .source("in", 2)
                .neurons("leaks", 2, Draft.integrator(5000).potential(Draft.linear(1, 3)))
                .join("in", "leaks", new Weights.Uniform(-900), 1)
                .spikes("in", 0, 0)
                .spikes("in", 500, 1)
                .run(600);
    }

    private static Circuit.Question cuedAgain() {
        return Circuit.of("re-cue", "A burst into a circuit that still runs, and one into a circuit that rests.")
                .source("in", 3)
                .neurons("loop", 3, Draft.memoryless(1))
                .neurons("hold", 3, Draft.integrator(4).floor(0))
                .oneToOne("in", "loop", 2)
                .oneToOne("loop", "loop", 2)
                .oneToOne("loop", "hold", 1)
                .join("hold", "loop", new Weights.Uniform(-4), 1)
                .spikes("in", 0, 0, 1)
                .spikes("in", 3, 2)
                .spikes("in", 20, 1)
                .run(40);
    }

    private static Circuit.Question fanIn() {
        BitMatrix plus = BitMatrix.of(4, MANY, (r, c) -> (c * 5 + r * 11 + c / 64) % 9 < 4);
        Weights rows = new SignMatrix(plus, Optional.empty(), Orientation.ROWS_ARE_TARGETS, Optional.empty(), 1, true);
        return Circuit.of(
                        "cores-fan-in", "Neurons of many cores are heard by one: no spike is lost, none counts twice.")
                .source("in", 2)
                .neurons("many", MANY, Draft.memoryless(0))
                .neurons("sum", 4, Draft.integrator(4000))
                .join("in", "many", stripes(), 1)
                .join("many", "sum", rows, 1)
                .spikes("in", 0, 0)
                .spikes("in", 1, 1)
                .spikes("in", 3, 0, 1)
                .run(7);
    }

    private static Weights stripes() {
        return new SignMatrix(
                BitMatrix.of(2, MANY, (r, c) -> r == 0 ? c % 3 == 0 : c % 5 < 2),
                Optional.empty(),
                Orientation.ROWS_ARE_SOURCES,
                Optional.empty(),
                1,
                true);
    }

    private static Circuit.Question fanOut() {
        return Circuit.of("cores-fan-out", "A spike reaches every core that hears it, its own too.")
                .source("in", 2)
                .neurons("one", 2, Draft.memoryless(0))
                .neurons("many", MANY, Draft.integrator(2))
                .oneToOne("in", "one", 1)
                .oneToOne("one", "one", 1)
                .join("one", "many", stripes(), 2)
                .spikes("in", 0, 0)
                .spikes("in", 2, 1)
                .run(8);
    }

    private static Circuit.Question between() {
        return Circuit.of(
                        "cores-one-to-one",
                        "One to one between populations that lie on different cores in different pieces.")
                .source("in", 3)
                .neurons("pad", 90, Draft.memoryless(0))
                .neurons("a", MANY, Draft.memoryless(0))
                .neurons("b", MANY, Draft.integrator(1))
                .join("in", "pad", new Weights.Uniform(1), 1)
                .join("pad", "a", pad(), 1)
                .oneToOne("a", "b", 1)
                .oneToOne("b", "a", -1)
                .spikes("in", 0, 0)
                .spikes("in", 1, 1, 2)
                .spikes("in", 2, 0)
                .run(9);
    }

    private static Weights pad() {
        return new SignMatrix(
                BitMatrix.of(90, MANY, (r, c) -> c % 90 == r && c % 4 != 1),
                Optional.empty(),
                Orientation.ROWS_ARE_SOURCES,
                Optional.empty(),
                1,
                true);
    }
}
