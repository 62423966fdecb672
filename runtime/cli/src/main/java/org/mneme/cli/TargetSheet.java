package org.mneme.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mneme.targets.Figure;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.TargetValidator;
import org.mneme.targets.WeightFormat;

/** A target for people and as JSON: every value with unit, status and source. */
final class TargetSheet {
    private static final int COLUMNS = 100;
    private static final String STATUS = "status";
    private static final String SOURCE = "source";

    private TargetSheet() {}

    /** The target as lines of text. */
    static List<String> lines(Target target) {
        List<String> lines = new ArrayList<>();
        lines.add(target.name() + ": " + target.title());
        lines.add("digest " + target.digest());
        lines.add("routers linked as " + word(target.topology()) + ", routing by " + word(target.routing()));
        List<Quantity> unknown = target.unknownLimits();
        if (!unknown.isEmpty()) {
            wrapped(
                    lines,
                    "",
                    "incomplete: nobody states "
                            + unknown.stream().map(Quantity::key).collect(Collectors.joining(", ")));
        }
        lines.add("arithmetic: "
                + switch (target.arithmetic()) {
                    case EXACT -> "exact, the emulator executes its numbers as the target does";
                    case ENVELOPE -> "an envelope: the limits of the target, arithmetic of Mneme, which differs:";
                });
        target.differences().forEach(difference -> wrapped(lines, "  - ", difference));
        for (Quantity.Role role : Quantity.Role.values()) {
            lines.add("");
            lines.add(title(role));
            for (Quantity quantity : Quantity.values()) {
                if (quantity.role() == role) {
                    figure(lines, quantity, target.figure(quantity));
                }
            }
        }
        lines.add("");
        lines.add("what it can do");
        target.traits().forEach((trait, support) -> {
            lines.add(line(trait.key(), trait.meaning(), support.status()));
            wrapped(lines, "      ", support.source());
        });
        lines.add("");
        lines.add("weights, the cheapest first");
        target.formats().forEach(format -> {
            lines.add(line(format.name(), text(format), format.status()));
            wrapped(lines, "      ", format.source());
        });
        lines.add("");
        lines.add("synapses");
        lines.add(line("rows", text(target.rows()), target.rows().status()));
        wrapped(lines, "      ", target.rows().source());
        return lines;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '/');
    }

    private static String title(Quantity.Role role) {
        return switch (role) {
            case SHAPE -> "form of the mesh";
            case LIMIT -> "limits";
            case RANGE -> "ranges of numbers";
            case COST -> "time and energy";
        };
    }

    private static void figure(List<String> lines, Quantity quantity, Figure figure) {
        String value = figure.value().stream()
                .mapToObj(v -> v == Double.POSITIVE_INFINITY
                        ? "no limit"
                        : TargetValidator.text(v) + (quantity.unit().isEmpty() ? "" : " " + quantity.unit()))
                .findFirst()
                .orElse("?");
        lines.add(line(quantity.key(), value, figure.status()));
        wrapped(lines, "    ", quantity.meaning());
        wrapped(lines, "      ", figure.source());
    }

    /** What is known needs no flag. */
    private static String line(String name, String value, Status status) {
        return String.format(
                Locale.ROOT, "  %-26s %s%s", name, value, status == Status.KNOWN ? "" : " [" + status.key() + "]");
    }

    private static String text(WeightFormat format) {
        return String.format(
                Locale.ROOT,
                "%d…%d, step %d, times 2^%d…2^%d, %d bits",
                format.low(),
                format.high(),
                format.step(),
                format.lowestExponent(),
                format.highestExponent(),
                format.bits());
    }

    private static String text(SynapseRows rows) {
        return rows.crossbar()
                ? "a crossbar: synapses cost nothing beyond axons and neurons"
                : String.format(
                        Locale.ROOT,
                        "blocks of %d synapses at most, %d header bits, words of %d bits; a synapse takes its weight and"
                                + " %d bits, %d more for a delay, %d more in a sparse row",
                        rows.synapsesPerBlock(),
                        rows.headerBits(),
                        rows.wordBits(),
                        rows.extraBits(),
                        rows.delayBits(),
                        rows.indexBits());
    }

    private static void wrapped(List<String> lines, String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }

    /** The target as JSON. */
    static Map<String, Object> json(Target target) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", target.name());
        json.put("title", target.title());
        json.put("digest", target.digest());
        json.put("arithmetic", word(target.arithmetic()));
        json.put("differences", target.differences());
        json.put("topology", word(target.topology()));
        json.put("routing", word(target.routing()));
        json.put(
                "unknownLimits",
                target.unknownLimits().stream().map(Quantity::key).toList());
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Quantity quantity : Quantity.values()) {
            figures.put(quantity.key(), json(quantity, target.figure(quantity)));
        }
        json.put("figures", figures);
        Map<String, Object> traits = new LinkedHashMap<>();
        target.traits().forEach((trait, support) -> {
            Map<String, Object> one = sourced(support.status(), support.source());
            one.put("meaning", trait.meaning());
            traits.put(trait.key(), one);
        });
        json.put("traits", traits);
        json.put(
                "weightFormats",
                target.formats().stream().map(TargetSheet::json).toList());
        json.put("synapseRows", json(target.rows()));
        return json;
    }

    private static Map<String, Object> sourced(Status status, String source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(STATUS, status.key());
        json.put(SOURCE, source);
        return json;
    }

    private static Map<String, Object> json(Quantity quantity, Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        // JSON has no infinity.
        figure.value().ifPresent(v -> json.put("value", v == Double.POSITIVE_INFINITY ? (Object) "inf" : number(v)));
        json.put("unit", quantity.unit());
        json.putAll(sourced(figure.status(), figure.source()));
        json.put("meaning", quantity.meaning());
        return json;
    }

    private static Number number(double value) {
        return value == (long) value ? (Number) (long) value : (Number) value;
    }

    private static Map<String, Object> json(WeightFormat format) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", format.name());
        json.put("low", format.low());
        json.put("high", format.high());
        json.put("step", format.step());
        json.put("lowestExponent", format.lowestExponent());
        json.put("highestExponent", format.highestExponent());
        json.put("bits", format.bits());
        json.putAll(sourced(format.status(), format.source()));
        return json;
    }

    private static Map<String, Object> json(SynapseRows rows) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("crossbar", rows.crossbar());
        json.put("headerBits", rows.headerBits());
        json.put("indexBits", rows.indexBits());
        json.put("extraBits", rows.extraBits());
        json.put("delayBits", rows.delayBits());
        json.put("synapsesPerBlock", rows.synapsesPerBlock());
        json.put("wordBits", rows.wordBits());
        json.putAll(sourced(rows.status(), rows.source()));
        return json;
    }
}
