package org.mneme.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.lab.figure.TimingFigure.Outcome;
import org.mneme.lab.figure.TimingFigure.Size;
import org.mneme.lab.figure.TimingFigure.Wanted;

class TimingFigureTest {
    private static TimingFigure tiny(Wanted... wanted) {
        Size size = new Size(100, 20, 2.5, 5, List.of(wanted), 2);
        return new TimingFigure(size, size);
    }

    @Test
    void orderThenTimingComeRightAsTheDegreeRises() {
        TimingFigure figure = tiny(
                new Wanted(1, Outcome.WRONG_ORDER), new Wanted(2, Outcome.WRONG_TIMING), new Wanted(10, Outcome.RIGHT));
        var study = figure.study(Tiny.options());
        assertTrue(study.good(), study.verdict());
        assertEquals(study, figure.study(Tiny.options().withThreads(2)));
    }

    @Test
    void aDwellOfFourIsNotTheRightTiming() {
        assertFalse(tiny(new Wanted(2, Outcome.RIGHT)).study(Tiny.options()).good());
    }

    @Test
    void aDwellOfFiveIsNotTheWrongTiming() {
        assertFalse(
                tiny(new Wanted(10, Outcome.WRONG_TIMING)).study(Tiny.options()).good());
    }

    @Test
    void theRightOrderIsNotTheWrongOne() {
        assertFalse(
                tiny(new Wanted(2, Outcome.WRONG_ORDER)).study(Tiny.options()).good());
    }
}
