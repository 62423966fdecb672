package org.mneme.lower;

import org.mneme.InputException;

/** A cue for a graph that has had one, and no input that could silence the recall it started. */
public final class CodecBusyException extends InputException {
    private static final long serialVersionUID = 1L;

    /** Creates the error. */
    public CodecBusyException() {
        super(
                "this graph was cued already and has nothing to silence that recall with, since its inputs only add up; cue it"
                        + " once a run, or compile for a target that adds inputs of both signs");
    }
}
