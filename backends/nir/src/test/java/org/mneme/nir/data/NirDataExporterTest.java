package org.mneme.nir.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.ir.StateVariable;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SpikingLowering;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.exchange.RecordingExporter;
import org.mneme.runtime.recording.Manifest;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.recording.Recording;
import org.mneme.runtime.recording.StateProbe;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionOptions;

class NirDataExporterTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void record() {
        PatternSet patterns = PatternSet.random(6, 30, 1, 0.5);
        SequenceMemory memory =
                SequenceMemory.of(patterns, Successors.chain(6), new Interaction.Threshold(new BigDecimal("0.8")));
        Lowered lowered = new SpikingLowering().lower(memory, LoweringOptions.defaults());
        Probes probes = Probes.allSpikes()
                .and(StateProbe.of("hidden", StateVariable.POTENTIAL)
                        .ofNeurons(4, 1)
                        .every(2));
        SessionOptions options = SessionOptions.seeded(1).probing(probes).recordingTo(folder.resolve("recording"));
        try (Session session = Session.open(lowered, Backends.named("simulator"), options)) {
            session.cue(patterns.row(0));
            session.advance(20);
        }
    }

    private Recording recording() {
        return Recording.open(folder.resolve("recording"));
    }

    private static Group group(HdfFile file, String path) {
        return (Group) file.getByPath(path);
    }

    @Test
    void isFoundAsAService() {
        assertEquals(
                List.of("NIR data"),
                RecordingExporter.all().stream().map(RecordingExporter::format).toList());
    }

    /** The layout that nir.read_data wants: {@code .ci/steps/80-nir-python} lets it read one. */
    @Test
    void spikesAndSamplesAreThoseOfTheRecording() {
        Path file = folder.resolve("data.h5");
        Recording recording = recording();
        Manifest.PopulationRange hidden = recording.manifest().populations().stream()
                .filter(population -> population.name().equals("hidden"))
                .findFirst()
                .orElseThrow();
        List<Long> neurons = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        recording.spikes((tick, id, payload) -> {
            if (id >= hidden.firstId() && id < hidden.firstId() + hidden.size()) {
                neurons.add((long) id - hidden.firstId());
                times.add(tick * 1e-3);
            }
        });
        List<double[]> samples = new ArrayList<>();
        recording.samples("probes/hidden.v", (tick, values) -> samples.add(values));

        new NirDataExporter().export(recording, file);

        assertEquals(6, neurons.size());
        try (HdfFile hdf = new HdfFile(file)) {
            assertEquals("NIRGraphData", hdf.getAttribute("__type__").getData());
            assertEquals(
                    Set.of("clear", "cue", "hidden", "rails"),
                    group(hdf, "/nodes").getChildren().keySet());
            assertEquals(
                    "NIRNodeData",
                    group(hdf, "/nodes/hidden").getAttribute("__type__").getData());
            Group spikes = group(hdf, "/nodes/hidden/observables/spikes");
            assertEquals("EventData", spikes.getAttribute("__type__").getData());
            assertEquals(6L, spikes.getAttribute("n_neurons").getData());
            assertEquals(recording.tick() * 1e-3, spikes.getAttribute("t_max").getData());
            assertArrayEquals(new long[][] {neurons.stream().mapToLong(n -> n).toArray()}, (long[][])
                    hdf.getDatasetByPath("/nodes/hidden/observables/spikes/idx").getData());
            assertArrayEquals(new double[][] {times.stream().mapToDouble(t -> t).toArray()}, (double[][])
                    hdf.getDatasetByPath("/nodes/hidden/observables/spikes/time")
                            .getData());
            assertEquals(
                    2e-3,
                    group(hdf, "/nodes/hidden/observables/v").getAttribute("dt").getData());
            assertArrayEquals(new double[][][] {samples.toArray(double[][]::new)}, (double[][][])
                    hdf.getDatasetByPath("/nodes/hidden/observables/v/data").getData());
        }
    }
}
