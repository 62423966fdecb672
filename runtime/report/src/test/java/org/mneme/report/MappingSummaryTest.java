package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.map.InfeasibleException;
import org.mneme.map.Violation;
import org.mneme.report.SampleMappings.Shape;
import org.mneme.targets.Quantity;

class MappingSummaryTest {
    @Test
    void linesSayWhatIsUsedAndHowFarItIsKnown() {
        List<String> lines = MappingSummary.lines(SampleMappings.memory("plain", Shape.CHIP, 16));
        assertEquals(
                List.of(
                        "17 of 128 cores on 1 of 1 chip of made-up; shape of made-up, arithmetic of Mneme",
                        "limits, where each is used most:",
                        "  cores-per-chip           3 of 128    2 %  board",
                        "  neurons-per-core        16 of 128   13 %  chip 0 core 0",
                        "  input-axons-per-core   640 of 4096  16 %  chip 0 core 16 (unverified)",
                        "  output-axons-per-core    5                chip 0 core 0 (limit unknown)",
                        "expected a tick: 12.5 spikes, 3457 synaptic events, 78 hops",
                        "expected a tick: 25 nJ, time unknown (unverified); besides, 350 mW of the chips used, idle (known)",
                        "weights: rounded to 4 bits, 19 of 20 recalls stay right"),
                lines);
    }

    @ParameterizedTest
    @CsvSource({
        "0,J,0 J",
        "1,J,1 J",
        "999,s,999 s",
        "1000,W,1 kW",
        "0.0123456,s,12.3 ms",
        "2.5e-8,J,25 nJ",
        "3e-20,J,0.00003 fJ",
        "1e-3,s,1 ms",
        "1e-6,s,1 µs",
        "12345,'',12345",
        "0.12345,'',0.123"
    })
    void amountsHaveThreeDigitsAndAPrefix(double value, String unit, String expected) {
        assertEquals(expected, Amounts.of(value, unit));
    }

    @Test
    void refusalsSayWhetherALargerBoardHelps() {
        InfeasibleException infeasible = new InfeasibleException(
                "g",
                "loihi1",
                List.of(
                        new Violation(
                                Quantity.INPUT_AXONS_PER_CORE,
                                Violation.Scope.NEVER_FITS,
                                "a neuron of rails (0)",
                                8920,
                                4096,
                                "use at most 4096 patterns"),
                        new Violation(Quantity.CHIPS, Violation.Scope.BOARD_FULL, "the board", 3, 2, "use 3 chips")));
        assertEquals(
                List.of(
                        "NEVER FITS  a neuron of rails (0): 8920 axons exceed the 4096 of input-axons-per-core; use at most 4096 patterns",
                        "BOARD FULL  the board: 3 chips exceed the 2 of chips; use 3 chips"),
                Refusal.of(infeasible).stream().map(Refusal::line).toList());
        assertTrue(infeasible.exitCode() == 1);
    }
}
