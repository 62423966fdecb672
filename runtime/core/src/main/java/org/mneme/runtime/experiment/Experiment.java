package org.mneme.runtime.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.SequenceMemory;
import org.mneme.runtime.patterns.EncodedPatterns;

/**
 * What is stored, and how it is lowered.
 *
 * @param name of the experiment
 * @param encoded the patterns, and how to draw them
 * @param memory the sequence memory of these patterns
 * @param update the order of updates
 * @param lowering name of the lowering
 * @param options of the lowering; its cue noise is that of the run
 * @param settings as read, with all defaults filled in: texts, numbers, booleans, lists and mappings
 */
public record Experiment(
        String name,
        EncodedPatterns encoded,
        SequenceMemory memory,
        Update update,
        String lowering,
        LoweringOptions options,
        Map<String, Object> settings) {
    /** Copies the settings. */
    public Experiment {
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
}
