package org.mneme.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void thereAreSeven() {
        assertEquals(
                List.of("overlaps", "densenet", "mixednet", "gpi", "degree", "crosstalk", "timing"),
                Figures.all().stream().map(Figure::name).toList());
    }

    @Test
    void aMistypedNameIsAnsweredWithTheNearest() {
        UnknownFigureException mistake = assertThrows(UnknownFigureException.class, () -> Figures.named("densnet"));
        assertEquals("densnet", mistake.figure());
        assertEquals("figure 'densnet' is unknown; did you mean 'densenet'?", mistake.getMessage());
    }
}
