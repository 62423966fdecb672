package org.mneme.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.Scene;

/** What {@code --perform} writes. */
final class Performed {
    private static final String OPTION = "--perform";

    private Performed() {}

    /** Refuses a file that the memory cannot be performed to, before the run. */
    static void requireFormat(Experiment experiment, @Nullable Path file) {
        if (file == null) {
            return;
        }
        Scene scene = experiment
                .encoded()
                .scene()
                .orElseThrow(() -> new InvalidValueException(
                        OPTION, file, "possible: these patterns are no movement, music or gait; leave it out"));
        if (!scene.formats().contains(ending(file))) {
            throw new InvalidValueException(
                    OPTION, file, "a file that ends in ." + String.join(" or .", scene.formats()));
        }
    }

    /** Writes what was recalled, if it was asked for. */
    static void write(RunResult result, @Nullable Path file) {
        if (file != null) {
            result.scene().ifPresent(run -> run.scene().write(run.performance(), file));
        }
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
