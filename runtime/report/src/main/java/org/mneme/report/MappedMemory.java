package org.mneme.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.map.Mapping;
import org.mneme.pass.Compilation;

/**
 * A memory on the cores of a board, and how it came there.
 *
 * @param name of the memory
 * @param compilation how it became a graph
 * @param mapping where the graph is
 * @param quality what the rounding of weights does to the recall; empty where nothing was rounded
 * @param settings how it was mapped: names and values, in the order in which they are shown
 */
public record MappedMemory(
        String name,
        Compilation compilation,
        Mapping mapping,
        Optional<Quality> quality,
        Map<String, String> settings) {
    /** Copies the settings. */
    public MappedMemory {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * What the rounding of weights does to the recall.
     *
     * @param sentence in words
     * @param rows one a cue noise
     */
    public record Quality(String sentence, List<Row> rows) {
        /** Copies the list. */
        public Quality {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Recalls from cues of one noise.
     *
     * @param cueNoise fraction of flipped cue bits, 0…1
     * @param recalls how many
     * @param before how many were right with the weights as they were
     * @param after how many were right with the weights rounded
     */
    public record Row(double cueNoise, int recalls, int before, int after) {}
}
