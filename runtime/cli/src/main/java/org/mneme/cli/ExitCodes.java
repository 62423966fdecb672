package org.mneme.cli;

/** The exit codes of all commands. */
final class ExitCodes {
    /** All went well. */
    static final int DONE = 0;

    /** The run says no: the recall failed. */
    static final int NO = 1;

    /** Wrong usage or wrong input. */
    static final int USAGE = 2;

    /** A defect of Mneme. */
    static final int DEFECT = 70;

    /** Ended by Ctrl-C before all was done. */
    static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
