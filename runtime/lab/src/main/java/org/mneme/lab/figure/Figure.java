package org.mneme.lab.figure;

import org.mneme.report.Study;

/** A figure of the paper. */
public interface Figure {
    /**
     * Returns its name on the command line.
     *
     * @return lower-case letters
     */
    String name();

    /**
     * Returns the setting it was published with.
     *
     * @return a sentence
     */
    String published();

    /**
     * Returns what must be seen.
     *
     * @return a sentence
     */
    String toBeSeen();

    /**
     * Says whether it measures capacities, whose trials can be kept in a file.
     *
     * @return true where the options' trial file is used
     */
    boolean keepsTrials();

    /**
     * Runs it.
     *
     * @param options how
     * @return what came out; the same for any number of threads
     * @throws FigureInterruptedException if the progress asks for the end
     */
    Study study(FigureOptions options);
}
