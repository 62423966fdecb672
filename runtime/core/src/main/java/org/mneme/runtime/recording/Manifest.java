package org.mneme.runtime.recording;

import java.util.List;
import java.util.NoSuchElementException;
import org.mneme.runtime.backend.Noise;

/**
 * What a recording says of itself.
 *
 * @param complete whether the session was closed; a recording that is not can be read up to its last flush
 * @param graph name of the graph
 * @param digest {@link org.mneme.ir.GraphDigest} of the graph
 * @param backend name of the backend
 * @param seed key of all random streams
 * @param noise what may have happened to a spike
 * @param tickSeconds length of a tick, s
 * @param startTick the session's next tick when the recording began; not 0 where it was resumed
 * @param populations in order of global ids
 * @param tables columns of equal length, in the order of {@code rows.npy}
 */
public record Manifest(
        boolean complete,
        String graph,
        String digest,
        String backend,
        long seed,
        Noise noise,
        double tickSeconds,
        long startTick,
        List<PopulationRange> populations,
        List<Table> tables) {
    /** The version of the layout that is written. */
    public static final int VERSION = 2;

    /** The oldest version of the layout that is read: without gates and tempos. */
    public static final int OLDEST_VERSION = 1;

    /** Copies the lists. */
    public Manifest {
        populations = List.copyOf(populations);
        tables = List.copyOf(tables);
    }

    /**
     * A population.
     *
     * @param name its name
     * @param firstId global id of its first neuron
     * @param size number of neurons
     */
    public record PopulationRange(String name, int firstId, int size) {}

    /**
     * Columns that grow together.
     *
     * @param name unique
     * @param columns at least one
     */
    public record Table(String name, List<Column> columns) {
        /** Copies the list. */
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column, one {@code .npy} file.
     *
     * @param file relative to the folder of the recording, parts separated by '/'
     * @param dtype of its elements
     * @param width 0 for one number a row, else the numbers a row
     * @param meaning a sentence
     */
    public record Column(String file, Dtype dtype, int width, String meaning) {
        long rowBytes() {
            return (long) dtype.bytes() * (width == 0 ? 1 : width);
        }
    }

    Manifest completed() {
        return new Manifest(true, graph, digest, backend, seed, noise, tickSeconds, startTick, populations, tables);
    }

    /** Says whether there is a table. */
    boolean has(String name) {
        return tables.stream().anyMatch(table -> table.name().equals(name));
    }

    /**
     * Returns where a table is.
     *
     * @param name its name
     * @return its index in {@link #tables}
     * @throws NoSuchElementException if there is none
     */
    int tableIndex(String name) {
        for (int t = 0; t < tables.size(); t++) {
            if (tables.get(t).name().equals(name)) {
                return t;
            }
        }
        throw new NoSuchElementException(name);
    }
}
