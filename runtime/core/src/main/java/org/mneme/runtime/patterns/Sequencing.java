package org.mneme.runtime.patterns;

import java.util.List;
import org.mneme.model.Successors;

/**
 * What follows what among patterns that were made in order.
 *
 * @param successors next
 * @param motifs stretches that can be played by themselves; possibly none
 */
public record Sequencing(Successors successors, List<Motif> motifs) {
    /** Copies the list. */
    public Sequencing {
        motifs = List.copyOf(motifs);
    }
}
