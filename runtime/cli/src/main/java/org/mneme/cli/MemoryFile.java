package org.mneme.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mneme.cli.yaml.Overrides;
import org.mneme.cli.yaml.YamlSettings;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that reads a memory takes: a YAML file, and settings laid over it. */
final class MemoryFile {
    @Parameters(paramLabel = "FILE", description = "The memory: a YAML file ('mneme schema' prints its JSON Schema).")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Overrides a setting of the file, such as learning=pseudoinverse or patterns.random.seed=2; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    /**
     * Returns the file.
     *
     * @return its path
     */
    Path path() {
        return Objects.requireNonNull(file);
    }

    /**
     * Returns the folder that relative file names in the file are resolved against.
     *
     * @return a folder
     */
    Path folder() {
        return Objects.requireNonNull(path().toAbsolutePath().getParent());
    }

    /**
     * Returns the overrides as they were given.
     *
     * @return KEY=VALUE, in order
     */
    List<Overrides.Assignment> assignments() {
        return overrides.stream().map(Overrides.Assignment::parse).toList();
    }

    /**
     * Reads the file and lays the overrides over it.
     *
     * @return the settings
     */
    Setting.Group settings() {
        return Overrides.apply(YamlSettings.read(path()), assignments());
    }

    /**
     * Reads the memory.
     *
     * @return the experiment
     */
    Experiment experiment() {
        return ExperimentReader.read(settings(), folder());
    }
}
