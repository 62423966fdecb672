package org.mneme.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.report.Chart;
import org.mneme.report.Series;
import org.mneme.report.Study;

class CapacityStudyTest {
    private static List<CapacityPoint> measured(CapacityQuestion... questions) {
        return Capacity.run(List.of(questions), 3, 1, Optional.empty(), 1, CapacityProgress.NONE);
    }

    @Test
    void capacityIsDrawnOverTheory() {
        List<CapacityPoint> points = measured(
                CapacityQuestion.of(Networks.polynomial(2), 10, Measure.TRANSITION),
                CapacityQuestion.of(Networks.polynomial(2), 16, Measure.TRANSITION));

        Study study = CapacityStudy.of(points, 1);

        Chart chart = study.charts().getFirst();
        assertEquals(2, chart.series().size());
        Series dots = chart.series().getFirst();
        assertEquals(Series.Mark.DOTS, dots.mark());
        assertEquals(points.getFirst().mean(), dots.points().getFirst().y());
        assertEquals(
                points.getLast().mean() + points.getLast().deviation(),
                dots.points().getLast().high());
        assertEquals(dots.name(), chart.series().getLast().name());
        assertEquals(Series.Mark.LINE, chart.series().getLast().mark());
        assertEquals(2, study.tables().getFirst().rows().size());
        assertTrue(study.remarks().getFirst().startsWith("By bisection"), study.remarks()::toString);
    }

    @Test
    void biasIsAnAxisWhereItVaries() {
        CapacityQuestion question = CapacityQuestion.of(Networks.polynomial(2), 12, Measure.TRANSITION);

        Study study = CapacityStudy.of(measured(question, question.withBias(0.4)), 1);

        assertEquals(
                List.of("bias", "failures"),
                study.charts().stream().map(Chart::id).toList());
        assertEquals("", study.tables().getFirst().rows().getLast().get(7), "no theory of correlated patterns");
    }

    @Test
    void startAtCoincidenceIsToldWithItsReason() {
        Study study = CapacityStudy.of(measured(CapacityQuestion.of(Networks.EXPONENTIAL, 14, Measure.TRANSITION)), 1);

        assertTrue(
                study.remarks().stream()
                        .anyMatch(remark -> remark.contains("two equal patterns with different successors")),
                study.remarks()::toString);
        assertTrue(study.verdict().endsWith(" of theory."), study.verdict());
        Series bound = study.charts().getFirst().series().getLast();
        assertEquals(Series.Mark.DASHED, bound.mark());
        assertEquals(SearchStart.coincidence(14), bound.points().getFirst().y());
    }
}
