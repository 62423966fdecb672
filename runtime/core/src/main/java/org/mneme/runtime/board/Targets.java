package org.mneme.runtime.board;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.mneme.InvalidValueException;
import org.mneme.targets.Target;

/** The targets that are known, found by {@link ServiceLoader}. */
public final class Targets {
    /** How names of descriptions end. */
    public static final String EXTENSION = ".textproto";

    private Targets() {}

    /**
     * Says whether a target is meant by the path of its description.
     *
     * @param name of a target, without options
     * @return whether there is a '/' in it, or it ends with {@link #EXTENSION}
     */
    public static boolean isPath(String name) {
        return name.contains("/") || name.contains(File.separator) || name.endsWith(EXTENSION);
    }

    /**
     * Returns a target named in a file.
     *
     * @param specification as {@link TargetProvider#target} takes it
     * @param folder that paths are relative to
     * @return the target
     * @throws org.mneme.InputException if there is none
     */
    public static Target named(String specification, Path folder) {
        int question = specification.lastIndexOf('?');
        String name = question < 0 ? specification : specification.substring(0, question);
        if (!isPath(name)) {
            return named(specification);
        }
        try {
            return named(folder.resolve(name) + specification.substring(name.length()));
        } catch (InvalidPathException e) {
            throw new InvalidValueException("target", name.replaceAll("\\p{Cntrl}", "?"), "a file name");
        }
    }

    /**
     * Returns the providers.
     *
     * @return possibly empty
     */
    public static List<TargetProvider> providers() {
        return ServiceLoader.load(TargetProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Returns the names of all targets.
     *
     * @return in the order in which they are offered; empty without mneme-board on the class path
     */
    public static List<String> names() {
        return providers().stream().flatMap(p -> p.names().stream()).toList();
    }

    /**
     * Returns a target.
     *
     * @param specification as {@link TargetProvider#target} takes it
     * @return the target
     * @throws org.mneme.InputException if there is none
     */
    public static Target named(String specification) {
        return provider(specification).target(specification);
    }

    /**
     * Returns the provider to ask.
     *
     * @param wanted what for; named in the error
     * @return the first
     * @throws InvalidValueException if there is none on the class path
     */
    public static TargetProvider provider(String wanted) {
        return providers().stream()
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "target", wanted, "findable: no target is known, add mneme-board to the class path"));
    }
}
