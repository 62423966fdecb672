package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyReaderTest {
    private static Study study() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("seed", "1");
        settings.put("λ", "2.5");
        return new Study(
                "a-study",
                "Title",
                "Verdict.",
                true,
                settings,
                List.of(new Chart(
                        "a-chart",
                        "Chart",
                        "Caption.",
                        Chart.Scale.linear("N"),
                        Chart.Scale.log("P"),
                        List.of(new Series(
                                "dots",
                                Series.Mark.DOTTED_LINE,
                                List.of(new Series.Point(1, 0.1, 1.0 / 3, 1e300), Series.Point.of(2, Double.NaN)))))),
                List.of(new Study.Table("t", "Table", List.of("a", "b"), List.of(List.of("1", "")))),
                List.of("One.", "Two."));
    }

    @Test
    void readsWhatWasWritten(@TempDir Path folder) {
        Path file = folder.resolve("study.json");
        StudyFiles.json(study(), file);
        Study read = StudyReader.read(file);
        assertEquals(study(), read);
        assertEquals(List.of("seed", "λ"), List.copyOf(read.settings().keySet()));
    }

    @Test
    void refusesWhatIsNoStudy(@TempDir Path folder) throws IOException {
        for (String text : List.of("", "[]", "{\"schema\": \"mneme.capacity\", \"version\": 1}", "no json")) {
            Path file = Files.writeString(folder.resolve("other.json"), text);
            StudyFileException mistake = assertThrows(StudyFileException.class, () -> StudyReader.read(file), text);
            assertEquals(file, mistake.file());
            assertTrue(mistake.getMessage().contains("is not a study"), mistake.getMessage());
        }
    }

    @Test
    void refusesAChartOfAnUnknownMark(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("study.json");
        StudyFiles.json(study(), file);
        Files.writeString(file, Files.readString(file).replace("dotted_line", "cloud"));
        assertThrows(StudyFileException.class, () -> StudyReader.read(file));
    }
}
