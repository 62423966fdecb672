package org.mneme.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.model.Learning;
import org.mneme.report.Study;

class CapacityFiguresTest {
    private static DenseNetFigure dense() {
        DenseNetFigure.Size size =
                new DenseNetFigure.Size(DenseNetFigure.degrees(List.of(10, 20), List.of(10, 20)), List.of(10), 5);
        return new DenseNetFigure(size, size);
    }

    private static GpiFigure gpi(Learning rule) {
        GpiFigure.Size size = new GpiFigure.Size(30, List.of(0.0, 0.8), 0.8, List.of(2), rule, 4);
        return new GpiFigure(size, size);
    }

    private static DegreeFigure degree(List<Integer> degrees) {
        DegreeFigure.Size size = new DegreeFigure.Size(List.of(10), degrees, 6);
        return new DegreeFigure(size, size);
    }

    @Test
    void denseNetsCapacitiesLieInTheirBands() {
        Study study = dense().study(Tiny.options());
        assertTrue(study.good(), study.verdict());
        assertEquals(10, study.tables().getLast().rows().size());
        assertEquals(4, study.charts().size());
    }

    @Test
    void threadsChangeNothing() {
        assertEquals(dense().study(Tiny.options()), dense().study(Tiny.options().withThreads(2)));
    }

    @Test
    void anInterruptedFigureGoesOnWhereItStopped(@TempDir Path folder) {
        Optional<Path> trials = Optional.of(folder.resolve("trials.csv"));
        assertThrows(
                FigureInterruptedException.class,
                () -> dense().study(new FigureOptions(
                        Scale.QUICK, FigureOptions.SEED, 1, trials, (done, total) -> 2 * done < total)));
        assertTrue(trials.get().toFile().length() > 0, "no finished trial was kept");
        Study resumed =
                dense().study(new FigureOptions(Scale.QUICK, FigureOptions.SEED, 1, trials, FigureProgress.NONE));
        assertEquals(dense().study(Tiny.options()), resumed);
    }

    @Test
    void mixedNetsCapacitiesLieInTheirBands() {
        MixedNetFigure.Size size = new MixedNetFigure.Size(2, List.of(20), List.of(10), 2.5, 5);
        Study study = new MixedNetFigure(size, size).study(Tiny.options());
        assertTrue(study.good(), study.verdict());
        assertEquals(10, study.tables().getLast().rows().size());
    }

    @Test
    void thePseudoinverseHoldsWhereHebbianLearningFalls() {
        Study study = gpi(Learning.PSEUDOINVERSE).study(Tiny.options());
        assertTrue(study.good(), study.verdict());
    }

    @Test
    void withoutThePseudoinverseNothingHolds() {
        Study study = gpi(Learning.HEBBIAN).study(Tiny.options());
        assertFalse(study.good(), study.verdict());
    }

    @Test
    void capacityRisesWithTheDegreeAndSaturates() {
        Study study = degree(List.of(1, 2, 4, 8, 12, 16)).study(Tiny.options());
        assertTrue(study.good(), study.verdict());
    }

    @Test
    void lowDegreesAloneDoNotSaturate() {
        Study study = degree(List.of(1, 2, 4)).study(Tiny.options());
        assertFalse(study.good(), study.verdict());
    }
}
