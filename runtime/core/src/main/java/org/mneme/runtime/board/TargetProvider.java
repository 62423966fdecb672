package org.mneme.runtime.board;

import java.nio.file.Path;
import java.util.List;
import org.mneme.targets.Target;

/** Knows target descriptions; found by {@link java.util.ServiceLoader}. */
public interface TargetProvider {
    /**
     * Returns the names of the targets it ships.
     *
     * @return in the order in which they are offered
     */
    List<String> names();

    /**
     * Returns a target.
     *
     * @param specification one of {@link #names} or the path of a description, then optionally {@code ?quantity=value&quantity=value},
     *     which sizes the board (such as {@code emulator?chips=4})
     * @return the target
     * @throws org.mneme.InputException if there is none, or the description is wrong
     */
    Target target(String specification);

    /**
     * Returns a target with values that the user supplies for what is unknown.
     *
     * @param target the target
     * @param assumptions a description of which only figures, traits and formats are read
     * @return a target in which they stand, marked {@link org.mneme.targets.Status#ASSUMED}
     * @throws org.mneme.InputException if the file is wrong, or contradicts a known value
     */
    Target assume(Target target, Path assumptions);
}
