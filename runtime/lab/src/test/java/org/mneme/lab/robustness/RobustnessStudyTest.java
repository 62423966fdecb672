package org.mneme.lab.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.lab.Sweep;
import org.mneme.report.Series;
import org.mneme.report.Study;

class RobustnessStudyTest {
    private static Study study(RobustnessPlan plan, Sweep.Experiments memory) {
        return RobustnessStudy.of(Robustness.measure(plan, memory, Optional.empty(), 2, Sweep.SweepProgress.NONE));
    }

    @Test
    void basinShowsBandsAndWhereHalfOfTheRecallsFail() {
        Study study = study(Memories.plan(Curve.BASIN, "0,0.1,0.5", 6), Memories.with());

        assertEquals("robustness-basin", study.id());
        assertEquals("Half of the recalls are whole with 30.0 % of the cue's bits flipped.", study.verdict());
        assertTrue(study.good());
        assertEquals("1..6", study.settings().get("seeds"));
        List<Series> series = study.charts().getFirst().series();
        assertEquals(Series.Mark.BAND, series.getFirst().mark());
        Series.Point last = series.getFirst().points().getLast();
        assertEquals(0.5, last.x());
        assertEquals(0, last.y());
        assertEquals(Interval.fraction(0, 6).high(), last.high());
        assertEquals(
                Series.Point.of(0.3, 0).y(),
                series.getLast().points().getFirst().y());
        assertEquals(0.3, series.getLast().points().getFirst().x(), 1e-9);
        assertEquals(3, study.tables().getFirst().rows().size());
        assertEquals("0 / 6", study.tables().getFirst().rows().getLast().get(2));
    }

    @Test
    void loadDrawsTheCapacityOfTheTheory() {
        Study study = study(Memories.plan(Curve.LOAD, "0.5", 2), Memories.with("interaction", "linear"));

        assertTrue(
                study.charts().getFirst().series().stream()
                        .anyMatch(s -> s.name().equals("P_S of the theory")
                                && s.points().getFirst().x() == 1),
                study::toString);
        assertEquals("5.429", study.settings().get("P_S"));
    }

    @Test
    void upperTailIsThatOfTheNormalDistribution() {
        assertEquals(0.15865525393145707, Load.upperTail(1), 1e-7);
        assertEquals(1.3498980316300946e-3, Load.upperTail(3), 1e-12);
        assertEquals(9.865876450376946e-10, Load.upperTail(6), 1e-18);
    }

    /** Over loads where recalls go from whole to failing, the estimate lies in the intervals measured. */
    @Test
    void estimateAtFiniteSizeIsWhatIsMeasured() {
        Sweep.Experiments memory = Memories.with();
        RobustnessPlan plan = Memories.plan(Curve.LOAD, "1,1.5,2,2.5", 40);
        RobustnessCurve curve = Robustness.measure(plan, memory, Optional.empty(), 2, Sweep.SweepProgress.NONE);
        Load load = Load.of(memory.with(Map.of()));

        for (RobustnessPoint point : curve.points()) {
            double estimate = load.clean(point.patterns(), point.patterns());
            Interval found = point.recalled();
            assertTrue(
                    found.low() - 0.1 <= estimate && estimate <= found.high() + 0.1,
                    () -> point.value() + ": " + estimate + " for " + found);
        }
    }

    @Test
    void curveThatFailsFromTheStartIsNotGood() {
        Study study = study(Memories.plan(Curve.NOISE, "0.5", 3), Memories.with());

        assertFalse(study.good());
        assertEquals(
                "Fewer than half of the recalls are whole already with 50.0 % of the spikes turned.", study.verdict());
    }

    @Test
    void curveThatHoldsThroughoutSaysSo() {
        Study study = study(Memories.plan(Curve.NOISE, NoiseKind.DROP, "0,0.1", 3), Memories.associative());

        assertTrue(study.good());
        assertEquals("At least half of the recalls are whole up to 10.0 % of the spikes lost.", study.verdict());
    }
}
