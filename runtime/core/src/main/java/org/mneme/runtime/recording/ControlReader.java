package org.mneme.runtime.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.control.Control;

/** Reads control events one after the other, each from the tables of its kind. */
final class ControlReader implements AutoCloseable {
    private final Recording recording;
    private final List<TableReader> opened = new ArrayList<>();
    private final TableReader spikes;
    private final TableReader cues;
    private final Optional<TableReader> gates;
    private final Optional<TableReader> gateUnits;
    private final Optional<TableReader> tempos;

    ControlReader(Recording recording) {
        this.recording = recording;
        try {
            this.spikes = open(Layout.CONTROL).orElseThrow();
            this.cues = open(Layout.CUES).orElseThrow();
            this.gates = open(Layout.GATES);
            this.gateUnits = open(Layout.GATE_UNITS);
            this.tempos = open(Layout.TEMPOS);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Optional<TableReader> open(String table) {
        if (!recording.manifest().has(table)) {
            return Optional.empty();
        }
        TableReader reader = recording.open(table);
        opened.add(reader);
        return Optional.of(reader);
    }

    /** Reads the next event, which acts at a tick and stands for so many source spikes. */
    Control next(int kind, long acts, long spikeCount) {
        List<SourceSpike> stoodFor = sourceSpikes(spikeCount);
        try {
            return switch (kind) {
                case Layout.KIND_SPIKES -> Control.Spikes.of(stoodFor);
                case Layout.KIND_CUE -> new Control.Cue(acts, recording.signs(cues.column(0)));
                case Layout.KIND_GATE -> gate(acts);
                case Layout.KIND_TEMPO ->
                    new Control.Tempo(acts, known(tempos, kind).column(0).number());
                default -> throw unknown(kind);
            };
        } catch (InvalidValueException e) {
            throw new RecordingFormatException(recording.folder(), "a control event is damaged: " + e.getMessage());
        }
    }

    private Control.Gate gate(long acts) {
        TableReader gate = known(gates, Layout.KIND_GATE);
        TableReader units = known(gateUnits, Layout.KIND_GATE);
        long count = gate.column(0).whole();
        if (count < 0 || count > units.rows()) {
            throw new RecordingFormatException(recording.folder(), "a gate has " + count + " open units");
        }
        int[] open = new int[(int) count];
        for (int i = 0; i < open.length; i++) {
            open[i] = (int) units.column(0).whole();
        }
        return new Control.Gate(acts, Ints.of(open), recording.signs(gate.column(1)));
    }

    private TableReader known(Optional<TableReader> table, int kind) {
        return table.orElseThrow(() -> unknown(kind));
    }

    private RecordingFormatException unknown(int kind) {
        return new RecordingFormatException(
                recording.folder(), "a control event is of kind " + kind + ", which is none");
    }

    private List<SourceSpike> sourceSpikes(long count) {
        List<SourceSpike> found = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long spikeTick = spikes.column(0).whole();
            int neuron = (int) spikes.column(1).whole();
            Manifest.PopulationRange source = populationOf(neuron);
            found.add(new SourceSpike(
                    source.name(),
                    spikeTick,
                    neuron - source.firstId(),
                    spikes.column(2).whole()));
        }
        return found;
    }

    private Manifest.PopulationRange populationOf(int neuron) {
        return recording.manifest().populations().stream()
                .filter(p -> neuron >= p.firstId() && neuron - p.firstId() < p.size())
                .findFirst()
                .orElseThrow(
                        () -> new RecordingFormatException(recording.folder(), "no population has neuron " + neuron));
    }

    @Override
    public void close() {
        opened.forEach(TableReader::close);
    }
}
