package org.mneme.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.mneme.report.Study.Table;

/** Reads a study that {@link StudyFiles#json} wrote. */
public final class StudyReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StudyReader() {}

    /**
     * Reads a study.
     *
     * @param file JSON of schema "mneme.study", version 1
     * @return the study that was written
     * @throws StudyFileException if it is something else, or cannot be read
     */
    public static Study read(Path file) {
        JsonNode root;
        try {
            root = MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new StudyFileException(file, "no JSON that can be read");
        }
        if (!text(root, "schema").equals("mneme.study") || root.path("version").asInt() != 1) {
            throw new StudyFileException(file, "no schema mneme.study, version 1");
        }
        try {
            return study(root);
        } catch (IllegalArgumentException e) {
            throw new StudyFileException(file, String.valueOf(e.getMessage()));
        }
    }

    private static Study study(JsonNode root) {
        Map<String, String> settings = new LinkedHashMap<>();
        root.path("settings")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        return new Study(
                text(root, "id"),
                text(root, "title"),
                text(root, "verdict"),
                root.path("good").asBoolean(),
                settings,
                all(root.path("charts"), StudyReader::chart),
                all(root.path("tables"), StudyReader::table),
                all(root.path("remarks"), JsonNode::asText));
    }

    private static Chart chart(JsonNode node) {
        return new Chart(
                text(node, "id"),
                text(node, "title"),
                text(node, "caption"),
                scale(node.path("x")),
                scale(node.path("y")),
                all(node.path("series"), StudyReader::series));
    }

    private static Chart.Scale scale(JsonNode node) {
        return new Chart.Scale(text(node, "label"), node.path("logarithmic").asBoolean());
    }

    private static Series series(JsonNode node) {
        return new Series(
                text(node, "name"),
                Series.Mark.valueOf(text(node, "mark").toUpperCase(Locale.ROOT)),
                all(
                        node.path("points"),
                        p -> new Series.Point(number(p, "x"), number(p, "y"), number(p, "low"), number(p, "high"))));
    }

    private static Table table(JsonNode node) {
        return new Table(
                text(node, "id"),
                text(node, "title"),
                all(node.path("columns"), JsonNode::asText),
                all(node.path("rows"), row -> all(row, JsonNode::asText)));
    }

    private static <T> List<T> all(JsonNode list, Function<JsonNode, T> each) {
        List<T> all = new ArrayList<>();
        list.forEach(node -> all.add(each.apply(node)));
        return all;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    /** What is not finite was written as null. */
    private static double number(JsonNode node, String name) {
        return node.path(name).asDouble(Double.NaN);
    }
}
