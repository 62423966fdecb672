package org.mneme.runtime.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.mneme.bits.Ints;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.score.DrawingScore;
import org.mneme.runtime.score.RecallScore;

/**
 * A run's result as JSON: schema "mneme.run", version 1 (see run.schema.json beside this class). Keys always come in the same order;
 * overlaps and spikes, which are for plots, are left out.
 */
public final class RunJson {
    /** The value of "schema". */
    public static final String SCHEMA = "mneme.run";

    /** The value of "version"; raised when a key changes its meaning or goes. */
    public static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunJson() {}

    /**
     * Writes a result to a file, whole or not at all.
     *
     * @param result the result
     * @param file new, or replaced
     * @throws ResultFileException if it cannot be written
     */
    public static void write(RunResult result, Path file) {
        try {
            WholeFile.write(file, out -> write(result, out));
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }

    /**
     * Writes a result to a stream, UTF-8, ending in a newline.
     *
     * @param result the result
     * @param out not closed
     * @throws IOException if it cannot be written
     */
    public static void write(RunResult result, OutputStream out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer);
            MAPPER.writeTree(json, tree(result));
            json.writeRaw('\n');
        }
    }

    /**
     * Returns a result as a tree.
     *
     * @param result the result
     * @return a new tree
     */
    public static ObjectNode tree(RunResult result) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", SCHEMA).put("version", VERSION);
        root.put("name", result.name()).put("backend", result.backend());
        root.set("seeds", MAPPER.valueToTree(result.seeds()));
        root.set("settings", MAPPER.valueToTree(result.settings()));
        root.putObject("cue")
                .put("index", result.cue().index())
                .put("noise", result.cue().noise())
                .put("flipped", result.cue().flipped());
        root.put("f", result.f());
        root.set("recall", recall(result.recall()));
        root.put("interrupted", result.interrupted());
        root.put("ticks", result.ticks());
        root.put("spikes", result.counters().spikes());
        root.put("synapticEvents", result.counters().synapticEvents());
        root.put("saturations", result.counters().saturations());
        root.put("wallSeconds", result.wallSeconds());
        result.graph().ifPresent(graph -> root.set("graph", graph(graph)));
        result.lowering().ifPresent(lowering -> root.set("lowering", lowering(lowering)));
        result.dwellTimes().ifPresent(times -> root.set("dwellTimes", dwellTimes(times)));
        result.drawing().ifPresent(drawing -> root.set("drawing", drawing(drawing)));
        result.images().ifPresent(images -> root.set("images", images(images)));
        result.controls().ifPresent(controls -> {
            root.set("controls", ControlsJson.told(controls));
            root.set("segments", ControlsJson.segments(controls));
        });
        result.scene().ifPresent(scene -> root.set("scene", SceneJson.tree(scene)));
        result.board().ifPresent(board -> root.set("board", BoardJson.tree(board)));
        root.set("notes", MAPPER.valueToTree(result.notes()));
        return root;
    }

    private static ObjectNode images(ImageSequence images) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("width", images.width()).put("height", images.height());
        node.put("wrongImages", images.wrongImages());
        node.set("bitErrors", ints(images.errors()));
        ArrayNode shown = node.putArray("shown");
        images.pairs()
                .forEach(pair -> shown.addObject()
                        .put("step", pair.step())
                        .put("pattern", pair.pattern())
                        .put("label", pair.label())
                        .put("wrongBits", pair.wrong())
                        .put("asked", pair.asked().toString())
                        .put("recalled", pair.recalled().toString()));
        return node;
    }

    private static ObjectNode recall(RecallScore score) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("steps", score.steps()).put("inOrder", score.inOrder()).put("expected", score.expected());
        node.put("orderErrors", score.orderErrors()).put("timingErrors", score.timingErrors());
        node.put("bitErrors", score.bitErrors()).put("unknownBits", score.unknownBits());
        node.put("silentSteps", score.silentSteps());
        node.set("winners", ints(score.winners()));
        node.set("visited", ints(score.visited()));
        node.set("dwell", ints(score.dwell()));
        node.put("success", score.success());
        ArrayNode mistakes = node.putArray("mistakes");
        score.mistakes()
                .forEach(mistake -> mistakes.addObject()
                        .put("kind", mistake.getClass().getSimpleName())
                        .put("step", mistake.step())
                        .put("sentence", mistake.sentence()));
        return node;
    }

    private static ArrayNode ints(Ints values) {
        ArrayNode node = MAPPER.createArrayNode();
        values.stream().forEach(node::add);
        return node;
    }

    private static ObjectNode graph(GraphFigures graph) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("populations", graph.populations().size());
        node.put("neurons", graph.neurons()).put("synapses", graph.synapses());
        node.put("nonZeroSynapses", graph.nonZeroSynapses()).put("domain", graph.domain());
        ObjectNode detail = node.putObject("detail");
        detail.set("populations", MAPPER.valueToTree(graph.populations()));
        detail.set("projections", MAPPER.valueToTree(graph.projections()));
        return node;
    }

    private static ObjectNode lowering(RunResult.LoweringFigures lowering) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", lowering.name()).put("why", lowering.why());
        node.put("bearableCueNoise", lowering.bearableCueNoise());
        node.put("ticksPerStep", lowering.ticksPerStep()).put("tickSeconds", lowering.tickSeconds());
        node.set("notes", MAPPER.valueToTree(lowering.notes()));
        return node;
    }

    private static ObjectNode dwellTimes(DwellTimes times) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("tickSeconds", times.tickSeconds());
        node.put("total", times.total()).put("meanSeconds", times.meanSeconds());
        node.set("ticks", ints(times.ticks()));
        node.set("counts", ints(times.counts()));
        return node;
    }

    private static ObjectNode drawing(DrawingScore drawing) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("meanErrorMm", drawing.meanErrorMillimetres());
        node.put("maxErrorMm", drawing.maxErrorMillimetres());
        node.put("toleranceMm", drawing.toleranceMillimetres());
        node.put("penErrors", drawing.penErrors());
        node.put("withinTolerance", drawing.withinTolerance());
        node.set("asked", points(drawing.asked()));
        node.set("recalled", points(drawing.recalled()));
        ArrayNode outline = node.putArray("outline");
        drawing.outline().forEach(stroke -> outline.add(points(stroke)));
        return node;
    }

    /** Points as [x, y, down], down 1 or 0. */
    private static ArrayNode points(List<PenPoint> points) {
        ArrayNode node = MAPPER.createArrayNode();
        for (PenPoint point : points) {
            node.addArray().add(point.x()).add(point.y()).add(point.down() ? 1 : 0);
        }
        return node;
    }
}
