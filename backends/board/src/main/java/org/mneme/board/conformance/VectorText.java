package org.mneme.board.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Counters;

/**
 * The text of a golden vector, a line a fact, without its graph: what docs/tasks/write-a-driver.md describes, so that it can be read without
 * Mneme.
 */
public final class VectorText {
    private static final String FIRST_LINE = "mneme-vector 1";

    private VectorText() {}

    /**
     * Writes a vector.
     *
     * @param vector the vector
     * @return lines ending in '\n'
     */
    public static String of(GoldenVector vector) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        line(text, "name", vector.name());
        line(text, "says", vector.says());
        line(text, "seed", vector.seed());
        line(text, "ticks", vector.ticks());
        SpikingGraph graph = vector.graph();
        int[] first = graph.firstIds();
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            String model = population.model().getClass().getSimpleName().toLowerCase(Locale.ROOT);
            line(text, "population", population.name(), first[p], population.size(), model);
        }
        for (SourceSpike spike : vector.input()) {
            line(text, "input", spike.tick(), GlobalIds.of(graph, spike), spike.payload());
        }
        for (GoldenVector.Spike spike : vector.spikes()) {
            line(text, "spike", spike.tick(), spike.neuron(), spike.payload());
        }
        for (GoldenVector.State state : vector.states()) {
            String values = state.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
            line(
                    text,
                    "state",
                    state.tick(),
                    state.population(),
                    state.variable().symbol(),
                    values);
        }
        for (GoldenVector.Count count : vector.counts()) {
            Counters counters = count.counters();
            line(text, "counters", count.tick(), counters.spikes(), counters.synapticEvents(), counters.saturations());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Object... words) {
        text.append(Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(" ")))
                .append('\n');
    }

    /**
     * Reads a vector.
     *
     * @param text what {@link #of} wrote
     * @param graph of the vector
     * @return the vector
     * @throws IllegalArgumentException if the text is none of a vector, naming the line
     */
    public static GoldenVector read(String text, SpikingGraph graph) {
        return new Reader(graph).read(text);
    }

    private static final class Reader {
        private final SpikingGraph graph;
        private String name = "";
        private String says = "";
        private long seed;
        private long ticks;
        private final List<SourceSpike> input = new ArrayList<>();
        private final List<GoldenVector.Spike> spikes = new ArrayList<>();
        private final List<GoldenVector.State> states = new ArrayList<>();
        private final List<GoldenVector.Count> counts = new ArrayList<>();

        Reader(SpikingGraph graph) {
            this.graph = graph;
        }

        GoldenVector read(String text) {
            List<String> lines = text.lines().toList();
            if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
                throw new IllegalArgumentException("a golden vector begins with '" + FIRST_LINE + "'");
            }
            for (String line : lines.subList(1, lines.size())) {
                try {
                    read(List.of(line.split(" ", -1)));
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException("golden vector " + name + ": bad line '" + line + "'", e);
                }
            }
            return new GoldenVector(name, says, graph, seed, ticks, input, spikes, states, counts);
        }

        private void read(List<String> words) {
            List<String> rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "name" -> name = rest.getFirst();
                case "says" -> says = String.join(" ", rest);
                case "seed" -> seed = Long.parseLong(rest.getFirst());
                case "ticks" -> ticks = Long.parseLong(rest.getFirst());
                case "population" -> requireSize(rest.getFirst(), Integer.parseInt(rest.get(2)));
                case "input" ->
                    input.add(GlobalIds.spike(graph, number(rest, 0), Integer.parseInt(rest.get(1)), number(rest, 2)));
                case "spike" ->
                    spikes.add(new GoldenVector.Spike(number(rest, 0), Integer.parseInt(rest.get(1)), number(rest, 2)));
                case "state" -> states.add(state(rest));
                case "counters" ->
                    counts.add(new GoldenVector.Count(
                            number(rest, 0), new Counters(number(rest, 1), number(rest, 2), number(rest, 3))));
                default -> throw new IllegalArgumentException("unknown fact");
            }
        }

        private void requireSize(String population, int size) {
            if (graph.population(population).size() != size) {
                throw new IllegalArgumentException("the graph has another size");
            }
        }

        private GoldenVector.State state(List<String> rest) {
            StateVariable variable = Arrays.stream(StateVariable.values())
                    .filter(v -> v.symbol().equals(rest.get(2)))
                    .findFirst()
                    .orElseThrow();
            List<Long> values =
                    rest.subList(3, rest.size()).stream().map(Long::valueOf).toList();
            requireSize(rest.get(1), values.size());
            return new GoldenVector.State(number(rest, 0), rest.get(1), variable, values);
        }

        private static long number(List<String> words, int index) {
            return Long.parseLong(words.get(index));
        }
    }
}
