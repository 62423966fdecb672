package org.mneme.runtime.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mneme.bits.Ints;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.SequenceMemory;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.patterns.Sequencing;

/**
 * What is stored, and how it is lowered.
 *
 * @param name of the experiment
 * @param encoded the patterns, and how to draw them
 * @param memory the sequence memory of these patterns
 * @param update the order of updates
 * @param lowering name of the lowering
 * @param options of the lowering; its cue noise is that of the run
 * @param noise what may happen to a spike
 * @param motifs the sequences listed, which can be played in any order; none of a cycle or a chain
 * @param controls what a run is told besides its cue
 * @param settings as read, with all defaults filled in: texts, numbers, booleans, lists and mappings
 */
public record Experiment(
        String name,
        EncodedPatterns encoded,
        SequenceMemory memory,
        Update update,
        String lowering,
        LoweringOptions options,
        Noise noise,
        List<Ints> motifs,
        RunControls controls,
        Map<String, Object> settings) {
    /** Copies the settings. */
    public Experiment {
        motifs = List.copyOf(motifs);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Returns what the user should know about the patterns.
     *
     * @return sentences; possibly empty
     */
    public List<String> notes() {
        return encoded.notes();
    }

    /**
     * Returns the same with other options of the lowering.
     *
     * @param value such as those for another target
     * @return a new experiment
     */
    public Experiment with(LoweringOptions value) {
        return new Experiment(name, encoded, memory, update, lowering, value, noise, motifs, controls, settings);
    }

    /**
     * Returns the same, told something else.
     *
     * @param value what a run is told besides its cue
     * @return a new experiment
     */
    public Experiment with(RunControls value) {
        return new Experiment(name, encoded, memory, update, lowering, options, noise, motifs, value, settings);
    }

    /**
     * Returns the motifs by name; those that were listed by their patterns alone have none.
     *
     * @return as the source of the patterns names them, where its motifs are the memory's; else empty
     */
    public List<Motif> named() {
        return named(encoded, motifs);
    }

    /** The motifs of a source by name, where they are those of a memory. */
    static List<Motif> named(EncodedPatterns encoded, List<Ints> motifs) {
        return encoded.sequencing()
                .map(Sequencing::motifs)
                .filter(own -> own.stream().map(Motif::patterns).toList().equals(motifs))
                .orElse(List.of());
    }
}
