package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.exchange.Importer;
import org.mneme.runtime.graph.GraphListener;
import org.mneme.runtime.graph.GraphRun;
import org.mneme.runtime.graph.GraphRunOptions;
import org.mneme.runtime.graph.GraphRunResult;
import org.mneme.runtime.graph.InputSpikes;
import org.mneme.runtime.result.BoardJson;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code mneme run} of a network of another tool: input spikes in, output spikes and states out. */
final class NetworkRun {
    private static final Set<String> OWN = Set.of("--input", "--dt", "--ticks", "--output", "--states");
    private static final Set<String> SHARED =
            Set.of("--backend", "--board", "--seed", "--threads", "--json", "--record");
    private static final Path STANDARD = Path.of("-");

    private final Path file;
    private final NetworkOptions network;
    private final @Nullable Path json;

    NetworkRun(Path file, NetworkOptions network, @Nullable Path json) {
        this.file = file;
        this.network = network;
        this.json = json;
    }

    /** Refuses the options of networks where FILE is a memory. */
    static void refuseOwn(ParseResult given) {
        refuse(given, OWN::contains, "used with a memory, only with a network such as a .nir file; leave it out");
    }

    private static void refuse(ParseResult given, Predicate<String> wrong, String expected) {
        for (OptionSpec option : given.matchedOptions()) {
            if (wrong.test(option.longestName())) {
                throw new InvalidValueException(
                        option.longestName(), String.join(", ", option.originalStringValues()), expected);
            }
        }
    }

    /** Reads the network, runs it, and writes and prints what came of it. */
    int run(Importer importer, ParseResult given, GraphRunOptions options, PrintWriter out, PrintWriter err) {
        refuse(
                given,
                name -> !OWN.contains(name) && !SHARED.contains(name),
                "used with a network, only with a memory's YAML file; leave it out");
        boolean piped = STANDARD.equals(json);
        OutputFiles.requireWritable(
                file, network.spikes().orElse(null), network.states().orElse(null), piped ? null : json);
        network.input()
                .ifPresent(input -> OutputFiles.requireWritable(
                        input, network.spikes().orElse(null), network.states().orElse(null)));
        OutputFiles.requireFolder(options.record().orElse(null));
        ImportedNetwork imported = importer.read(file, network.importOptions());
        List<SourceSpike> input =
                network.input().map(csv -> InputSpikes.read(csv, imported)).orElse(List.of());
        GraphRunResult result;
        try (ProgressBar bar = ProgressBar.on(err, "ticks")) {
            result = GraphRun.run(imported, input, options, new GraphListener() {
                @Override
                public boolean goOn(long tick, long end) {
                    Interrupts.keep();
                    bar.update(tick, Math.max(1, end));
                    return !Interrupts.asked();
                }
            });
        }
        if (piped) {
            JsonText.print(values(result), out);
        } else if (json != null) {
            JsonText.write(values(result), json);
        }
        print(result, piped ? err : out);
        return result.end() == GraphRunResult.End.INTERRUPTED ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
    }

    private void print(GraphRunResult result, PrintWriter out) {
        SpikingGraph graph = result.network().graph();
        GraphSizes sizes = GraphSizes.of(graph);
        out.printf(
                Locale.ROOT,
                "%s: %s, %d neurons in %d populations, %d synapses, a tick is %s s%n",
                file,
                result.network().format(),
                sizes.neurons(),
                graph.populations().size(),
                sizes.synapses(),
                graph.tickSeconds());
        result.network().notes().forEach(note -> out.println("note: " + note));
        out.printf(
                Locale.ROOT,
                "input: %d spikes of %s%n",
                result.inputSpikes(),
                names(result.network().inputs().stream().map(Population::name)));
        for (GraphRunResult.Output output : result.outputs()) {
            out.printf(
                    Locale.ROOT,
                    "output %s: %s%n",
                    output.readout().output(),
                    output.readout()
                            .state()
                            .map(state ->
                                    state.symbol() + " of " + output.readout().population()
                                            + ", --states writes it; at the end " + shortened(output.last()))
                            .orElse(output.spikes() + " spikes of "
                                    + output.readout().population()));
        }
        out.printf(
                Locale.ROOT,
                "%s: %d ticks, %d spikes, %d synaptic events; ended: %s%n",
                result.board().isPresent() ? "board" : result.backend(),
                result.ticks(),
                result.counters().spikes(),
                result.counters().synapticEvents(),
                result.end().says());
        result.board().map(BoardLine::of).ifPresent(out::println);
        result.board().ifPresent(board -> board.remarks().forEach(remark -> out.println("note: " + remark)));
    }

    private static String names(Stream<String> names) {
        List<String> all = names.toList();
        return all.isEmpty() ? "no input" : String.join(", ", all);
    }

    private static String shortened(List<Double> values) {
        int shown = 8;
        String text = String.join(
                " ",
                values.stream()
                        .limit(shown)
                        .map(v -> String.format(Locale.ROOT, "%.6g", v))
                        .toList());
        return values.size() > shown ? text + " …" : text;
    }

    private Map<String, Object> values(GraphRunResult result) {
        SpikingGraph graph = result.network().graph();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("schema", "mneme.network-run");
        values.put("version", 1);
        values.put("file", file.toString());
        values.put("format", result.network().format());
        values.put("notes", result.network().notes());
        values.put("tickSeconds", graph.tickSeconds());
        values.put("populations", populations(graph));
        values.put("backend", result.backend());
        values.put("seed", result.seed());
        values.put("inputSpikes", result.inputSpikes());
        values.put("ticks", result.ticks());
        values.put("end", result.end().name().toLowerCase(Locale.ROOT));
        values.put("spikes", result.counters().spikes());
        values.put("synapticEvents", result.counters().synapticEvents());
        List<Map<String, Object>> outputs = new ArrayList<>();
        for (GraphRunResult.Output output : result.outputs()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("output", output.readout().output());
            one.put("population", output.readout().population());
            Optional<String> state = output.readout().state().map(variable -> variable.symbol());
            one.put("reads", state.orElse("spikes"));
            if (state.isPresent()) {
                one.put("last", output.last());
            } else {
                one.put("spikes", output.spikes());
            }
            outputs.add(one);
        }
        values.put("outputs", outputs);
        result.board().map(BoardJson::tree).ifPresent(board -> values.put("board", board));
        return values;
    }

    private static List<Map<String, Object>> populations(SpikingGraph graph) {
        List<Map<String, Object>> populations = new ArrayList<>();
        for (Population population : graph.populations()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", population.name());
            one.put("size", population.size());
            one.put("model", population.model().getClass().getSimpleName());
            populations.add(one);
        }
        return populations;
    }
}
