package org.mneme.runtime.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.backend.SpikeSink;
import org.mneme.runtime.control.ControlLog;

/**
 * A recording, read as a stream in bounded memory; it may still be written, or have been cut short by a kill.
 *
 * <p>What is read is what had been flushed when it was opened: of each table, as many rows as {@code rows.npy} and the headers of all
 * its columns agree on.
 */
public final class Recording {
    private final Path folder;
    private final Manifest manifest;
    private final long tick;
    private final long[] rows;

    private Recording(Path folder, Manifest manifest, long[] counts) {
        this.folder = folder;
        this.manifest = manifest;
        this.tick = counts[0];
        this.rows = Arrays.copyOfRange(counts, 1, counts.length);
        for (int t = 0; t < rows.length; t++) {
            try (TableReader table = TableReader.open(folder, manifest.tables().get(t))) {
                rows[t] = Math.min(rows[t], table.rows());
            }
        }
    }

    /** Takes samples as they are read. */
    @FunctionalInterface
    public interface SampleSink {
        /**
         * Takes one sample.
         *
         * @param tick after which it was taken
         * @param values one a probed neuron
         */
        void sample(long tick, double[] values);
    }

    /**
     * Opens a recording.
     *
     * @param folder that holds a manifest.json
     * @return the recording
     * @throws RecordingFormatException if there is none, it is damaged, or of a version that cannot be read
     */
    public static Recording open(Path folder) {
        Path file = folder.resolve(ManifestJson.FILE);
        if (!Files.isRegularFile(file)) {
            throw new RecordingFormatException(
                    folder, "there is no " + ManifestJson.FILE + "; name the folder of a recording");
        }
        try {
            Manifest manifest = ManifestJson.decode(folder, Files.readAllBytes(file));
            return new Recording(folder, manifest, readCounts(folder, manifest));
        } catch (IOException e) {
            throw new RecordingFormatException(folder, ManifestJson.FILE + " cannot be read: " + NewFolder.reason(e));
        }
    }

    private static long[] readCounts(Path folder, Manifest manifest) {
        Manifest.Column column = new Manifest.Column(RowsFile.NAME, Dtype.INT64, 0, "");
        try (ColumnReader reader = ColumnReader.open(folder, column)) {
            if (reader.rows() != manifest.tables().size() + 1) {
                throw new RecordingFormatException(
                        folder, RowsFile.NAME + " does not have a number for each table of " + ManifestJson.FILE);
            }
            return IntStream.range(0, (int) reader.rows())
                    .mapToLong(_ -> reader.whole())
                    .toArray();
        }
    }

    /**
     * Returns the folder.
     *
     * @return as it was given
     */
    public Path folder() {
        return folder;
    }

    /**
     * Returns what the recording says of itself.
     *
     * @return the manifest
     */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Returns up to which tick it reaches.
     *
     * @return exclusive
     */
    public long tick() {
        return tick;
    }

    /**
     * Returns how many rows of a table can be read.
     *
     * @param table its name, such as "spikes" or "recall"
     * @return ≥ 0
     * @throws NoSuchElementException if there is no such table
     */
    public long rows(String table) {
        return rows[manifest.tableIndex(table)];
    }

    /**
     * Reads all spikes.
     *
     * @param sink told each
     * @throws RecordingFormatException if a column is damaged
     */
    public void spikes(SpikeSink sink) {
        read(
                Layout.SPIKES,
                t -> sink.spike(
                        t.column(0).whole(),
                        (int) t.column(1).whole(),
                        t.column(2).number()));
    }

    /**
     * Reads all recall steps.
     *
     * @param sink told each
     * @throws RecordingFormatException if a column is damaged
     */
    public void steps(Consumer<RecallStep> sink) {
        read(Layout.RECALL, t -> {
            long step = t.column(0).whole();
            long stepTick = t.column(1).whole();
            boolean silent = t.column(2).whole() != 0;
            int winner = (int) t.column(3).whole();
            sink.accept(new RecallStep(step, stepTick, signs(t.column(4)), silent, winner));
        });
    }

    /**
     * Reads all control events.
     *
     * @param sink told each
     * @throws RecordingFormatException if a column is damaged
     */
    public void controls(Consumer<ControlLog.Entry> sink) {
        try (ControlReader details = new ControlReader(this)) {
            read(Layout.EVENTS, t -> {
                long given = t.column(0).whole();
                long acts = t.column(1).whole();
                int kind = (int) t.column(2).whole();
                sink.accept(new ControlLog.Entry(
                        given, details.next(kind, acts, t.column(3).whole())));
            });
        }
    }

    Signs signs(ColumnReader column) {
        double[] row = column.row();
        int[] signs = new int[row.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = (int) row[i];
            if (Math.abs(signs[i]) > 1) {
                throw new RecordingFormatException(folder, "a state holds " + signs[i] + ", not a sign");
            }
        }
        return Signs.of(signs);
    }

    /**
     * Returns the names of the tables of samples, in the order in which the probes were given.
     *
     * @return for example "probes/hidden.v"
     */
    public List<String> probes() {
        return IntStream.range(
                        manifest.tableIndex(Layout.RECALL) + 1,
                        manifest.tables().size())
                .mapToObj(t -> manifest.tables().get(t))
                .filter(table -> table.columns().size() == 2)
                .map(Manifest.Table::name)
                .toList();
    }

    /**
     * Returns which neurons a probe sampled.
     *
     * @param probe one of {@link #probes}
     * @return indices in its population
     * @throws RecordingFormatException if a column is damaged
     */
    public Ints probedNeurons(String probe) {
        List<Integer> neurons = new ArrayList<>();
        Manifest.Table table = manifest.tables().get(manifest.tableIndex(probe) + 1);
        read(table.name(), t -> neurons.add((int) t.column(0).whole()));
        return Ints.of(neurons.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Reads all samples of a probe.
     *
     * @param probe one of {@link #probes}
     * @param sink told each
     * @throws RecordingFormatException if a column is damaged
     */
    public void samples(String probe, SampleSink sink) {
        read(probe, t -> sink.sample(t.column(0).whole(), t.column(1).row()));
    }

    TableReader open(String table) {
        return TableReader.open(folder, manifest.tables().get(manifest.tableIndex(table)));
    }

    private void read(String table, Consumer<TableReader> row) {
        long count = rows(table);
        try (TableReader reader = open(table)) {
            for (long r = 0; r < count; r++) {
                row.accept(reader);
            }
        }
    }
}
