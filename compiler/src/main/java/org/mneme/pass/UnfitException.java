package org.mneme.pass;

import java.util.List;
import java.util.stream.Collectors;
import org.mneme.MnemeException;

/** A graph that a target cannot execute; everything that does not fit is listed. */
public final class UnfitException extends MnemeException {
    private static final long serialVersionUID = 1L;

    private final String target;
    private final String lowering;
    private final transient List<Misfit> misfits;

    /**
     * Creates the error.
     *
     * @param target name of the target
     * @param lowering whose graph it is
     * @param misfits at least one
     */
    public UnfitException(String target, String lowering, List<Misfit> misfits) {
        super("the " + lowering + " lowering does not fit target " + target + ": "
                + misfits.stream().map(Misfit::sentence).collect(Collectors.joining(". ")));
        this.target = target;
        this.lowering = lowering;
        this.misfits = List.copyOf(misfits);
    }

    /**
     * Returns the target.
     *
     * @return its name
     */
    public String target() {
        return target;
    }

    /**
     * Returns the lowering whose graph does not fit.
     *
     * @return its name
     */
    public String lowering() {
        return lowering;
    }

    /**
     * Returns what does not fit.
     *
     * @return at least one
     */
    public List<Misfit> misfits() {
        return misfits;
    }

    /** The run says no: limits are exceeded. */
    @Override
    public int exitCode() {
        return 1;
    }
}
