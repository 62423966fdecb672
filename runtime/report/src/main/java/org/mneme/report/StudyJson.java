package org.mneme.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mneme.report.Series.Point;
import org.mneme.report.Study.Table;

/** A study as JSON: schema "mneme.study", version 1 (see study.schema.json beside this class). */
final class StudyJson {
    private static final String SCHEMA = "mneme.study";
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonGenerator json;

    private StudyJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes a study, UTF-8, ending in a newline.
     *
     * @param study what was found
     * @param out not closed
     * @throws IOException if it cannot be written
     */
    static void write(Study study, OutputStream out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer);
            new StudyJson(json).study(study);
            json.writeRaw('\n');
        }
    }

    private void study(Study study) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeNumberField("version", VERSION);
        json.writeStringField("id", study.id());
        json.writeStringField("title", study.title());
        json.writeStringField("verdict", study.verdict());
        json.writeBooleanField("good", study.good());
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, String> setting : study.settings().entrySet()) {
            json.writeStringField(setting.getKey(), setting.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("charts");
        for (Chart chart : study.charts()) {
            chart(chart);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tables");
        for (Table table : study.tables()) {
            table(table);
        }
        json.writeEndArray();
        texts("remarks", study.remarks());
        json.writeEndObject();
    }

    private void chart(Chart chart) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", chart.id());
        json.writeStringField("title", chart.title());
        json.writeStringField("caption", chart.caption());
        scale("x", chart.x());
        scale("y", chart.y());
        json.writeArrayFieldStart("series");
        for (Series series : chart.series()) {
            json.writeStartObject();
            json.writeStringField("name", series.name());
            json.writeStringField("mark", series.mark().name().toLowerCase(Locale.ROOT));
            json.writeArrayFieldStart("points");
            for (Point p : series.points()) {
                json.writeStartObject();
                number("x", p.x());
                number("y", p.y());
                number("low", p.low());
                number("high", p.high());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void scale(String name, Chart.Scale scale) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("label", scale.label());
        json.writeBooleanField("logarithmic", scale.logarithmic());
        json.writeEndObject();
    }

    private void table(Table table) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", table.id());
        json.writeStringField("title", table.title());
        texts("columns", table.columns());
        json.writeArrayFieldStart("rows");
        for (List<String> row : table.rows()) {
            json.writeStartArray();
            for (String cell : row) {
                json.writeString(cell);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        if (Double.isFinite(value)) {
            json.writeNumber(Csv.cell(value));
        } else {
            json.writeNull();
        }
    }
}
