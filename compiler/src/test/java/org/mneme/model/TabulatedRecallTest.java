package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.bits.Signs;

class TabulatedRecallTest {
    private static final int N = 20;

    private static IntTable power(int factor, int degree, int range) {
        return IntTable.tabulate(-range, range, x -> {
            int value = factor;
            for (int k = 0; k < degree; k++) {
                value = Math.multiplyExact(value, Math.toIntExact(x));
            }
            return value;
        });
    }

    private static Tabulation plain(IntTable table) {
        return new Tabulation(Optional.empty(), List.of(table), Ints.of(0), Optional.empty(), 24);
    }

    private static List<Signs> states(ReferenceRecall recall, Signs cue, int steps, boolean asynchronous) {
        recall.cue(cue);
        List<Signs> states = new ArrayList<>();
        for (int t = 0; t < steps && (asynchronous ? recall.stepAsynchronous(3) : recall.step()); t++) {
            states.add(recall.state());
        }
        return states;
    }

    private static void assertSame(SequenceMemory memory, Tabulation tabulation, long seed) {
        ReferenceRecall tabulated = ReferenceRecall.tabulated(memory, tabulation);
        for (boolean asynchronous : new boolean[] {false, true, false}) {
            Signs cue = PatternSet.random(1, N, seed + 1000, 0).row(0);
            assertEquals(
                    states(ReferenceRecall.exact(memory), cue, 12, asynchronous),
                    states(tabulated, cue, 12, asynchronous),
                    "seed " + seed + ", asynchronous " + asynchronous);
        }
    }

    @Test
    void equalsExactWhereTheTableIsTheFunction() {
        for (long seed = 0; seed < 30; seed++) {
            int p = 2 + (int) seed % 12;
            PatternSet patterns = PatternSet.random(p, N, seed, 0);
            int degree = 1 + (int) seed % 3;
            SequenceMemory memory = SequenceMemory.of(
                    patterns,
                    seed % 2 == 0 ? Successors.cycle(p) : Successors.chain(p),
                    new Interaction.Polynomial(degree));
            assertSame(memory, plain(power(1, degree, N)), seed);
        }
    }

    @Test
    void equalsExactWithADwellTimeOfEachPattern() {
        for (long seed = 0; seed < 20; seed++) {
            PatternSet patterns = PatternSet.random(4, N, seed, 0);
            Interaction square = new Interaction.Polynomial(2);
            // f_S = (x/N)², λ f_A = 2.5 (sum/(τN))²; both times 2·36·N².
            SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(4), square)
                    .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2, 3, 1, 3)), 2.5, square));
            Tabulation tabulation = new Tabulation(
                    Optional.of(power(72, 2, N)),
                    List.of(power(180, 2, N), power(45, 2, 2 * N), power(20, 2, 3 * N)),
                    Ints.of(1, 2, 0, 2),
                    Optional.empty(),
                    32);
            assertSame(memory, tabulation, seed);
        }
    }

    @Test
    void quantizedPseudoinverseRecallsCorrelatedPatterns() {
        PatternSet patterns = PatternSet.random(12, 60, 1, 0.7);
        NumberMatrix.Real64 phi = Pseudoinverse.phi(patterns);
        int[] quantized = new int[phi.rows() * phi.columns()];
        for (int i = 0; i < phi.rows(); i++) {
            for (int mu = 0; mu < phi.columns(); mu++) {
                quantized[i * phi.columns() + mu] = (int) Math.round(phi.at(i, mu) * 100_000);
            }
        }
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(12), new Interaction.Linear())
                .with(Learning.PSEUDOINVERSE);
        Tabulation tabulation = new Tabulation(
                Optional.empty(),
                List.of(IntTable.tabulate(-150_000, 150_000, x -> (int) x)),
                Ints.of(0),
                Optional.of(new NumberMatrix.Int32(60, 12, quantized)),
                18);
        ReferenceRecall recall = ReferenceRecall.tabulated(memory, tabulation);
        recall.cue(patterns.row(0));
        for (int t = 1; t <= 12; t++) {
            assertEquals((t - 1) % 12, recall.winner());
            recall.step();
            assertEquals(patterns.row(t % 12), recall.state(), "step " + t);
        }
        assertEquals("table(18 bits)", recall.arithmetic());
    }

    @Test
    void winnerOfAPseudoinverseIsTheLargestX() {
        SequenceMemory memory = SequenceMemory.of(
                        PatternSet.of(List.of(Signs.parse("++"), Signs.parse("+-"))),
                        Successors.cycle(2),
                        new Interaction.Linear())
                .with(Learning.PSEUDOINVERSE);
        Tabulation tabulation = new Tabulation(
                Optional.empty(),
                List.of(IntTable.tabulate(-20, 20, x -> (int) x)),
                Ints.of(0),
                Optional.of(new NumberMatrix.Int8(2, 2, new byte[] {1, 4, 1, 3})),
                8);
        ReferenceRecall recall = ReferenceRecall.tabulated(memory, tabulation);
        recall.cue(Signs.parse("++"));
        assertEquals(1, recall.winner());
        assertEquals(2, recall.overlaps()[0]);
    }

    @Test
    void refusesWhatDoesNotFit() {
        PatternSet patterns = PatternSet.random(3, N, 1, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(3), new Interaction.Linear());
        IntTable table = power(1, 1, N);
        Timing.Mixed boxcar = new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2)), 2, new Interaction.Linear());
        Timing.Mixed kernel = new Timing.Mixed(new Timing.Trace.Kernel(List.of(0.5, 0.5)), 2, new Interaction.Linear());
        Tabulation mixed = new Tabulation(Optional.of(table), List.of(table), Ints.of(0), Optional.empty(), 8);
        assertRefused("self-coupling", memory.with(SelfCoupling.EXCLUDED), plain(table));
        assertRefused("tabulation", memory.with(boxcar), plain(table));
        assertRefused("tabulation", memory, mixed);
        assertRefused("trace kernel", memory.with(kernel), mixed);
        assertRefused("tabulation", memory.with(Learning.PSEUDOINVERSE), plain(table));
        assertRefused(
                "tabulation",
                memory,
                new Tabulation(Optional.empty(), List.of(table), Ints.of(1), Optional.empty(), 8));
        assertRefused(
                "tabulation",
                memory,
                new Tabulation(Optional.empty(), List.of(table), Ints.of(0, 0), Optional.empty(), 8));
        assertRefused(
                "tabulation",
                memory.with(Learning.PSEUDOINVERSE),
                new Tabulation(
                        Optional.empty(), List.of(table), Ints.of(0), Optional.of(Pseudoinverse.phi(patterns)), 8));
    }

    private static void assertRefused(String object, SequenceMemory memory, Tabulation tabulation) {
        assertEquals(
                object,
                assertThrows(InvalidValueException.class, () -> ReferenceRecall.tabulated(memory, tabulation))
                        .object());
    }
}
