package org.mneme.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import org.mneme.recall.TransitionCheck.Flip;

/** Shares a run of transitions out to several checks, each in a thread of its own; the answers are one check's. */
final class ParallelCheck implements TransitionCheck.Checker {
    /** The first slices are small, so that a check that fails soon stops soon; each is twice the one before. */
    private static final int FIRST_SLICE = 4;

    private static final int SLICE = 256;

    private final List<TransitionCheck.Checker> workers;

    ParallelCheck(List<TransitionCheck.Checker> workers) {
        this.workers = workers;
    }

    @Override
    public Optional<Flip> firstFlip(int from, int to) {
        try (ForkJoinPool pool = new ForkJoinPool(workers.size())) {
            int slice = FIRST_SLICE;
            for (int mu = from; mu < to; ) {
                int end = (int) Math.min(to, mu + (long) slice * workers.size());
                List<Optional<Flip>> flips = share(pool, mu, end, part -> part.worker.firstFlip(part.from, part.to));
                Optional<Flip> first = flips.stream().flatMap(Optional::stream).findFirst();
                if (first.isPresent()) {
                    return first;
                }
                mu = end;
                slice = Math.min(SLICE, 2 * slice);
            }
        }
        return Optional.empty();
    }

    @Override
    public int failing(int from, int to) {
        try (ForkJoinPool pool = new ForkJoinPool(workers.size())) {
            return share(pool, from, to, part -> part.worker.failing(part.from, part.to)).stream()
                    .mapToInt(failing -> failing)
                    .sum();
        }
    }

    private record Part(TransitionCheck.Checker worker, int from, int to) {}

    /** Returns the parts' answers in the order of the transitions. */
    private <T> List<T> share(ForkJoinPool pool, int from, int to, Function<Part, T> check) {
        List<ForkJoinTask<T>> tasks = new ArrayList<>();
        for (int k = 0; k < workers.size(); k++) {
            int first = from + (int) ((long) (to - from) * k / workers.size());
            int last = from + (int) ((long) (to - from) * (k + 1) / workers.size());
            Part part = new Part(workers.get(k), first, last);
            tasks.add(pool.submit(() -> check.apply(part)));
        }
        return tasks.stream().map(ForkJoinTask::join).toList();
    }
}
