package org.mneme.runtime.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.RecallStep;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.SpikeSink;
import org.mneme.runtime.control.Control;
import org.mneme.runtime.control.ControlLog;
import org.mneme.runtime.files.WholeFile;

/**
 * Writes a recording in bounded memory.
 *
 * <p>A flush happens between two ticks, in four stages: all data is appended and forced to disk; the shape in each column's header is
 * rewritten in place; {@code rows.npy} is rewritten in place. So at any moment, also after a kill, every column can be loaded, and has
 * at least the rows that {@code rows.npy} tells: a reader takes the least of both. {@code manifest.json} is written when all columns
 * exist, and once more, with {@code complete: true}, on closing.
 */
public final class RecordingWriter implements SpikeSink, AutoCloseable {
    private final Path folder;
    private final RecordingOptions options;
    private final Manifest manifest;
    private final int[] firstIds;
    private final SpikingGraph graph;
    private final List<TableWriter> tables = new ArrayList<>();
    private final TableWriter spikes;
    private final int firstProbeTable;
    private final RowsFile rows;
    private long markedTick;
    private long publishedTick;
    private long lastFlush = System.nanoTime();
    private Optional<RecordingWriteException> failure = Optional.empty();
    private boolean closed;

    private RecordingWriter(RecordingOptions options, Manifest manifest, SpikingGraph graph) throws IOException {
        this.folder = options.folder();
        this.options = options;
        this.manifest = manifest;
        this.graph = graph;
        this.firstIds = graph.firstIds();
        this.markedTick = manifest.startTick();
        this.publishedTick = markedTick;
        this.firstProbeTable = manifest.tableIndex(Layout.RECALL) + 1;
        try {
            for (Manifest.Table table : manifest.tables()) {
                tables.add(TableWriter.create(folder, table));
            }
            this.rows = RowsFile.create(folder, counts());
        } catch (IOException e) {
            closeTables();
            throw e;
        }
        this.spikes = table(Layout.SPIKES);
    }

    /**
     * Starts a recording.
     *
     * @param options where to
     * @param subject of what
     * @return the writer, to be closed
     * @throws RecordingFolderException if the folder is not empty or cannot be written; then nothing is left behind
     */
    public static RecordingWriter create(RecordingOptions options, RecordingSubject subject) {
        Manifest manifest = subject.manifest();
        NewFolder folder = NewFolder.prepare(options.folder());
        try {
            RecordingWriter writer = new RecordingWriter(options, manifest, subject.graph());
            try {
                writer.writeNeurons(subject);
                writer.writeManifest(manifest);
                return writer;
            } catch (IOException | RuntimeException e) {
                writer.closeTables();
                quietly(writer.rows);
                throw e;
            }
        } catch (IOException e) {
            folder.undo();
            throw new RecordingFolderException(
                    options.folder(), RecordingFolderException.Reason.NOT_WRITABLE, NewFolder.reason(e));
        }
    }

    private void writeNeurons(RecordingSubject subject) throws IOException {
        for (int p = 0; p < subject.probes().size(); p++) {
            TableWriter neurons = tables.get(firstProbeTable + 2 * p + 1);
            Ints indices = subject.probes().get(p).resolve(subject.graph());
            for (int i = 0; i < indices.length(); i++) {
                neurons.column(0).putWhole(indices.at(i));
                neurons.endRow();
            }
        }
        tables.forEach(TableWriter::mark);
        flush();
    }

    private void writeManifest(Manifest written) throws IOException {
        WholeFile.write(folder.resolve(ManifestJson.FILE), out -> out.write(ManifestJson.encode(written)));
    }

    /**
     * Takes a spike.
     *
     * @throws RecordingWriteException if it cannot be written
     */
    @Override
    public void spike(long tick, int neuron, double payload) {
        requireUsable();
        try {
            spikes.column(0).putWhole(tick);
            spikes.column(1).putWhole(neuron);
            spikes.column(2).putNumber(payload);
            spikes.endRow();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Takes a control event.
     *
     * @param entry the event
     * @param sourceSpikes what it stands for
     * @throws RecordingWriteException if it cannot be written
     */
    public void control(ControlLog.Entry entry, List<SourceSpike> sourceSpikes) {
        attempt(() -> {
            TableWriter events = table(Layout.EVENTS);
            events.column(0).putWhole(entry.given());
            events.column(1).putWhole(entry.control().tick());
            events.column(2)
                    .putWhole(
                            switch (entry.control()) {
                                case Control.Cue _ -> Layout.KIND_CUE;
                                case Control.Spikes _ -> Layout.KIND_SPIKES;
                                case Control.Gate _ -> Layout.KIND_GATE;
                                case Control.Tempo _ -> Layout.KIND_TEMPO;
                            });
            events.column(3).putWhole(sourceSpikes.size());
            events.endRow();
            TableWriter control = table(Layout.CONTROL);
            for (SourceSpike spike : sourceSpikes) {
                control.column(0).putWhole(spike.tick());
                control.column(1).putWhole(globalId(spike));
                control.column(2).putWhole(spike.payload());
                control.endRow();
            }
            putDetails(entry.control());
        });
    }

    private void putDetails(Control control) throws IOException {
        switch (control) {
            case Control.Spikes _ -> {
                // its source spikes say it all
            }
            case Control.Cue cue -> {
                TableWriter cues = table(Layout.CUES);
                putSigns(cues.column(0), cue.state());
                cues.endRow();
            }
            case Control.Gate gate -> {
                TableWriter gates = table(Layout.GATES);
                gates.column(0).putWhole(gate.open().length());
                putSigns(gates.column(1), gate.state());
                gates.endRow();
                TableWriter units = table(Layout.GATE_UNITS);
                for (int i = 0; i < gate.open().length(); i++) {
                    units.column(0).putWhole(gate.open().at(i));
                    units.endRow();
                }
            }
            case Control.Tempo tempo -> {
                TableWriter tempos = table(Layout.TEMPOS);
                tempos.column(0).putNumber(tempo.gain());
                tempos.endRow();
            }
        }
    }

    private int globalId(SourceSpike spike) {
        for (int p = 0; p < graph.populations().size(); p++) {
            if (graph.populations().get(p).name().equals(spike.population())) {
                return firstIds[p] + spike.neuron();
            }
        }
        throw new IllegalStateException("the execution took a spike of " + spike.population());
    }

    /**
     * Takes a recall step.
     *
     * @param step the step
     * @throws RecordingWriteException if it cannot be written
     */
    public void step(RecallStep step) {
        attempt(() -> {
            TableWriter recall = table(Layout.RECALL);
            recall.column(0).putWhole(step.step());
            recall.column(1).putWhole(step.tick());
            recall.column(2).putWhole(step.silent() ? 1 : 0);
            recall.column(3).putWhole(step.hiddenWinner());
            putSigns(recall.column(4), step.state());
            recall.endRow();
        });
    }

    private static void putSigns(ColumnWriter column, Signs signs) throws IOException {
        for (int i = 0; i < signs.length(); i++) {
            column.putWhole(signs.at(i));
        }
    }

    /**
     * Takes a sample.
     *
     * @param probe index in {@link RecordingSubject#probes}
     * @param tick after which it was taken
     * @param values one a probed neuron
     * @throws RecordingWriteException if it cannot be written
     */
    public void sample(int probe, long tick, double[] values) {
        attempt(() -> {
            TableWriter samples = tables.get(firstProbeTable + 2 * probe);
            samples.column(0).putWhole(tick);
            for (double value : values) {
                samples.column(1).putNumber(value);
            }
            samples.endRow();
        });
    }

    /**
     * Says that everything before a tick has been given; flushes where that is due.
     *
     * @param nextTick the session's next tick
     * @throws RecordingWriteException if it cannot be written
     */
    public void betweenTicks(long nextTick) {
        requireUsable();
        markedTick = nextTick;
        tables.forEach(TableWriter::mark);
        if (due()) {
            attempt(this::flush);
        }
    }

    /**
     * Says that everything before a tick has been given, and flushes.
     *
     * @param nextTick the session's next tick
     * @throws RecordingWriteException if it cannot be written
     */
    public void flush(long nextTick) {
        betweenTicks(nextTick);
        attempt(this::flush);
    }

    private boolean due() {
        long bytes = 0;
        for (TableWriter table : tables) {
            bytes += table.unpublishedBytes();
        }
        return bytes >= options.flushBytes()
                || System.nanoTime() - lastFlush >= options.flushInterval().toNanos();
    }

    private void flush() throws IOException {
        for (TableWriter table : tables) {
            table.force();
        }
        for (TableWriter table : tables) {
            table.publish();
        }
        rows.write(counts());
        publishedTick = markedTick;
        lastFlush = System.nanoTime();
    }

    private long[] counts() {
        long[] counts = new long[tables.size() + 1];
        counts[0] = markedTick;
        for (int t = 0; t < tables.size(); t++) {
            counts[t + 1] = tables.get(t).marked();
        }
        return counts;
    }

    private TableWriter table(String name) {
        return tables.get(manifest.tableIndex(name));
    }

    /** Something that writes. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        requireUsable();
        try {
            writing.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void requireUsable() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (closed) {
            throw new IllegalStateException("the recording is closed");
        }
    }

    private RecordingWriteException failed(IOException cause) {
        RecordingWriteException error = new RecordingWriteException(folder, publishedTick, cause);
        failure = Optional.of(error);
        return error;
    }

    /**
     * Flushes up to the last {@link #betweenTicks}, drops what came after, and marks the recording as complete; after a failure, only
     * lets go of the files.
     *
     * @throws RecordingWriteException if it cannot be written
     */
    @Override
    public void close() {
        close(this::complete);
    }

    /**
     * Ends a recording whose session failed: flushes like {@link #close}, but leaves it marked as not complete.
     *
     * @throws RecordingWriteException if it cannot be written
     */
    public void abandon() {
        close(this::trim);
    }

    private void close(Writing last) {
        if (closed) {
            return;
        }
        try {
            if (failure.isEmpty()) {
                attempt(last);
            }
        } finally {
            closed = true;
            closeTables();
            quietly(rows);
        }
    }

    private void complete() throws IOException {
        trim();
        writeManifest(manifest.completed());
    }

    private void trim() throws IOException {
        flush();
        for (TableWriter table : tables) {
            table.trim();
        }
        rows.force();
    }

    private void closeTables() {
        tables.forEach(RecordingWriter::quietly);
    }

    /** Lets go of a file whose content is either forced already or given up. */
    private static void quietly(AutoCloseable file) {
        try {
            file.close();
        } catch (Exception e) {
            // nothing is lost by it
        }
    }
}
