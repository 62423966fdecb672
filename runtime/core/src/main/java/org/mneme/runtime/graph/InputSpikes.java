package org.mneme.runtime.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.config.Nearest;
import org.mneme.runtime.exchange.ImportedNetwork;

/**
 * Reads input spikes from CSV.
 *
 * <p>The first row names the columns, in any order: {@code tick}, or {@code time} in seconds, which is rounded to the nearest tick;
 * {@code neuron}, the index in the input, row-major where the input has several dimensions; {@code population}, the input, which may be
 * left out where there is only one; {@code payload}, a whole number that is not 0, 1 where it is left out. Rows ascend by tick. Lines
 * that begin with # and blank lines are passed over.
 */
public final class InputSpikes {
    private static final List<String> COLUMNS = List.of("tick", "time", "neuron", "population", "payload");
    /** Further than any run goes. */
    private static final long MOST_TICKS = 1_000_000_000_000L;

    private final Path file;
    private final double tickSeconds;
    private final Map<String, Population> inputs = new HashMap<>();
    private final List<String> names;
    private final List<SourceSpike> spikes = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private List<String> header = List.of();
    private long lastTick = -1;
    private long line;

    private InputSpikes(Path file, ImportedNetwork network) {
        this.file = file;
        this.tickSeconds = network.graph().tickSeconds();
        this.names = network.inputs().stream().map(Population::name).toList();
        network.inputs().forEach(input -> inputs.put(input.name(), input));
    }

    /**
     * Reads the spikes for a network.
     *
     * @param file the CSV file, UTF-8
     * @param network what they are for
     * @return ascending by tick
     * @throws InputSpikesException if the file cannot be read, or a row is wrong
     */
    public static List<SourceSpike> read(Path file, ImportedNetwork network) {
        InputSpikes reader = new InputSpikes(file, network);
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.read(text);
        } catch (NoSuchFileException e) {
            throw new InputSpikesException(file, 0, "no such file; write one with the columns tick,neuron");
        } catch (CharacterCodingException e) {
            throw new InputSpikesException(file, 0, "is no UTF-8 text; write CSV with the columns tick,neuron");
        } catch (IOException e) {
            throw new InputSpikesException(file, 0, "cannot be read (" + e.getMessage() + ")");
        }
        return List.copyOf(reader.spikes);
    }

    private void read(BufferedReader text) throws IOException {
        for (String row = text.readLine(); row != null; row = text.readLine()) {
            line++;
            String plain = line == 1 && row.startsWith("\uFEFF") ? row.substring(1) : row;
            if (plain.isBlank() || plain.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(plain).stream().map(InputSpikes::bare).toList();
            if (header.isEmpty()) {
                readHeader(cells);
            } else {
                readSpike(cells);
            }
        }
        if (header.isEmpty()) {
            throw wrong("has no header; the first row must name the columns, such as tick,neuron");
        }
    }

    /** The cells of a row: a comma inside quotes belongs to its cell, and a quote inside quotes is doubled. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int first = 0;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && (quoted || row.substring(first, i).isBlank())) {
                quoted = !quoted;
            } else if (c == '"' && i > first && row.charAt(i - 1) == '"') {
                quoted = true;
            } else if (c == ',' && !quoted) {
                cells.add(row.substring(first, i));
                first = i + 1;
            }
        }
        cells.add(row.substring(first));
        return cells;
    }

    private static String bare(String cell) {
        String stripped = cell.strip();
        boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1).replace("\"\"", "\"") : stripped;
    }

    private void readHeader(List<String> cells) {
        for (String cell : cells) {
            if (!COLUMNS.contains(cell)) {
                throw wrong("the header names '" + cell + "'" + Nearest.suggestion(cell, COLUMNS)
                        + " (the first row must name the columns)");
            }
        }
        if (new HashSet<>(cells).size() != cells.size()) {
            throw wrong("the header names a column twice");
        }
        if (cells.contains("tick") == cells.contains("time") || !cells.contains("neuron")) {
            throw wrong("the header must name neuron, and either tick or time");
        }
        if (names.isEmpty()) {
            throw wrong("the network has no input; leave the file out");
        }
        if (!cells.contains("population") && names.size() > 1) {
            throw wrong("the header must name population, since there are several inputs: " + String.join(", ", names));
        }
        header = cells;
    }

    private void readSpike(List<String> cells) {
        if (cells.size() != header.size()) {
            throw wrong(cells.size() + " cells where the header has " + header.size());
        }
        Population input = cell(cells, "population").map(this::input).orElseGet(() -> input(names.getFirst()));
        long tick = cell(cells, "tick").map(c -> whole("tick", c)).orElseGet(() -> tickOf(cells));
        long neuron = whole("neuron", cells.get(header.indexOf("neuron")));
        long payload = cell(cells, "payload").map(c -> whole("payload", c)).orElse(1L);
        if (tick < 0) {
            throw wrong("tick " + tick + " is before 0, the first tick");
        }
        if (tick > MOST_TICKS) {
            throw wrong("tick " + tick + " is after " + MOST_TICKS + ", the last that a spike can have");
        }
        if (tick < lastTick) {
            throw wrong("tick " + tick + " comes after tick " + lastTick + "; sort the rows by tick");
        }
        if (neuron < 0 || neuron >= input.size()) {
            throw wrong(
                    "neuron " + neuron + " is outside input " + input.name() + ", which has 0…" + (input.size() - 1));
        }
        long most = input.model() instanceof Source source ? source.maxPayload() : 1;
        if (payload == 0 || Math.abs(payload) > most) {
            throw wrong("payload " + payload + " is not a whole number other than 0, of at most ±" + most);
        }
        if (tick > lastTick) {
            seen.clear();
            lastTick = tick;
        }
        if (!seen.add(neuron + " " + input.name())) {
            throw wrong("neuron " + neuron + " of " + input.name() + " spikes at tick " + tick
                    + " already; give it once, or add the payloads up");
        }
        spikes.add(new SourceSpike(input.name(), tick, (int) neuron, payload));
    }

    private Optional<String> cell(List<String> cells, String column) {
        int index = header.indexOf(column);
        return index < 0 ? Optional.empty() : Optional.of(cells.get(index));
    }

    private Population input(String name) {
        Population input = inputs.get(name);
        if (input == null) {
            throw wrong("'" + name + "' is no input of the network" + Nearest.suggestion(name, names));
        }
        return input;
    }

    private long whole(String column, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(column + " '" + text + "' is not a whole number");
        }
    }

    private long tickOf(List<String> cells) {
        String text = cells.get(header.indexOf("time"));
        double seconds;
        try {
            seconds = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            seconds = Double.NaN;
        }
        if (!(seconds >= 0) || seconds / tickSeconds >= 1L << 53) {
            throw wrong("time '" + text + "' is not a time in seconds, 0 or later");
        }
        return Math.round(seconds / tickSeconds);
    }

    private InputSpikesException wrong(String problem) {
        return new InputSpikesException(file, line, problem);
    }
}
