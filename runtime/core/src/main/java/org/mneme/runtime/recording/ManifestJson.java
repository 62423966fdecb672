package org.mneme.runtime.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mneme.InvalidValueException;
import org.mneme.runtime.backend.Noise;

/** The manifest as JSON: {@code manifest.json}. */
final class ManifestJson {
    static final String FILE = "manifest.json";
    private static final String SCHEMA = "mneme-recording";
    private static final Pattern COLUMN_FILE = Pattern.compile("[a-z]+/[A-Za-z0-9_-][A-Za-z0-9._-]*\\.npy");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ManifestJson() {}

    static byte[] encode(Manifest manifest) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA).put("version", Manifest.VERSION).put("complete", manifest.complete());
        root.putObject("graph").put("name", manifest.graph()).put("digest", manifest.digest());
        root.put("backend", manifest.backend());
        root.putObject("seeds").put("execution", manifest.seed());
        if (!manifest.noise().isNone()) {
            root.putObject("noise")
                    .put("drop", manifest.noise().drop())
                    .put("flip", manifest.noise().flip())
                    .put("jitter", manifest.noise().jitter())
                    .put("jitter_ticks", manifest.noise().jitterTicks());
        }
        root.put("tick_seconds", manifest.tickSeconds()).put("start_tick", manifest.startTick());
        ArrayNode populations = root.putArray("populations");
        for (Manifest.PopulationRange p : manifest.populations()) {
            populations
                    .addObject()
                    .put("name", p.name())
                    .put("first_id", p.firstId())
                    .put("size", p.size());
        }
        ObjectNode rows = root.putObject("rows");
        rows.put("file", RowsFile.NAME);
        rows.put("meaning", "the next tick, then the number of valid rows of each table, in this order");
        ArrayNode order = rows.putArray("order").add("tick");
        manifest.tables().forEach(table -> order.add(table.name()));
        ArrayNode tables = root.putArray("tables");
        for (Manifest.Table table : manifest.tables()) {
            ArrayNode columns = tables.addObject().put("name", table.name()).putArray("columns");
            for (Manifest.Column c : table.columns()) {
                ObjectNode column = columns.addObject()
                        .put("file", c.file())
                        .put("dtype", c.dtype().code());
                if (c.width() > 0) {
                    column.put("width", c.width());
                }
                column.put("meaning", c.meaning());
            }
        }
        return (root.toPrettyString().replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Manifest decode(Path folder, byte[] json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new RecordingFormatException(folder, FILE + " is not JSON: " + e.getOriginalMessage());
        }
        if (!root.path("schema").asText().equals(SCHEMA)) {
            throw new RecordingFormatException(folder, FILE + " is not of schema " + SCHEMA);
        }
        int version = root.path("version").asInt();
        if (version < Manifest.OLDEST_VERSION || version > Manifest.VERSION) {
            throw new RecordingFormatException(
                    folder,
                    "it has version " + version + ", this Mneme reads " + Manifest.OLDEST_VERSION + " to "
                            + Manifest.VERSION + "; read it with the Mneme that wrote it");
        }
        Fields fields = new Fields(folder);
        List<Manifest.PopulationRange> populations = new ArrayList<>();
        for (JsonNode p : fields.list(root, "populations")) {
            populations.add(new Manifest.PopulationRange(
                    fields.text(p, "name"), fields.whole32(p, "first_id"), fields.whole32(p, "size")));
        }
        List<Manifest.Table> tables = new ArrayList<>();
        for (JsonNode t : fields.list(root, "tables")) {
            tables.add(new Manifest.Table(fields.text(t, "name"), fields.columns(t)));
        }
        if (!Layout.fits(version, tables)) {
            throw new RecordingFormatException(folder, FILE + " does not list the tables of a recording");
        }
        return new Manifest(
                root.path("complete").asBoolean(),
                fields.text(root.path("graph"), "name"),
                fields.text(root.path("graph"), "digest"),
                fields.text(root, "backend"),
                fields.whole(root.path("seeds"), "execution"),
                fields.noise(root.path("noise")),
                fields.number(root, "tick_seconds"),
                fields.whole(root, "start_tick"),
                populations,
                tables);
    }

    /** Typed reading of members, with errors that name them. */
    private record Fields(Path folder) {
        List<Manifest.Column> columns(JsonNode table) {
            List<Manifest.Column> columns = new ArrayList<>();
            for (JsonNode c : list(table, "columns")) {
                String code = text(c, "dtype");
                Dtype dtype = Dtype.ofCode(code)
                        .orElseThrow(() -> new RecordingFormatException(
                                folder, FILE + " names a dtype '" + code + "' that no column has"));
                columns.add(new Manifest.Column(
                        columnFile(text(c, "file")),
                        dtype,
                        c.has("width") ? whole32(c, "width") : 0,
                        text(c, "meaning")));
            }
            return columns;
        }

        /** A recording that says nothing of noise has none. */
        Noise noise(JsonNode node) {
            if (node.isMissingNode()) {
                return Noise.NONE;
            }
            try {
                return new Noise(
                        number(node, "drop"),
                        number(node, "flip"),
                        number(node, "jitter"),
                        whole32(node, "jitter_ticks"));
            } catch (InvalidValueException e) {
                throw new RecordingFormatException(folder, FILE + " has no valid 'noise': " + e.getMessage());
            }
        }

        String columnFile(String file) {
            if (!COLUMN_FILE.matcher(file).matches()) {
                throw new RecordingFormatException(folder, FILE + " names a column that is none: " + file);
            }
            return file;
        }

        JsonNode list(JsonNode node, String key) {
            return checked(key, node.path(key), node.path(key).isArray());
        }

        String text(JsonNode node, String key) {
            return checked(key, node.path(key), node.path(key).isTextual()).asText();
        }

        long whole(JsonNode node, String key) {
            return checked(key, node.path(key), node.path(key).canConvertToLong())
                    .asLong();
        }

        int whole32(JsonNode node, String key) {
            long value = whole(node, key);
            checked(key, node, value >= 0 && value <= Integer.MAX_VALUE);
            return (int) value;
        }

        double number(JsonNode node, String key) {
            return checked(key, node.path(key), node.path(key).isNumber()).asDouble();
        }

        private JsonNode checked(String key, JsonNode value, boolean right) {
            if (!right) {
                throw new RecordingFormatException(folder, FILE + " has no valid '" + key + "'");
            }
            return value;
        }
    }
}
