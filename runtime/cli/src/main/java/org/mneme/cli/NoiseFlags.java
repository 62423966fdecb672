package org.mneme.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.cli.yaml.Overrides;
import picocli.CommandLine.Option;

/** Options that lay noise over a memory's settings. */
final class NoiseFlags {
    @Option(
            names = "--drop",
            paramLabel = "P",
            description = "Loses each spike of a neuron with this probability. Default: the memory's noise.drop, or 0.")
    private @Nullable String drop;

    @Option(
            names = "--flip",
            paramLabel = "P",
            description =
                    "Turns each spike of a feature with this probability. Default: the memory's noise.flip, or 0.")
    private @Nullable String flip;

    @Option(
            names = "--jitter",
            paramLabel = "P[:TICKS]",
            description =
                    "Sends each spike of a neuron 1…TICKS ticks late with this probability. Default: the memory's noise.jitter, or 0.")
    private @Nullable String jitter;

    /**
     * Returns the settings that say the same.
     *
     * @return in the order drop, flip, jitter
     */
    List<Overrides.Assignment> assignments() {
        List<Overrides.Assignment> assignments = new ArrayList<>();
        if (drop != null) {
            assignments.add(assignment("--drop", "drop", drop));
        }
        if (flip != null) {
            assignments.add(assignment("--flip", "flip", flip));
        }
        if (jitter != null) {
            int colon = jitter.indexOf(':');
            assignments.add(assignment("--jitter", "jitter", colon < 0 ? jitter : jitter.substring(0, colon)));
            assignments.add(assignment("--jitter", "jitter-ticks", colon < 0 ? "1" : jitter.substring(colon + 1)));
        }
        return assignments;
    }

    private static Overrides.Assignment assignment(String option, String key, String text) {
        if (text.isBlank()) {
            throw new InvalidValueException(
                    option, "''", option.equals("--jitter") ? "written as 0.1 or 0.1:2" : "a probability in 0…1");
        }
        return new Overrides.Assignment("noise." + key, text, option);
    }
}
