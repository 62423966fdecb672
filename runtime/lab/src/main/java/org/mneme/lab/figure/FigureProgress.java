package org.mneme.lab.figure;

/** Is told how far a figure is. */
@FunctionalInterface
public interface FigureProgress {
    /** Tells no one. */
    FigureProgress NONE = (done, total) -> true;

    /**
     * Is told after each part, by one thread at a time.
     *
     * @param done parts done
     * @param total parts of the figure, ≥ 1
     * @return false to end here; finished capacity trials are kept
     */
    boolean part(long done, long total);
}
