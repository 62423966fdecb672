package org.mneme.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.cli.yaml.Overrides;
import org.mneme.cli.yaml.YamlSettings;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.exchange.Importers;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that reads a memory takes: a YAML file, and settings laid over it. */
final class MemoryFile {
    private static final String TARGET = "target";
    private static final String IMAGES = "images";
    private static final Set<String> WITHOUT_FILES = Set.of("random", "rows");

    @Parameters(paramLabel = "FILE", description = "The memory: a YAML file ('mneme schema' prints its JSON Schema).")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Overrides a setting of the file, such as learning=pseudoinverse or patterns.random.seed=2; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of the data files that the memory names, such as the images of MNIST. Default: that of the memory's file.")
    private @Nullable Path data;

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
        return data == null ? Objects.requireNonNull(path().toAbsolutePath().getParent()) : data;
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
     * @throws InvalidValueException if the file is a network or a board program, or a folder of data is given that is none, or to a memory
     *     that reads no data
     */
    Setting.Group settings() {
        if (Importers.of(path()).isPresent()) {
            throw new InvalidValueException(
                    "FILE", path(), "a memory but a network, which 'mneme run' and 'mneme inspect' take");
        }
        if (ProgramFiles.begins(path())) {
            throw new InvalidValueException(
                    "FILE",
                    path(),
                    "a memory but a board program, which 'mneme inspect' shows; to run on a board, give the memory's YAML "
                            + "file and --board URI to 'mneme run', which compiles for that board itself");
        }
        Setting.Group settings = Overrides.apply(YamlSettings.read(path()), assignments());
        return data == null ? settings : onData(settings, data);
    }

    /** Images have to be those of the folder then, not generated ones. */
    private static Setting.Group onData(Setting.Group settings, Path data) {
        if (!Files.isDirectory(data)) {
            throw new InvalidValueException("--data", data, "a folder that exists");
        }
        if (!(settings.find("patterns").orElse(settings) instanceof Setting.Group patterns)) {
            return settings;
        }
        if (patterns.entries().keySet().stream().anyMatch(WITHOUT_FILES::contains)) {
            throw new InvalidValueException(
                    "--data", data, "needed: the patterns are made from settings alone; leave it out");
        }
        boolean inFolder = patterns.find(IMAGES)
                .map(images -> !(images instanceof Setting.Group group)
                        || group.find("folder").isPresent())
                .orElse(true);
        return inFolder
                ? settings
                : Overrides.apply(
                        settings, List.of(new Overrides.Assignment("patterns." + IMAGES + ".folder", "'.'", "--data")));
    }

    /**
     * Says what becomes of the target that the memory names, where it is compiled for one by name.
     *
     * @param target as --target says
     * @return a note where the file names another; empty where it names none or the same
     * @throws InvalidValueException if --set names another
     */
    Optional<String> passedOver(String target) {
        Optional<String> written =
                settings().find(TARGET).map(setting -> setting.value().text()).filter(name -> !name.equals(target));
        if (written.isPresent()
                && assignments().stream().anyMatch(set -> set.path().equals(TARGET))) {
            throw new InvalidValueException(
                    "--set target",
                    "'" + written.get() + "'",
                    "the '" + target + "' of --target; leave one of them out");
        }
        return written.map(name -> "the memory's file says target: " + name + "; --target " + target + " goes first");
    }

    /**
     * Reads the memory.
     *
     * @return the experiment
     */
    Experiment experiment() {
        return experiment(List.of());
    }

    /**
     * Reads the memory with further settings laid over it.
     *
     * @param further what other options say
     * @return the experiment
     */
    Experiment experiment(List<Overrides.Assignment> further) {
        return ExperimentReader.read(Overrides.apply(settings(), further), folder());
    }
}
