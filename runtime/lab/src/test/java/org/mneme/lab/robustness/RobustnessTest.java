package org.mneme.lab.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mneme.InvalidValueException;
import org.mneme.lab.Sweep;
import org.mneme.lab.trials.TrialFileException;

class RobustnessTest {
    private static final int SEEDS = 12;

    @TempDir
    Path folder;

    private static RobustnessCurve measure(RobustnessPlan plan, Sweep.Experiments memory) {
        return Robustness.measure(plan, memory, Optional.empty(), 2, Sweep.SweepProgress.NONE);
    }

    private static List<Integer> whole(RobustnessCurve curve) {
        return curve.points().stream().map(RobustnessPoint::whole).toList();
    }

    private static String refusal(RobustnessPlan plan, Sweep.Experiments memory) {
        return assertThrows(InvalidValueException.class, () -> measure(plan, memory))
                .getMessage();
    }

    @Test
    void cleanCueIsRecalledWholeAndARandomOneNever() {
        RobustnessCurve curve = measure(Memories.plan(Curve.BASIN, "0,0.1,0.5", SEEDS), Memories.with());

        assertEquals(List.of(SEEDS, SEEDS, 0), whole(curve));
        assertEquals(new Interval(1, 1, 1), curve.points().get(0).overlap());
        assertEquals(0, curve.points().get(0).wrongBits().value());
        assertTrue(curve.points().get(2).wrongBits().value() > 20);
        assertTrue(Math.abs(curve.points().get(2).overlap().value()) < 0.3);
        double half = curve.half().orElseThrow();
        assertEquals(0.3, half, 1e-9, "halfway between 0.1, all, and 0.5, none");
    }

    @Test
    void associativeMemorySettlesOnTheCuedPattern() {
        RobustnessCurve curve = measure(Memories.plan(Curve.BASIN, "0,0.2,0.5", SEEDS), Memories.associative());

        assertEquals(SEEDS, curve.points().get(0).whole());
        assertEquals(SEEDS, curve.points().get(1).whole());
        assertEquals(0, curve.points().get(2).whole());
        assertEquals(1, curve.points().get(1).overlap().value(), "the last state, not the way there");
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseKind.class,
            names = {"FLIP", "DROP"})
    void noNoiseHarmsNothingAndFullNoiseEverything(NoiseKind kind) {
        String random = kind == NoiseKind.FLIP ? "0.5" : "1";
        for (Sweep.Experiments memory : List.of(Memories.with(), Memories.associative())) {
            RobustnessCurve curve = measure(Memories.plan(Curve.NOISE, kind, "0,0.1," + random, SEEDS), memory);

            assertEquals(SEEDS, curve.points().get(0).whole());
            assertTrue(curve.points().get(1).whole() > SEEDS / 2);
            assertEquals(0, curve.points().get(2).whole());
        }
    }

    /** Half of the lost spikes would be right by chance, so that losing is milder than turning. */
    @Test
    void lostSpikesHarmLessThanTurnedOnes() {
        RobustnessCurve lost = measure(Memories.plan(Curve.NOISE, NoiseKind.DROP, "0.4", SEEDS), Memories.with());
        RobustnessCurve turned = measure(Memories.plan(Curve.NOISE, NoiseKind.FLIP, "0.4", SEEDS), Memories.with());

        assertTrue(lost.points().getFirst().overlap().value()
                > 0.5 + turned.points().getFirst().overlap().value());
    }

    /** The linear network: P_S = 100 / (4 ln 100) = 5.4. */
    @Test
    void loadBelowCapacityIsRecalledAndFarAboveIsNot() {
        Sweep.Experiments linear = Memories.with("interaction", "linear");

        RobustnessCurve curve = measure(Memories.plan(Curve.LOAD, "0.5,1,10", SEEDS), linear);

        assertEquals(5.43, curve.capacity().orElseThrow(), 0.005);
        assertEquals(
                List.of(3, 5, 54),
                curve.points().stream().map(RobustnessPoint::patterns).toList());
        assertTrue(
                curve.points().get(0).whole() > SEEDS * 3 / 4,
                () -> whole(curve).toString());
        assertEquals(0, curve.points().get(2).whole());
    }

    @Test
    void loadOfAnAssociativeMemoryUsesTheSameRatio() {
        RobustnessCurve curve = measure(Memories.plan(Curve.LOAD, "0.01,1", 2), Memories.associative());

        assertEquals(
                Math.pow(100, 3) / (2 * 4 * 15 * Math.log(100)),
                curve.capacity().orElseThrow(),
                1e-6);
        assertEquals(18, curve.points().get(0).patterns());
        assertEquals(2, curve.points().get(0).whole());
    }

    @Test
    void fileIsTheSameForAnyNumberOfThreadsAndAfterAnInterruption() throws IOException {
        RobustnessPlan plan = Memories.plan(Curve.NOISE, "0,0.2,0.4", 4);
        Path one = folder.resolve("one.csv");
        Path three = folder.resolve("three.csv");
        Path halves = folder.resolve("halves.csv");

        RobustnessCurve whole =
                Robustness.measure(plan, Memories.with(), Optional.of(one), 1, Sweep.SweepProgress.NONE);
        Robustness.measure(plan, Memories.with(), Optional.of(three), 3, Sweep.SweepProgress.NONE);
        RobustnessCurve first =
                Robustness.measure(plan, Memories.with(), Optional.of(halves), 1, (done, total) -> done < 5);
        RobustnessCurve rest =
                Robustness.measure(plan, Memories.with(), Optional.of(halves), 2, Sweep.SweepProgress.NONE);

        assertEquals(Files.readString(one), Files.readString(three));
        assertEquals(Files.readString(one), Files.readString(halves));
        assertEquals(13, Files.readAllLines(one).size());
        assertFalse(first.complete());
        assertEquals(5, first.done());
        assertTrue(rest.complete());
        assertEquals(5, rest.skipped());
        assertEquals(whole.points(), rest.points(), "what was read is what was measured");
    }

    @Test
    void lineOfOtherSettingsIsRefused() {
        Path csv = folder.resolve("out.csv");
        RobustnessPlan plan = Memories.plan(Curve.BASIN, "0,0.2", 2);
        Robustness.measure(plan, Memories.with(), Optional.of(csv), 1, Sweep.SweepProgress.NONE);

        TrialFileException refused = assertThrows(
                TrialFileException.class,
                () -> Robustness.measure(
                        plan,
                        Memories.with("interaction.polynomial.degree", "3"),
                        Optional.of(csv),
                        1,
                        Sweep.SweepProgress.NONE));

        assertTrue(String.valueOf(refused.getMessage()).contains("run with other settings"), refused::getMessage);
    }

    @Test
    void stepsCutTheRecallShort() {
        RobustnessPlan plan =
                new RobustnessPlan(Curve.BASIN, List.of("0"), List.of(1L), NoiseKind.FLIP, 3, OptionalInt.of(4));

        assertEquals(
                4,
                measure(plan, Memories.with())
                        .points()
                        .getFirst()
                        .trials()
                        .getFirst()
                        .expected());
    }

    @Test
    void noiseMeetsMemoriesWithATimingAndTheirSlowTrace() {
        List<RobustnessPoint> points = measure(
                        Memories.plan(Curve.NOISE, "0,0.5", 4),
                        Memories.with(
                                "timing.steps-per-pattern",
                                "3",
                                "timing.lambda",
                                "2.5",
                                "interaction.polynomial.degree",
                                "4"))
                .points();

        assertEquals(4, points.getFirst().whole());
        assertEquals(0, points.getLast().whole());
    }

    @Test
    void whatCannotBeMeasuredIsRefusedInOneSentence() {
        RobustnessPlan load = Memories.plan(Curve.LOAD, "1", 1);

        assertEquals(
                "curve: load is not offered for exponential kappa=0.5, included, of which the paper gives no capacity; "
                        + "use a polynomial or the exponential with kappa 1",
                refusal(load, Memories.with("interaction", "linear", "interaction.exponential.kappa", "0.5")));
        assertTrue(refusal(load, Memories.with("interaction", "exponential")).contains("fewer patterns than 2^31"));
        assertTrue(assertThrows(InvalidValueException.class, () -> Memories.plan(Curve.BASIN, "0,1.5", 1))
                .getMessage()
                .contains("values: 1.5 is not a fraction in 0…1"));
        assertThrows(InvalidValueException.class, () -> Memories.plan(Curve.LOAD, "0", 1));
        assertEquals(
                "values: 'nan' is not a number; values are written as 0.1,0.2 or 0..0.5/0.05",
                assertThrows(InvalidValueException.class, () -> Memories.plan(Curve.NOISE, "0,nan", 1))
                        .getMessage());
    }

    @Test
    void rulesHaveNoTicksToBeLateBy() {
        assertEquals(
                "noise kind: jitter is not known to the rules, which have no ticks; use a spiking backend, such as simulator",
                assertThrows(
                                InvalidValueException.class,
                                () -> Memories.plan(Curve.NOISE, NoiseKind.JITTER, "0,0.1", 1))
                        .getMessage());
    }

    @Test
    void refusalLeavesNoFile() {
        Path csv = folder.resolve("out.csv");

        assertThrows(
                InvalidValueException.class,
                () -> Robustness.measure(
                        Memories.plan(Curve.LOAD, "1", 1),
                        Memories.with("interaction", "linear", "interaction.exponential.kappa", "0.5"),
                        Optional.of(csv),
                        1,
                        Sweep.SweepProgress.NONE));

        assertFalse(Files.exists(csv));
    }
}
