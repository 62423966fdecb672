package org.mneme.runtime.session;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Codec;
import org.mneme.lower.Lowered;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.checkpoint.Checkpoint;
import org.mneme.runtime.recording.RecordingSubject;
import org.mneme.runtime.recording.RecordingWriter;

/** What a session is made of: what executes, what decodes, what observes. */
record SessionParts(Execution execution, RecallDecoding decoding, Observers observers) {
    /** Opens them at tick 0, or where a checkpoint was taken. */
    static SessionParts open(
            Lowered lowered, Backend backend, SessionOptions options, Optional<Checkpoint> checkpoint) {
        SpikingGraph graph = lowered.graph();
        Codec codec = lowered.codec();
        Set<String> reported = new HashSet<>(options.effectiveProbes().spikingPopulations(graph));
        reported.add(codec.featurePopulation());
        if (options.decodesHidden()) {
            reported.add(codec.hiddenPopulation());
        }
        Execution execution = backend.open(
                graph,
                new ExecutionOptions(options.seed(), options.threads(), reported)
                        .withNoise(options.noise(), Set.of(codec.featurePopulation())));
        try {
            checkpoint.ifPresent(c -> execution.restore(c.image()));
            RecallDecoding decoding = new RecallDecoding(codec);
            checkpoint.ifPresent(decoding::restore);
            Optional<RecordingWriter> recording = options.recording()
                    .map(to -> RecordingWriter.create(
                            to,
                            new RecordingSubject(
                                    graph,
                                    codec.features(),
                                    backend.name(),
                                    options.seed(),
                                    options.noise(),
                                    execution.tick(),
                                    options.effectiveProbes().states())));
            Observers observers = new Observers(graph, codec, options, decoding, recording);
            return new SessionParts(execution, decoding, observers);
        } catch (RuntimeException e) {
            execution.close();
            throw e;
        }
    }
}
