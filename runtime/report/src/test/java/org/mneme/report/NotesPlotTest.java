package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneKind;
import org.mneme.runtime.scene.SceneRun;
import org.mneme.runtime.scene.SceneScore;

class NotesPlotTest {
    private static final double NEVER = Double.NaN;

    /** Notes that are told by the table alone. */
    private record Told(SceneScore score) implements Scene {
        @Override
        public SceneKind kind() {
            return SceneKind.NOTES;
        }

        @Override
        public List<Channel> channels() {
            return List.of(new Channel("C4", "", 0, 1));
        }

        @Override
        public Map<String, Object> setting() {
            return Map.of("handNames", List.of("<right>", "left"));
        }

        @Override
        public double[] read(Signs state) {
            return new double[1];
        }

        @Override
        public double[] wanted(int pattern) {
            return new double[1];
        }

        @Override
        public SceneScore judge(Performance performance) {
            return score;
        }

        @Override
        public List<String> formats() {
            return List.of();
        }

        @Override
        public void write(Performance performance, Path file) {
            throw new UnsupportedOperationException();
        }
    }

    private static List<Double> note(double pitch, double hand, double due, double recalled, double length) {
        double asked = Double.isNaN(due) ? NEVER : length;
        double held = Double.isNaN(recalled) ? NEVER : length;
        return List.of(pitch, hand, due, recalled, (recalled - due) * 1e3, asked, held);
    }

    private static Plot plot(List<List<Double>> rows) {
        SceneScore.Table table = new SceneScore.Table("notes", List.of("a", "b", "c", "d", "e", "f", "g"), rows);
        SceneScore score = new SceneScore(false, "notes: some right", List.of(), table);
        Performance performance = new Performance(1e-3, 3, List.of(), Ints.of(), 0, true);
        return NotesPlot.of(SceneRun.of(new Told(score), performance));
    }

    private static long bars(Plot plot, String... classes) {
        List<String> wanted = new ArrayList<>(List.of(classes));
        return Drawn.of(plot).all("path", wanted.toArray(String[]::new)).stream()
                .mapToLong(path ->
                        path.getAttribute("d").chars().filter(c -> c == 'z').count())
                .sum();
    }

    @Test
    void everyNoteIsDrawnAskedForAndRecalled() {
        Plot plot = plot(List.of(
                note(60, 1, 0, 0, 1),
                note(64, 1, 1, 1.25, 1),
                note(48, 2, 0, 0, 2),
                note(50, 2, 2, NEVER, 1),
                note(70, 1, NEVER, 2, 1)));

        // one more of each in the legend
        assertEquals(3 + 1, bars(plot, "full", "c0"));
        assertEquals(1 + 1, bars(plot, "full", "c1"));
        assertEquals(3 + 1, bars(plot, "bar", "ink"));
        assertEquals(1, bars(plot, "dash", "bad"));
        assertEquals(1, bars(plot, "wrong", "bad"));
        assertEquals(
                3,
                Drawn.of(plot).all("path", "dots").stream()
                        .mapToLong(path -> path.getAttribute("d")
                                .chars()
                                .filter(c -> c == 'M')
                                .count())
                        .sum());
        List<String> texts = Drawn.of(plot).texts();
        assertTrue(
                texts.containsAll(List.of("recalled, <right>", "recalled, left", "asked for", "C4", "time, s")),
                texts::toString);
        assertTrue(plot.caption().contains("Notes: some right."), plot.caption());
        assertTrue(plot.caption().contains("Dashed: missing. Outlined in red: not asked for."), plot.caption());
    }

    @Test
    void longMusicIsInRowsAndCutWhereItSaysSo() {
        List<List<Double>> rows = new ArrayList<>();
        for (int k = 0; k < 400; k++) {
            rows.add(note(60 + k % 5, 1, k, k, 1));
        }
        Plot plot = plot(rows);

        assertEquals(8, Drawn.of(plot).all("rect", "box").size());
        assertTrue(plot.caption().endsWith("Cut: only the first 300 s are drawn."), plot.caption());
        assertEquals(400, plot.csv().rows());
        Plot some = plot(rows.subList(0, 20));
        assertEquals(4, Drawn.of(some).all("rect", "box").size());
        assertFalse(some.caption().contains("Cut"), some.caption());
    }

    @Test
    void numbersAreWrittenAsTheyAre() {
        Plot plot = plot(List.of(note(60, 1, 0.5, 0.75, 1), note(62, 2, 1, NEVER, 0.25)));
        assertEquals("""
                pitch,hand,due_s,recalled_s,onset_error_ms,due_length_s,recalled_length_s
                60,1,0.5,0.75,250,1,1
                62,2,1,,,0.25,
                """, plot.csv().text());
    }

    @Test
    void nothingRecalledIsAnEmptyRoll() {
        Plot plot = plot(List.of());
        assertEquals(2, Drawn.of(plot).all("rect", "box").size());
        assertFalse(plot.document().contains("NaN"), plot::document);
    }
}
