package org.mneme.report.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Scene;

/** What a page is sent, as JSON that cannot end the script element it may stand in. */
final class WatchJson {
    /** The most numbers that are told of what the patterns of a scene ask for, to a page of a network that runs. */
    static final int MOST_WANTED = 250_000;

    /** The most that stand in a recording. */
    static final int MOST_RECORDED = 20_000;

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final MathContext DIGITS = new MathContext(6);
    private static final double MOST_WHOLE = 1e15;

    private final JsonGenerator json;

    private WatchJson(JsonGenerator json) {
        this.json = json;
    }

    /** Something that writes JSON. */
    @FunctionalInterface
    private interface Part {
        void write(WatchJson json) throws IOException;
    }

    static String model(WatchModel model) {
        return text(json -> json.write(model));
    }

    static String chunk(WatchChunk chunk) {
        return text(json -> json.write(chunk));
    }

    /** Text in quotes. */
    static String quoted(String text) {
        return text(json -> json.json.writeString(text));
    }

    private static String text(Part part) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            part.write(new WatchJson(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().replace("<", "\\u003c");
    }

    private void write(WatchModel model) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", model.name());
        json.writeStringField("backend", model.backend());
        number("tickSeconds", model.tickSeconds());
        json.writeNumberField("ticksPerStep", model.ticksPerStep());
        json.writeNumberField("patterns", model.patterns());
        json.writeNumberField("features", model.features());
        json.writeStringField("seed", "" + model.seed());
        json.writeFieldName("scene");
        if (model.scene().isPresent()) {
            scene(model.scene().get(), model.patterns(), model.controls().live() ? MOST_WANTED : MOST_RECORDED);
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("lanes");
        for (WatchLane lane : model.lanes()) {
            json.writeStartObject();
            json.writeStringField("name", lane.name());
            json.writeNumberField("size", lane.size());
            json.writeNumberField("stride", lane.stride());
            json.writeNumberField("rows", lane.rows());
            json.writeBooleanField("grouped", lane.grouped());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("overlapBins", model.bins().count());
        json.writeNumberField("binSize", model.bins().size());
        json.writeArrayFieldStart("motifs");
        for (Motif motif : model.motifs()) {
            json.writeStartObject();
            json.writeStringField("name", motif.name());
            json.writeFieldName("patterns");
            numbers(motif.patterns());
            json.writeEndObject();
        }
        json.writeEndArray();
        numbers("dwell", model.dwell());
        numbers("next", model.next());
        controls(model.controls());
        json.writeEndObject();
    }

    private void scene(Scene scene, int patterns, int most) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", scene.kind().word());
        json.writeArrayFieldStart("channels");
        for (Channel channel : scene.channels()) {
            json.writeStartObject();
            json.writeStringField("name", channel.name());
            json.writeStringField("unit", channel.unit());
            number("low", channel.low());
            number("high", channel.high());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("setting");
        value(scene.setting());
        json.writeFieldName("plant");
        if (scene.plant().isPresent()) {
            json.writeStartObject();
            number("tauSeconds", scene.plant().get().tauSeconds());
            json.writeNumberField("order", scene.plant().get().order());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("wanted");
        boolean few = (long) patterns * scene.channels().size() <= most;
        for (int mu = 0; few && mu < patterns; mu++) {
            json.writeStartArray();
            for (double number : scene.wanted(mu)) {
                number(number);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void controls(WatchControls controls) throws IOException {
        json.writeObjectFieldStart("controls");
        json.writeObjectFieldStart("tempo");
        control(controls.tempo());
        number("least", controls.least());
        number("most", controls.most());
        number("step", controls.step());
        json.writeEndObject();
        json.writeObjectFieldStart("gate");
        control(controls.gate());
        json.writeEndObject();
        json.writeObjectFieldStart("cue");
        control(controls.cue());
        json.writeEndObject();
        json.writeObjectFieldStart("lesion");
        control(controls.lesion());
        json.writeEndObject();
        json.writeBooleanField("live", controls.live());
        json.writeEndObject();
    }

    private void control(WatchControls.Control control) throws IOException {
        json.writeBooleanField("on", control.on());
        json.writeStringField("why", control.why());
    }

    private void write(WatchChunk chunk) throws IOException {
        json.writeStartObject();
        json.writeNumberField("tick", chunk.tick());
        json.writeStringField("state", chunk.state().word());
        number("rate", chunk.rate());
        number("wanted", chunk.wanted());
        number("gain", chunk.gain());
        json.writeNumberField("open", chunk.open());
        number("lesion", chunk.lesion());
        number("cueNoise", chunk.cueNoise());
        json.writeNumberField("dropped", chunk.dropped());
        json.writeArrayFieldStart("steps");
        Optional<WatchStep> before = Optional.empty();
        for (WatchStep step : chunk.steps()) {
            write(step, before);
            before = Optional.of(step);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("spikes");
        for (WatchSpike spike : chunk.spikes()) {
            json.writeNumber(spike.tick());
            json.writeNumber(spike.row());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("told");
        for (WatchTold told : chunk.told()) {
            write(told);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(WatchStep step, Optional<WatchStep> before) throws IOException {
        json.writeStartObject();
        json.writeNumberField("step", step.step());
        json.writeNumberField("tick", step.tick());
        json.writeNumberField("winner", step.winner());
        number("overlap", step.overlap());
        number("second", step.second());
        if (before.isEmpty() || !before.get().overlaps().equals(step.overlaps())) {
            json.writeFieldName("overlaps");
            numbers(step.overlaps());
        }
        if (!step.values().isEmpty()
                && (before.isEmpty() || !before.get().values().equals(step.values()))) {
            json.writeArrayFieldStart("values");
            for (double number : step.values()) {
                number(number);
            }
            json.writeEndArray();
        }
        if (step.state().isPresent()
                && (before.isEmpty() || !before.get().state().equals(step.state()))) {
            json.writeStringField("plus", step.state().get().plus());
            json.writeStringField("known", step.state().get().known());
        }
        json.writeBooleanField("silent", step.silent());
        json.writeBooleanField("begins", step.begins());
        json.writeEndObject();
    }

    private void write(WatchTold told) throws IOException {
        json.writeStartObject();
        json.writeNumberField("tick", told.tick());
        json.writeStringField("what", told.what());
        if (told.gain().isPresent()) {
            number("gain", told.gain().getAsDouble());
        }
        if (told.open().isPresent()) {
            json.writeNumberField("open", told.open().getAsInt());
        }
        json.writeEndObject();
    }

    private void numbers(String name, Optional<Ints> numbers) throws IOException {
        json.writeFieldName(name);
        if (numbers.isPresent()) {
            numbers(numbers.get());
        } else {
            json.writeNull();
        }
    }

    private void numbers(Ints numbers) throws IOException {
        json.writeStartArray();
        for (int k = 0; k < numbers.length(); k++) {
            json.writeNumber(numbers.at(k));
        }
        json.writeEndArray();
    }

    /** Settings of a scene: texts, numbers, booleans, lists and mappings. */
    private void value(Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    value(entry.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    value(element);
                }
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Number number -> number(number.doubleValue());
            default -> json.writeString(value.toString());
        }
    }

    private void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        number(value);
    }

    /** Six digits are more than a picture shows; what is no number is null. */
    private void number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
            return;
        }
        double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < MOST_WHOLE) {
            json.writeNumber((long) rounded);
        } else {
            json.writeNumber(rounded);
        }
    }
}
