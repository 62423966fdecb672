package org.mneme.nir.imports;

import org.mneme.InputException;

/** A NIR graph that cannot be imported; there is one subclass per mistake. */
public abstract sealed class NirImportException extends InputException
        permits BadEdgeException,
                LinearCycleException,
                NodeParameterException,
                ShapeMismatchException,
                TimeStepException,
                UnknownShapeException,
                UnstableStepException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message the sentence shown to the user
     */
    protected NirImportException(String message) {
        super(message);
    }
}
