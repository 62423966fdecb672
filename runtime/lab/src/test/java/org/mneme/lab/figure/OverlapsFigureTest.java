package org.mneme.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mneme.model.Interaction;
import org.mneme.report.Study;

class OverlapsFigureTest {
    private static final Interaction LINEAR = new Interaction.Linear();
    private static final Interaction SQUARE = new Interaction.Polynomial(2);

    private static OverlapsFigure tiny(Interaction loses, Interaction recalls) {
        OverlapsFigure.Size size = new OverlapsFigure.Size(100, 40, loses, recalls, 3);
        return new OverlapsFigure(size, size);
    }

    @Test
    void seqNetLosesWhatTheSquareRecalls() {
        Study study = tiny(LINEAR, SQUARE).study(Tiny.options());
        assertTrue(study.good(), study.verdict());
        assertEquals(6, study.tables().getFirst().rows().size());
        assertTrue(study.verdict().contains("recalls all 40 patterns"), study.verdict());
    }

    @Test
    void aSquareInPlaceOfSeqNetIsNotWhatMustBeSeen() {
        assertFalse(tiny(SQUARE, SQUARE).study(Tiny.options()).good());
    }

    @Test
    void seqNetInPlaceOfTheSquareIsNotWhatMustBeSeen() {
        assertFalse(tiny(LINEAR, LINEAR).study(Tiny.options()).good());
    }

    @Test
    void threadsChangeNothing() {
        OverlapsFigure figure = tiny(LINEAR, SQUARE);
        assertEquals(figure.study(Tiny.options()), figure.study(Tiny.options().withThreads(2)));
    }

    @Test
    void progressCanEndIt() {
        assertThrows(
                FigureInterruptedException.class,
                () -> tiny(LINEAR, SQUARE).study(Tiny.options((done, total) -> done < 2)));
    }
}
