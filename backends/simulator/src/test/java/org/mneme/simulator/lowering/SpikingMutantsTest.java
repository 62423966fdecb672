package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.Parameter;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.model.Timing;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.lowering.SpikingMemories.Likeness;

/** Circuits with one number wrong are not the reference: what the timing law forbids does go wrong. */
class SpikingMutantsTest {
    private static final int TRIALS = 60;
    private static final int STEPS = 12;

    /** A projection with another weight, or another delay. */
    record Mutant(
            String name,
            String projection,
            boolean dwell,
            SpikingOptions.Form form,
            BiFunction<Projection, Integer, Projection> change) {
        @Override
        public String toString() {
            return form + ": " + name;
        }

        SpikingGraph of(SpikingGraph graph, int features) {
            List<Projection> projections = graph.projections().stream()
                    .map(p -> p.name().equals(projection) ? change.apply(p, features) : p)
                    .toList();
            return new SpikingGraph(
                    graph.name(), graph.domain(), graph.tickSeconds(), graph.populations(), projections);
        }
    }

    private static Mutant mutant(
            String name, String projection, boolean dwell, BiFunction<Projection, Integer, Projection> change) {
        return new Mutant(name, projection, dwell, SpikingOptions.Form.INHIBITOR, change);
    }

    private static BiFunction<Projection, Integer, Projection> later(int ticks) {
        return (p, _) -> new Projection(
                p.name(),
                p.source(),
                p.target(),
                p.port(),
                p.weights(),
                Ints.of(p.delay().at(0) + ticks));
    }

    private static Projection weighing(Projection p, Weights weights) {
        return new Projection(p.name(), p.source(), p.target(), p.port(), weights, p.delay());
    }

    private static Projection lighter(Projection p) {
        Weights.SignMatrix m = (Weights.SignMatrix) p.weights();
        return weighing(
                p,
                new Weights.SignMatrix(
                        m.plus(), m.mask(), m.orientation(), m.rows(), Math.max(1, m.scale() - 1), m.unsigned()));
    }

    static Stream<Mutant> mutants() {
        return Stream.of(
                mutant("reset a tick late: R > w", "reset", false, later(1)),
                mutant("ramp stopped two ticks late: Q = R + w", "ramp_stop", false, later(2)),
                mutant(
                        "ramp stop one too small for a volley",
                        "ramp_stop",
                        false,
                        (p, n) -> weighing(p, new Weights.Uniform(1.0 - n))),
                mutant(
                        "reset that leaves a match",
                        "reset",
                        false,
                        (p, _) -> weighing(p, new Weights.Uniform(((Weights.Uniform) p.weights()).weight() / 3))),
                mutant("match weight below R", "matches", false, (p, _) -> lighter(p)),
                mutant("answer on the wrong tick of the leave", "hold", true, later(1)),
                mutant("counters wiped late", "wipe", true, later(1)),
                mutant(
                        "winner's count not kept",
                        "keep",
                        true,
                        (p, _) -> weighing(p, new Weights.OneToOne(Parameter.of(0)))),
                mutant("others' counts kept", "wipe", true, (p, _) -> weighing(p, new Weights.Uniform(-1))),
                mutant("hold not taken back", "leave", true, (p, _) -> lighter(p)),
                new Mutant("reset a tick late: R > w", "lateral", false, SpikingOptions.Form.LATERAL, later(1)),
                new Mutant(
                        "ramp stopped a tick late: Q = R + w",
                        "ramp_stop",
                        false,
                        SpikingOptions.Form.LATERAL,
                        later(1)));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void isCaught(Mutant mutant) {
        int different = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            Likeness likeness = Likeness.of(trial);
            SequenceMemory memory = SpikingMemories.draw(likeness, false, mutant.dwell(), random);
            Signs cue = SpikingMemories.cue(memory, random);
            SpikingOptions options = new SpikingOptions(mutant.form(), Optional.empty());
            Lowered lowered = new SpikingLowering()
                    .lower(memory, LoweringOptions.defaults().with(options));
            SpikingGraph wrong = mutant.of(lowered.graph(), memory.features());
            assertTrue(!wrong.equals(lowered.graph()), "the mutant changes nothing");
            try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered.codec(), wrong)) {
                recall.cue(cue, 0);
                List<SpikingRecall.Step> found = recall.recall(STEPS, SpikingMemories.patience(memory, options));
                different += found.equals(SpikingMemories.expected(new ThreeValuedRecall(memory), cue, STEPS)) ? 0 : 1;
            }
        }
        assertTrue(different > 0, "not caught");
    }

    /** Gates that hold nothing down, and a pace that takes its own step away. */
    @ParameterizedTest
    @CsvSource({"gate, 0", "step_pace, -1"})
    void aControlThatIsWrongIsCaught(String projection, int change) {
        SequenceMemory memory = SequenceMemory.of(
                        PatternSet.random(6, 50, 1, 0), Successors.cycle(6), new Interaction.Exponential(1))
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(4)), 2, new Interaction.Exponential(1)));
        Lowered lowered = new SpikingLowering()
                .lower(memory, LoweringOptions.defaults().with(Set.of(CodecControl.GATE, CodecControl.TEMPO)));
        Mutant mutant = mutant(
                projection,
                projection,
                true,
                (p, _) -> change == 0
                        ? weighing(p, new Weights.OneToOne(Parameter.of(0)))
                        : weighing(p, new Weights.Uniform(change)));
        ThreeValuedRecall reference = new ThreeValuedRecall(memory, 16);
        Ints open = Ints.of(1, 2, 4);
        reference.open(open);
        Signs cue = memory.patterns().row(0);
        List<SpikingRecall.Step> expected = SpikingMemories.expected(reference, cue, STEPS);
        for (boolean wrong : new boolean[] {false, true}) {
            SpikingGraph graph = wrong ? mutant.of(lowered.graph(), 50) : lowered.graph();
            try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered.codec(), graph)) {
                recall.restart(lowered.codec().gate(open, cue, 0), 0);
                assertEquals(!wrong, recall.recall(STEPS, 300).equals(expected));
            }
        }
    }
}
