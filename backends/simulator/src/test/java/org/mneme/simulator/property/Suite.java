package org.mneme.simulator.property;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.mneme.runtime.backend.Backend;
import org.mneme.simulator.reference.DenseBackend;

/** The suite of random cases: every executor passes it, every mutant of the engine fails it. */
public final class Suite {
    /** The whole suite is the cases of seeds 0…CASES−1. */
    public static final int CASES = 400;

    /** So many of them are run with noise too. */
    public static final int NOISY_CASES = 200;

    private Suite() {}

    /**
     * Compares a backend with the dense stepper.
     *
     * @param subject the backend
     * @param cases how many, from seed 0 on
     * @param threads how many the backend is given
     * @return the first case that differs, and how; empty where all agree
     */
    public static Optional<String> firstDifference(Backend subject, int cases, int threads) {
        return firstDifference(subject, cases, threads, RandomGraphs::of);
    }

    /**
     * Compares a backend with the dense stepper, under noise.
     *
     * @param subject the backend
     * @param cases how many, from seed 0 on
     * @param threads how many the backend is given
     * @return the first case that differs, and how; empty where all agree
     */
    public static Optional<String> firstNoisyDifference(Backend subject, int cases, int threads) {
        return firstDifference(subject, cases, threads, NoisyGraphs::of);
    }

    /**
     * Compares a backend with the dense stepper on circuits of binary neurons that are alike.
     *
     * @param subject the backend
     * @param cases how many, from seed 0 on
     * @param threads how many the backend is given
     * @return the first case that differs, and how; empty where all agree
     */
    public static Optional<String> firstPlainDifference(Backend subject, int cases, int threads) {
        return firstDifference(subject, cases, threads, PlainCircuits::of);
    }

    private static Optional<String> firstDifference(
            Backend subject, int cases, int threads, LongFunction<Case> graphs) {
        return LongStream.range(0, cases)
                .mapToObj(seed -> Comparison.difference(subject, new DenseBackend(), graphs.apply(seed), threads)
                        .map(found -> "seed " + seed + ": " + found))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<String> difference(Backend subject, Case given) {
        return Comparison.difference(subject, new DenseBackend(), given, 1);
    }
}
