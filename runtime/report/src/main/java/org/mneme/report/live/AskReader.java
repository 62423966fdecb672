package org.mneme.report.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.mneme.InvalidValueException;
import org.mneme.report.watch.WatchControls.Control;
import org.mneme.runtime.experiment.RunControl;

/** Reads what a page asks for, and says in one sentence what is wrong with it. Immutable. */
final class AskReader {
    private static final int BAD = 400;
    private static final int CONFLICT = 409;
    private static final int DEEPEST = 8;
    private static final int LONGEST_ECHO = 60;
    private static final String DO = "do";
    private static final String ALL = "all";
    private static final String MOTIF = "motif";
    private static final String PATTERN = "pattern";
    private static final String NOW = "now";

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final LiveMemory memory;

    AskReader(LiveMemory memory) {
        this.memory = memory;
    }

    /**
     * Reads a message.
     *
     * @param body one JSON object
     * @param now how things are
     * @return what is asked for
     * @throws Refused if it is malformed, or cannot be done
     */
    Ask read(byte[] body, Status now) throws Refused {
        JsonNode message = tree(body);
        String what = text(message, DO)
                .orElseThrow(() -> new Refused(BAD, "the message has no text 'do', such as {\"do\":\"pause\"}"));
        return switch (what) {
            case "pause" -> alone(message, new Ask.Pause());
            case "resume" -> alone(message, new Ask.Resume());
            case "step" -> alone(message, new Ask.Step());
            case "restart" -> alone(message, new Ask.Restart());
            case "tempo" -> tempo(message);
            case "gate" -> gate(message, now);
            case "cue" -> cue(message);
            case "lesion" -> lesion(message);
            default ->
                throw new Refused(
                        BAD,
                        "do: '" + shown(what)
                                + "' is not one of pause, resume, step, restart, tempo, gate, cue, lesion");
        };
    }

    private static JsonNode tree(byte[] body) throws Refused {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refused(BAD, "the message is not JSON that can be read: " + shown(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new Refused(BAD, "the message is not JSON in UTF-8");
        }
        if (!tree.isObject()) {
            throw new Refused(BAD, "the message is not a JSON object, such as {\"do\":\"pause\"}");
        }
        return tree;
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_ECHO ? line : line.substring(0, LONGEST_ECHO) + "…";
    }

    private static Optional<JsonNode> field(JsonNode message, String key) {
        return Optional.ofNullable(message.get(key));
    }

    private static Optional<String> text(JsonNode message, String key) {
        return field(message, key).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static Ask alone(JsonNode message, Ask ask) throws Refused {
        only(message, Set.of());
        return ask;
    }

    private static void only(JsonNode message, Set<String> keys) throws Refused {
        List<String> names = new ArrayList<>();
        message.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!name.equals(DO) && !keys.contains(name)) {
                throw new Refused(
                        BAD,
                        "'" + shown(name) + "' does not belong to '"
                                + text(message, DO).orElse("") + "'; leave it out");
            }
        }
    }

    private static double number(JsonNode message, String key, double low, double high) throws Refused {
        Optional<JsonNode> found = field(message, key);
        if (found.isEmpty() || !found.get().isNumber()) {
            throw new Refused(BAD, "'" + key + "' is needed: a number in " + words(low) + "…" + words(high));
        }
        double value = found.get().doubleValue();
        if (!(value >= low && value <= high)) {
            throw new Refused(
                    BAD, key + ": " + shown(found.get().asText()) + " is not in " + words(low) + "…" + words(high));
        }
        return value;
    }

    private static String words(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void requireOn(Control control, String what) throws Refused {
        if (!control.on()) {
            throw new Refused(CONFLICT, what + " is not possible here: " + control.why());
        }
    }

    private Ask tempo(JsonNode message) throws Refused {
        only(message, Set.of("gain"));
        requireOn(memory.model().controls().tempo(), "tempo");
        double gain = number(message, "gain", 0, Integer.MAX_VALUE);
        try {
            memory.lowered().codec().tempo(gain, 0);
        } catch (InvalidValueException e) {
            throw new Refused(BAD, e.getMessage());
        }
        return new Ask.Tempo(gain);
    }

    private Ask gate(JsonNode message, Status now) throws Refused {
        only(message, Set.of(MOTIF));
        requireOn(memory.model().controls().gate(), "a gate");
        List<String> names = memory.openings().names();
        String wanted = text(message, MOTIF)
                .orElseThrow(() -> new Refused(BAD, "'motif' is needed: the name of a motif, or 'all'"));
        int motif = wanted.equals(ALL) ? Openings.ALL : names.indexOf(wanted);
        if (motif < 0 && !wanted.equals(ALL)) {
            throw new Refused(BAD, "motif: '" + shown(wanted) + "' is not a motif of this memory, or 'all'");
        }
        requireSomebody(motif, now.lesion());
        return new Ask.Gate(motif);
    }

    private void requireSomebody(int motif, double lesion) throws Refused {
        Openings openings = memory.openings();
        if (openings.left(openings.of(motif), lesion).length() == 0) {
            throw new Refused(CONFLICT, "the lesion leaves no hidden unit of that motif; make it smaller first");
        }
    }

    private Ask cue(JsonNode message) throws Refused {
        only(message, Set.of(PATTERN, "noise"));
        OptionalInt pattern = pattern(message);
        OptionalDouble noise = field(message, "noise").isPresent()
                ? OptionalDouble.of(number(message, "noise", 0, 1))
                : OptionalDouble.empty();
        return new Ask.Cue(pattern, noise);
    }

    private OptionalInt pattern(JsonNode message) throws Refused {
        if (field(message, PATTERN).isEmpty()) {
            return OptionalInt.empty();
        }
        if (text(message, PATTERN).filter(NOW::equals).isPresent()) {
            return OptionalInt.of(RunControl.Cue.NOW);
        }
        int last = memory.experiment().memory().count() - 1;
        double value = number(message, PATTERN, 0, last);
        if (value != Math.rint(value)) {
            throw new Refused(BAD, "pattern: " + value + " is not a whole number in 0…" + last);
        }
        return OptionalInt.of((int) value);
    }

    private Ask lesion(JsonNode message) throws Refused {
        only(message, Set.of("fraction"));
        requireOn(memory.model().controls().lesion(), "a lesion");
        double fraction = number(message, "fraction", 0, 1);
        Openings openings = memory.openings();
        if (openings.left(openings.all(), fraction).length() == 0) {
            throw new Refused(BAD, "fraction: " + fraction + " leaves no hidden unit; leave at least one");
        }
        return new Ask.Lesion(fraction);
    }
}
