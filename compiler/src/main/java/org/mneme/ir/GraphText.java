package org.mneme.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;

/** The readable form of a graph: what {@code mneme inspect} prints. */
public final class GraphText {
    private static final int LISTED = 6;

    private GraphText() {}

    /**
     * Describes a graph: its domain and sizes, a line a population, a line a projection.
     *
     * @param graph any graph
     * @return lines ending in '\n'; the same for the same graph, whatever the locale
     */
    public static String of(SpikingGraph graph) {
        StringBuilder text = new StringBuilder();
        GraphSizes sizes = GraphSizes.of(graph);
        text.append("graph ").append(graph.name()).append('\n');
        text.append("  domain   ").append(domain(graph.domain())).append('\n');
        text.append("  tick     ").append(number(graph.tickSeconds() * 1e3)).append(" ms\n");
        text.append("  neurons  ")
                .append(sizes.neurons())
                .append(" in ")
                .append(graph.populations().size());
        text.append(" populations\n");
        text.append("  synapses ")
                .append(sizes.synapses())
                .append(" stored in ")
                .append(graph.projections().size());
        text.append(" projections (").append(sizes.nonZeroSynapses()).append(" not zero)\n");
        text.append("  digest   ").append(GraphDigest.of(graph)).append("\n\npopulations\n");
        List<List<String>> rows = new ArrayList<>();
        int[] first = graph.firstIds();
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            rows.add(List.of(
                    population.name(),
                    population.size() + " neurons",
                    "ids " + first[p] + "…" + (first[p + 1] - 1),
                    model(population.model())));
        }
        table(text, rows);
        text.append("\nprojections\n");
        rows.clear();
        for (Projection projection : graph.projections()) {
            rows.add(List.of(
                    projection.name(),
                    projection.source() + " → " + projection.target(),
                    "delay " + ints(projection.delay()),
                    weights(projection.weights())));
        }
        table(text, rows);
        return text.toString();
    }

    private static void table(StringBuilder text, List<List<String>> rows) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int c = 0; c < row.size(); c++) {
                int column = c;
                int width = rows.stream()
                        .mapToInt(r -> r.get(column).length())
                        .max()
                        .orElse(0);
                line.append(' ')
                        .append(row.get(c))
                        .append(" ".repeat(width - row.get(c).length() + 1));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static String domain(NumberDomain domain) {
        return switch (domain) {
            case NumberDomain.Fixed fixed -> "fixed, states of " + fixed.stateBits() + " bits";
            case NumberDomain.Real _ -> "real, 64-bit floats";
        };
    }

    private static String model(NeuronModel model) {
        return switch (model) {
            case Lif lif -> "Lif " + membrane(lif.membrane());
            case Escape escape -> "Escape " + hazard(escape.hazard()) + ", " + membrane(escape.membrane());
            case Source source -> "Source, payloads up to ±" + source.maxPayload();
            case Graded graded ->
                "Graded " + phi(graded.phi()) + (graded.retain() ? ", retains" : "")
                        + (graded.sendZero() ? ", sends zeros" : "");
        };
    }

    private static String membrane(Membrane m) {
        StringJoiner parts = new StringJoiner(", ");
        parts.add("u " + decay(m.current()));
        parts.add("v " + decay(m.potential()));
        parts.add("bias " + parameter(m.bias()));
        parts.add("θ " + parameter(m.threshold()));
        parts.add(
                switch (m.reset()) {
                    case Membrane.Reset.Hard hard -> "reset to " + parameter(hard.value());
                    case Membrane.Reset.Subtract _ -> "reset by −θ";
                });
        parts.add("floor " + parameter(m.floor()));
        parts.add("refractory " + parameter(m.refractory()));
        return parts.toString();
    }

    private static String decay(Decay decay) {
        return switch (decay) {
            case Decay.Fraction fraction -> "δ " + parameter(fraction.delta()) + "/4096";
            case Decay.Linear linear -> "ℓ " + parameter(linear.step());
        };
    }

    private static String hazard(Escape.Hazard hazard) {
        return switch (hazard) {
            case Escape.Hazard.Table table -> "table over " + range(table.thresholds());
            case Escape.Hazard.Exponential e -> "rate " + number(e.rate()) + " a tick, width " + number(e.width());
        };
    }

    private static String phi(Phi phi) {
        return switch (phi) {
            case Phi.Sign _ -> "sign";
            case Phi.Identity _ -> "identity";
            case Phi.Table table ->
                table.tables().stream()
                        .map(t -> "table over " + range(t) + ", payloads up to ±" + t.maxMagnitude())
                        .collect(Collectors.joining("; "));
            case Phi.Power power -> parameter(power.gain()) + "·(x/" + parameter(power.scale()) + ")^" + power.degree();
            case Phi.Exponential e ->
                parameter(e.gain()) + "·exp(" + number(e.kappa()) + "·(x/" + parameter(e.scale()) + " − "
                        + number(e.center()) + "))";
            case Phi.Step step -> parameter(step.gain()) + " where x ≥ " + parameter(step.at());
        };
    }

    private static String range(IntTable table) {
        return table.min() + "…" + table.max();
    }

    private static String weights(Weights weights) {
        return switch (weights) {
            case Weights.SignMatrix sign ->
                "SignMatrix " + (sign.unsigned() ? "0/" : "±") + number(sign.scale()) + ", view of "
                        + sign.plus().rows() + " × " + sign.plus().columns() + " bits, rows are "
                        + switch (sign.orientation()) {
                            case ROWS_ARE_TARGETS -> "targets";
                            case ROWS_ARE_SOURCES -> "sources";
                        }
                        + (sign.rows().isPresent() ? ", permuted" : "")
                        + (sign.mask().isPresent() ? ", masked" : "");
            case Weights.Dense dense -> "Dense " + dense.values();
            case Weights.Sparse sparse -> "Sparse " + sparse.targets().length() + " synapses";
            case Weights.OneToOne one -> "OneToOne " + parameter(one.weight());
            case Weights.Uniform uniform -> "Uniform " + number(uniform.weight());
        };
    }

    private static String ints(Ints ints) {
        return ints.length() == 1
                ? Integer.toString(ints.at(0))
                : list(ints.stream().mapToDouble(i -> i).toArray());
    }

    private static String parameter(Parameter parameter) {
        double[] values = parameter.values();
        return Arrays.stream(values).distinct().count() == 1 ? number(values[0]) : list(values);
    }

    private static String list(double[] values) {
        String shown =
                Arrays.stream(values).limit(LISTED).mapToObj(GraphText::number).collect(Collectors.joining(", "));
        return "[" + shown + (values.length > LISTED ? ", … " + values.length + " values" : "") + "]";
    }

    private static String number(double value) {
        if (value == Double.NEGATIVE_INFINITY) {
            return "none";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }
}
