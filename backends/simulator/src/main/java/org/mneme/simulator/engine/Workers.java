package org.mneme.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.mneme.bits.WordBlocks;

/** Threads that share the targets of a layer; they split targets, never a sum, so that their number changes no result. */
final class Workers implements AutoCloseable {
    /** Below so much work, in words read or so, handing out costs more than it saves. */
    static final long WORTH_SHARING = 1 << 18;

    private static final int PARTS_A_THREAD = 4;
    private static final int SMALLEST_PART = 256;

    private final int threads;
    private final long worthSharing;
    private final List<ForkJoinPool> pool = new ArrayList<>(1);

    Workers(int threads, long worthSharing) {
        this.threads = threads;
        this.worthSharing = worthSharing;
    }

    /** Cuts so many neurons into parts, at multiples of 64; large ones at multiples of a block of rows. */
    static List<Part> split(int size, int threads) {
        if (threads == 1) {
            return List.of();
        }
        int wanted = Math.max(SMALLEST_PART, size / (PARTS_A_THREAD * threads) + 1);
        int step = wanted < WordBlocks.ROWS
                ? (wanted + 63) & -64
                : Math.ceilDiv(wanted, WordBlocks.ROWS) * WordBlocks.ROWS;
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < size; from += step) {
            parts.add(new Part(from, Math.min(size, from + step)));
        }
        return parts;
    }

    boolean pays(long work) {
        return threads > 1 && work >= worthSharing;
    }

    void run(List<Part> parts, Consumer<Part> work) {
        if (pool.isEmpty()) {
            pool.add(new ForkJoinPool(threads));
        }
        pool.getFirst().submit(() -> share(parts, work)).join();
    }

    private static void share(List<Part> parts, Consumer<Part> work) {
        List<ForkJoinTask<?>> tasks = new ArrayList<>(parts.size());
        for (Part part : parts) {
            tasks.add(ForkJoinTask.adapt(() -> work.accept(part)));
        }
        ForkJoinTask.invokeAll(tasks);
    }

    @Override
    public void close() {
        pool.forEach(ForkJoinPool::close);
        pool.clear();
    }
}
