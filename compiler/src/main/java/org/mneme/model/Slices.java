package org.mneme.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;
import org.mneme.bits.WordBlocks;

/** Ranges of the patterns, each the work of one thread; what they count is added in integers, so their number changes no result. */
final class Slices {
    private final int count;
    private final int patterns;
    private final int blocksASlice;

    /**
     * Cuts so many patterns into at most so many slices, at whole blocks of {@value WordBlocks#ROWS}.
     *
     * @param patterns P ≥ 1
     * @param threads ≥ 1
     */
    Slices(int patterns, int threads) {
        int blocks = (patterns + WordBlocks.ROWS - 1) / WordBlocks.ROWS;
        this.patterns = patterns;
        this.blocksASlice = (blocks + threads - 1) / threads;
        this.count = (blocks + blocksASlice - 1) / blocksASlice;
    }

    int count() {
        return count;
    }

    /** The first block of a slice. */
    int firstBlock(int slice) {
        return slice * blocksASlice;
    }

    /** The first pattern of a slice. */
    int from(int slice) {
        return slice * blocksASlice * WordBlocks.ROWS;
    }

    /** Past the last pattern of a slice. */
    int to(int slice) {
        return (int) Math.min(patterns, (slice + 1L) * blocksASlice * WordBlocks.ROWS);
    }

    /** Does the work of each slice, in the common pool where there are several. */
    void run(IntConsumer work) {
        if (count == 1) {
            work.accept(0);
            return;
        }
        List<ForkJoinTask<?>> tasks = new ArrayList<>(count);
        for (int s = 0; s < count; s++) {
            int slice = s;
            tasks.add(ForkJoinTask.adapt(() -> work.accept(slice)));
        }
        ForkJoinTask.invokeAll(tasks);
    }
}
