package org.mneme.lower;

import org.mneme.InputException;

/** A control that the graph has no inputs for. */
public final class CodecControlException extends InputException {
    private static final long serialVersionUID = 1L;

    private final CodecControl control;

    /**
     * Creates the error.
     *
     * @param control what was asked for
     * @param fix what would give the graph its inputs
     */
    public CodecControlException(CodecControl control, String fix) {
        super("this graph has no " + control.word() + " inputs; " + fix);
        this.control = control;
    }

    /**
     * Returns what was asked for.
     *
     * @return the control
     */
    public CodecControl control() {
        return control;
    }
}
