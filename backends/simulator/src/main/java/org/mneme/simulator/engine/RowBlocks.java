package org.mneme.simulator.engine;

import java.util.IdentityHashMap;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.WordBlocks;

/** The copies of bit matrices laid out for pulling; the views of one matrix share one. */
final class RowBlocks {
    private final IdentityHashMap<BitMatrix, WordBlocks> copies = new IdentityHashMap<>();

    /** The copy of a matrix, made when it is first asked for. */
    WordBlocks of(BitMatrix matrix) {
        return copies.computeIfAbsent(matrix, WordBlocks::new);
    }
}
