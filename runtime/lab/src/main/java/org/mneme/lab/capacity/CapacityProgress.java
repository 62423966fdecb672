package org.mneme.lab.capacity;

/** Is told how far a capacity study is. */
@FunctionalInterface
public interface CapacityProgress {
    /** Tells no one. */
    CapacityProgress NONE = state -> true;

    /**
     * How far a study is.
     *
     * @param work done by this run, in unfinished trials too; about proportional to time
     * @param totalWork of all trials that were not in the file before; 0 where all were
     * @param trials finished ones
     * @param totalTrials all of them
     * @param kept of the finished ones, those that were in the file before
     */
    record State(long work, long totalWork, int trials, int totalTrials, int kept) {}

    /**
     * Is told after each trial, and several times a second within trials, by one thread at a time.
     *
     * @param state how far the study is
     * @return false to end the study soon; finished trials are kept
     */
    boolean update(State state);
}
