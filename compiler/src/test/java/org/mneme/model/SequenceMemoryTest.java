package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;

class SequenceMemoryTest {
    private static final SequenceMemory MEMORY =
            SequenceMemory.of(PatternSet.random(4, 10, 1, 0), Successors.cycle(4), new Interaction.Linear());

    private static Timing.Mixed boxcar(int... steps) {
        return new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(steps)), 2, new Interaction.Linear());
    }

    @Test
    void dwellIsTheTauOfThePattern() {
        assertEquals(1, MEMORY.dwell(3));
        assertEquals(5, MEMORY.with(boxcar(5)).dwell(3));
        assertEquals(9, MEMORY.with(boxcar(6, 7, 8, 9)).dwell(3));
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThrows(
                InvalidValueException.class,
                () -> SequenceMemory.of(MEMORY.patterns(), Successors.cycle(3), new Interaction.Linear()));
        SequenceMemory excluded = MEMORY.with(SelfCoupling.EXCLUDED);
        assertThrows(InvalidValueException.class, () -> excluded.with(Learning.PSEUDOINVERSE));
        assertThrows(InvalidValueException.class, () -> excluded.with(boxcar(5)));
        assertThrows(InvalidValueException.class, () -> MEMORY.with(boxcar(1, 2, 3)));
        SequenceMemory single =
                SequenceMemory.of(PatternSet.random(1, 1, 1, 0), Successors.cycle(1), new Interaction.Linear());
        assertThrows(InvalidValueException.class, () -> single.with(SelfCoupling.EXCLUDED));
    }

    @Test
    void refusesParametersOutOfRange() {
        assertThrows(InvalidValueException.class, () -> new Interaction.Polynomial(0));
        assertThrows(InvalidValueException.class, () -> new Interaction.Polynomial(65));
        assertThrows(InvalidValueException.class, () -> new Interaction.Exponential(0));
        assertThrows(InvalidValueException.class, () -> new Interaction.Softmax(Double.NaN));
        assertThrows(InvalidValueException.class, () -> new Interaction.Threshold(BigDecimal.ZERO));
        assertThrows(InvalidValueException.class, () -> new Interaction.Threshold(new BigDecimal("-1e-999999999")));
        assertEquals(1, new Interaction.Threshold(new BigDecimal("1e-999999999")).needed(100));
        assertThrows(InvalidValueException.class, () -> new Interaction.Exponential(1e101));
        assertThrows(InvalidValueException.class, () -> new Interaction.Threshold(new BigDecimal("1.01")));
        assertThrows(
                InvalidValueException.class,
                () -> new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2)), 0, new Interaction.Linear()));
        assertThrows(InvalidValueException.class, () -> new Timing.Trace.Boxcar(Ints.of(0)));
        assertThrows(InvalidValueException.class, () -> new Timing.Trace.Boxcar(Ints.of()));
        assertThrows(InvalidValueException.class, () -> new Timing.Trace.Kernel(List.of()));
        assertThrows(InvalidValueException.class, () -> new Timing.Trace.Kernel(List.of(Double.NaN)));
    }

    @Test
    void thresholdIsTakenFromTheDecimalText() {
        assertEquals(11, new Interaction.Threshold(new BigDecimal("0.55")).needed(20));
        assertEquals(12, new Interaction.Threshold(new BigDecimal("0.5500000000000000001")).needed(20));
        assertEquals(1, new Interaction.Threshold(new BigDecimal("0.001")).needed(20));
    }

    @Test
    void exponentialKernelDecaysAndSumsToOne() {
        List<Double> w = Timing.Trace.Kernel.exponential(3, 8).weights();
        assertEquals(8, w.size());
        assertEquals(1, w.stream().mapToDouble(x -> x).sum(), 1e-12);
        assertEquals(Math.exp(-1.0 / 3), w.get(5) / w.get(4), 1e-12);
    }
}
