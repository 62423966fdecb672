package org.mneme.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.WordBlocks;

/** A range of the neurons of a layer, the work of one thread, with what that thread needs of its own. */
final class Part {
    /** Neurons of a window: their inputs and states stay in the nearest cache from arrival to update. */
    private static final int WINDOW = 2048;

    private final int first;
    private final int last;
    /** First neuron of the window worked on, a multiple of 64. */
    int from;
    /** Past its last neuron, a multiple of 64 or the size of the layer. */
    int to;

    final SpikeBuffer out = new SpikeBuffer();
    final int[] counts = new int[WordBlocks.ROWS];
    long saturations;
    private final List<SignedCounts> signedCounts = new ArrayList<>(1);

    Part(int first, int last) {
        this.first = first;
        this.last = last;
        openAll();
    }

    /** Returns signed counts of the window. */
    SignedCounts signedCounts() {
        if (signedCounts.isEmpty() || !signedCounts.getFirst().isOf(from, to)) {
            signedCounts.clear();
            signedCounts.add(new SignedCounts(from, to));
        }
        return signedCounts.getFirst();
    }

    /** Makes the whole part the window. */
    void openAll() {
        from = first;
        to = last;
    }

    /** Makes the first neurons of the part the window. */
    void openFirst() {
        from = first;
        to = Math.min(last, first + WINDOW);
    }

    /** Moves the window on; false if it was the last. */
    boolean openNext() {
        from = to;
        to = Math.min(last, from + WINDOW);
        return from < last;
    }
}
