package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.runtime.result.ControlFigures;
import org.mneme.runtime.result.ControlFigures.Told;
import org.mneme.runtime.score.RecallScore;

class ControlPlotTest {
    private static final RecallScore SCORE = SampleRuns.recall(8, 30, 40);

    private static Plot plot(Told... told) {
        return plot(List.of(told));
    }

    private static Plot plot(List<Told> told) {
        Ints ticks = Ints.of(IntStream.rangeClosed(0, 40).map(t -> 5 * t).toArray());
        return ControlPlot.of(SampleRuns.bare("controls", SCORE), new ControlFigures(told, List.of(), ticks));
    }

    private static long marks(Plot plot, String style) {
        return Drawn.of(plot).all("path", "dash", style).stream()
                .mapToLong(path ->
                        path.getAttribute("d").chars().filter(c -> c == 'M').count())
                .sum();
    }

    @Test
    void everyControlHasAMarkALabelAndARow() {
        Plot plot = plot(
                new Told.Motif(0, 3, 24, 0),
                new Told.Gate(0, Ints.of(0, 1, 2, 7)),
                new Told.Cue(0, 5, 0.1, 3),
                new Told.Tempo(0, 0.5));
        List<String> texts = Drawn.of(plot).texts();

        assertTrue(texts.containsAll(List.of("motif 3", "gate 0–2, 7", "cue 5", "tempo 0.5")), texts::toString);
        assertEquals(2, marks(plot, "c1"));
        assertEquals(1, marks(plot, "c2"));
        assertEquals("""
                tick,control,what
                0,motif,motif 3 from pattern 24
                0,gate,"open 0–2, 7"
                0,cue,pattern 5 with 3 bits flipped
                0,tempo,gain 0.5
                """, plot.csv().text());
    }

    @Test
    void labelsOfOneTickStandBelowEachOther() {
        Plot plot = plot(new Told.Cue(0, 5, 0, 0), new Told.Gate(0, Ints.of(1)), new Told.Cue(0, 6, 0, 0));

        List<String> heights = Drawn.of(plot).all("text").stream()
                .filter(text -> text.getTextContent().matches("(cue|gate) [0-9]"))
                .map(text -> text.getAttribute("y"))
                .distinct()
                .toList();
        assertEquals(3, heights.size());
    }

    @Test
    void tempoHasALineOnlyWhereItIsTold() {
        assertEquals(
                2, Drawn.of(plot(new Told.Cue(0, 5, 0, 0))).all("rect", "box").size());
        Plot plot = plot(new Told.Cue(0, 5, 0, 0), new Told.Tempo(0, 2));
        assertEquals(3, Drawn.of(plot).all("rect", "box").size());
        assertEquals(1, Drawn.of(plot).all("path", "curve", "c3").size());
        assertTrue(plot.caption().contains("tempo"), plot.caption());
    }

    @Test
    void crowdedLabelsAreLeftOutAndItIsSaid() {
        List<Told> many = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            many.add(new Told.Cue(0, k, 0, 0));
        }
        Plot plot = plot(many);

        assertEquals(60, marks(plot, "c1"));
        assertTrue(plot.caption().contains("have no label"), plot.caption());
        assertFalse(plot(many.subList(0, 3)).caption().contains("have no label"));
        assertEquals(60, plot.csv().rows());
    }
}
