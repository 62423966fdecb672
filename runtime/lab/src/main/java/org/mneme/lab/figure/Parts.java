package org.mneme.lab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the independent parts of a figure side by side; what comes out is in the order of the parts. */
final class Parts {
    private Parts() {}

    /**
     * Runs all parts.
     *
     * @param figure its name
     * @param options threads and progress
     * @param count how many parts
     * @param part part 0…count−1, on any thread
     * @return what each gave
     * @throws FigureInterruptedException if the progress asks for the end
     */
    static <T> List<T> run(String figure, FigureOptions options, int count, IntFunction<T> part) {
        List<T> results = new ArrayList<>();
        // Not closed but shut down: closing would wait for parts that no one wants any more.
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.min(options.threads(), count), Thread.ofPlatform().daemon().factory());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                int index = k;
                futures.add(workers.submit(() -> part.apply(index)));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
                if (!options.progress().part(results.size(), count)) {
                    throw new FigureInterruptedException(figure);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FigureInterruptedException(figure);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
        return results;
    }
}
