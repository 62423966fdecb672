package org.mneme.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Lowered;
import org.mneme.map.Estimate;
import org.mneme.map.Mapping;
import org.mneme.map.Resource;
import org.mneme.map.Slice;
import org.mneme.map.Violation;
import org.mneme.pass.Compilation;
import org.mneme.pass.Misfit;
import org.mneme.pass.WeightFact;
import org.mneme.report.CoreUse.Core;
import org.mneme.report.LinkTraffic.Link;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.result.ResultFileException;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/** A mapping as JSON: schema "mneme.mapping", version 1 (see mapping.schema.json beside this class). */
public final class MappingJson {
    private static final String SCHEMA = "mneme.mapping";
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonGenerator json;

    private MappingJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the fields of the outermost object. */
    @FunctionalInterface
    private interface Fields {
        void write(MappingJson json) throws IOException;
    }

    /**
     * Writes a mapping.
     *
     * @param memory what was mapped
     * @param file a JSON file, UTF-8; written whole or not at all
     * @throws ResultFileException if it cannot be written
     */
    public static void write(MappedMemory memory, Path file) {
        write(file, out -> write(memory, out));
    }

    /**
     * Writes a mapping, UTF-8, ending in a newline.
     *
     * @param memory what was mapped
     * @param out not closed
     * @throws IOException if it cannot be written
     */
    public static void write(MappedMemory memory, OutputStream out) throws IOException {
        document(out, json -> json.memory(memory));
    }

    /**
     * Writes what does not fit.
     *
     * @param name of the memory
     * @param target that it does not fit
     * @param refusals every reason
     * @param file a JSON file, UTF-8; written whole or not at all
     * @throws ResultFileException if it cannot be written
     */
    public static void write(String name, Target target, List<Refusal> refusals, Path file) {
        write(file, out -> write(name, target, refusals, out));
    }

    /**
     * Writes what does not fit, UTF-8, ending in a newline.
     *
     * @param name of the memory
     * @param target that it does not fit
     * @param refusals every reason
     * @param out not closed
     * @throws IOException if it cannot be written
     */
    public static void write(String name, Target target, List<Refusal> refusals, OutputStream out) throws IOException {
        document(out, json -> json.infeasible(name, target, refusals));
    }

    private static void write(Path file, WholeFile.Content content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }

    private static void document(OutputStream out, Fields fields) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeNumberField("version", VERSION);
            fields.write(new MappingJson(json));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void infeasible(String name, Target target, List<Refusal> refusals) throws IOException {
        json.writeStringField("name", name);
        json.writeBooleanField("fits", false);
        target(target);
        json.writeArrayFieldStart("violations");
        for (Refusal refusal : refusals) {
            json.writeStartObject();
            json.writeStringField("scope", refusal.scope() == Violation.Scope.NEVER_FITS ? "never-fits" : "board-full");
            json.writeStringField("object", refusal.object());
            json.writeStringField("excess", refusal.excess());
            json.writeStringField("remedy", refusal.remedy());
            if (refusal.exceeded().isPresent()) {
                Misfit.Exceeded exceeded = refusal.exceeded().get();
                json.writeStringField("quantity", exceeded.quantity().key());
                json.writeStringField("unit", exceeded.quantity().unit());
                number("used", exceeded.used());
                number("limit", exceeded.limit());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void memory(MappedMemory memory) throws IOException {
        Mapping mapping = memory.mapping();
        json.writeStringField("name", memory.name());
        json.writeBooleanField("fits", true);
        target(mapping.target());
        json.writeNumberField("seed", mapping.seed());
        lowering(memory.compilation().lowered());
        graph(mapping);
        Mesh mesh = Mesh.of(mapping.target());
        used("cores", MappingSummary.cores(mapping), (long) mesh.chips() * mesh.coresPerChip());
        used("chips", MappingSummary.chips(mapping), mesh.chips());
        limits(mapping);
        estimate(mapping.estimate());
        passes(memory.compilation().steps());
        weights(WeightTables.facts(memory));
        if (memory.quality().isPresent()) {
            quality(memory.quality().get());
        }
        cores(mapping, mesh);
        links(mapping);
        texts(
                "notes",
                Stream.concat(memory.compilation().lowered().notes().stream(), mapping.notes().stream())
                        .distinct()
                        .toList());
    }

    private void target(Target target) throws IOException {
        json.writeObjectFieldStart("target");
        json.writeStringField("name", target.name());
        json.writeStringField("title", target.title());
        json.writeStringField("arithmetic", target.arithmetic() == Target.Arithmetic.EXACT ? "exact" : "envelope");
        json.writeStringField("digest", target.digest());
        texts("differences", target.differences());
        texts("unknownLimits", target.unknownLimits().stream().map(q -> q.key()).toList());
        json.writeEndObject();
    }

    private void lowering(Lowered lowered) throws IOException {
        json.writeObjectFieldStart("lowering");
        json.writeStringField("name", lowered.lowering());
        json.writeStringField("why", lowered.why());
        json.writeNumberField("ticksPerStep", lowered.codec().ticksPerStep());
        number("bearableCueNoise", lowered.bearableCueNoise());
        json.writeEndObject();
    }

    private void graph(Mapping mapping) throws IOException {
        SpikingGraph graph = mapping.workload().graph();
        GraphSizes sizes = GraphSizes.of(graph);
        json.writeObjectFieldStart("graph");
        json.writeNumberField("neurons", sizes.neurons());
        json.writeNumberField("synapses", sizes.synapses());
        json.writeNumberField("nonZeroSynapses", sizes.nonZeroSynapses());
        json.writeArrayFieldStart("populations");
        for (Population population : graph.populations()) {
            json.writeStartObject();
            json.writeStringField("name", population.name());
            json.writeStringField("model", population.model().getClass().getSimpleName());
            json.writeNumberField("size", population.size());
            number("spikesPerTick", mapping.workload().rate(population.name()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void used(String name, long used, long available) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("used", used);
        json.writeNumberField("available", available);
        json.writeEndObject();
    }

    private void limits(Mapping mapping) throws IOException {
        json.writeArrayFieldStart("limits");
        for (LimitUse use : LimitUse.worst(mapping)) {
            Resource r = use.resource();
            json.writeStartObject();
            json.writeStringField("quantity", r.quantity().key());
            json.writeStringField("scope", use.scope().key());
            json.writeStringField("place", r.place());
            number("used", r.used());
            number("limit", r.limit());
            json.writeStringField("unit", r.quantity().unit());
            json.writeStringField("status", r.status().key());
            json.writeStringField(
                    "source", mapping.target().figure(r.quantity()).source());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void estimate(Estimate estimate) throws IOException {
        json.writeObjectFieldStart("perTick");
        number("spikes", estimate.spikes());
        number("synapticEvents", estimate.synapticEvents());
        number("hops", estimate.hops());
        number("unicastHops", estimate.unicastHops());
        number("joules", estimate.joules());
        number("seconds", estimate.seconds());
        json.writeStringField("status", estimate.status().key());
        json.writeEndObject();
    }

    private void passes(List<Compilation.Step> steps) throws IOException {
        json.writeArrayFieldStart("passes");
        for (Compilation.Step step : steps) {
            json.writeStartObject();
            json.writeStringField("name", step.name());
            texts("changes", step.changes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void weights(List<WeightFact> facts) throws IOException {
        json.writeArrayFieldStart("weights");
        for (WeightFact fact : facts) {
            json.writeStartObject();
            json.writeStringField("projection", fact.projection());
            json.writeStringField("format", fact.format());
            json.writeNumberField("exponent", fact.exponent());
            number("largestError", fact.largestError());
            number("rmsError", fact.rmsError());
            json.writeNumberField("vanished", fact.vanished());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void quality(MappedMemory.Quality quality) throws IOException {
        json.writeObjectFieldStart("quality");
        json.writeStringField("sentence", quality.sentence());
        json.writeArrayFieldStart("cueNoise");
        for (MappedMemory.Row row : quality.rows()) {
            json.writeStartObject();
            number("flipped", row.cueNoise());
            json.writeNumberField("recalls", row.recalls());
            json.writeNumberField("before", row.before());
            json.writeNumberField("after", row.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void cores(Mapping mapping, Mesh mesh) throws IOException {
        List<Population> populations = mapping.workload().graph().populations();
        json.writeArrayFieldStart("placement");
        for (Core core : CoreUse.of(mapping).cores()) {
            json.writeStartObject();
            json.writeNumberField("chip", mesh.chip(core.site()));
            json.writeNumberField("core", mesh.core(core.site()));
            json.writeArrayFieldStart("slices");
            for (int k = 0; k < core.cluster().slices().size(); k++) {
                Slice slice = core.cluster().slices().get(k);
                json.writeStartObject();
                json.writeStringField(
                        "population", populations.get(slice.population()).name());
                json.writeNumberField("from", slice.from());
                json.writeNumberField("to", slice.to());
                json.writeNumberField("copies", core.cluster().copies().get(k));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("used");
            for (Map.Entry<Quantity, Resource> limit : core.limits().entrySet()) {
                number(limit.getKey().key(), limit.getValue().used());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void links(Mapping mapping) throws IOException {
        json.writeArrayFieldStart("links");
        Mesh mesh = Mesh.of(mapping.target());
        for (Link link : LinkTraffic.of(mapping)) {
            json.writeStartObject();
            json.writeNumberField("x", link.x());
            json.writeNumberField("y", link.y());
            json.writeNumberField("toX", link.x() + mesh.dx(link.direction()));
            json.writeNumberField("toY", link.y() + mesh.dy(link.direction()));
            number("there", link.there());
            number("back", link.back());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void number(String name, OptionalDouble value) throws IOException {
        number(name, value.orElse(Double.NaN));
    }

    /** Numbers that are not finite are null. */
    private void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else {
            json.writeNumber(new BigDecimal(Csv.cell(value)));
        }
    }
}
