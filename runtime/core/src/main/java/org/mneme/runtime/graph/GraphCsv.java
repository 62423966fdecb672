package org.mneme.runtime.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.mneme.runtime.result.ResultFileException;

/** Writes output spikes, or output states, as CSV that {@link InputSpikes} and any table tool read. */
final class GraphCsv implements GraphListener {
    private final OutputStream out;
    private final Path file;
    private final boolean states;

    private GraphCsv(OutputStream out, Path file, boolean states) {
        this.out = out;
        this.file = file;
        this.states = states;
    }

    /**
     * The columns tick,population,neuron and payload, a row for each spike; or value, a row for each neuron and tick.
     *
     * @throws ResultFileException if it cannot be written, as each row may
     */
    static GraphListener to(OutputStream out, Path file, boolean states) {
        GraphCsv csv = new GraphCsv(out, file, states);
        csv.write("tick,population,neuron," + (states ? "value" : "payload") + "\n");
        return csv;
    }

    @Override
    public void spike(long tick, String population, int neuron, double payload) {
        if (!states) {
            row(tick, population, neuron, payload);
        }
    }

    @Override
    public void state(long tick, String population, double[] values) {
        if (states) {
            for (int i = 0; i < values.length; i++) {
                row(tick, population, i, values[i]);
            }
        }
    }

    private void row(long tick, String population, int neuron, double value) {
        String number = value == Math.rint(value) && Math.abs(value) < 1L << 53
                ? Long.toString((long) value)
                : Double.toString(value);
        write(tick + "," + quoted(population) + "," + neuron + "," + number + "\n");
    }

    private static String quoted(String name) {
        return name.matches("[^\",#\\s]+") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }
}
