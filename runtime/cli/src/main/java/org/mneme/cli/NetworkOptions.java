package org.mneme.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mneme.runtime.exchange.ImportOptions;
import picocli.CommandLine.Option;

/** What {@code mneme run} takes besides where FILE is a network of another tool. */
final class NetworkOptions {
    @Option(
            names = "--input",
            paramLabel = "IN.csv",
            description =
                    "Network files (.nir): input spikes, with a header: tick or time (s), neuron, and where needed population and payload.")
    private @Nullable Path input;

    @Option(
            names = "--dt",
            paramLabel = "S",
            description = "Network files: length of a tick, s. Default: what the file tells, else 0.001.")
    private @Nullable Double tickSeconds;

    @Option(
            names = "--ticks",
            paramLabel = "T",
            description =
                    "Network files: ticks to run. Default: until nothing can happen any more, at most 1000 after the last input spike.")
    private @Nullable Long ticks;

    @Option(names = "--output", paramLabel = "OUT.csv", description = "Network files: writes the output spikes.")
    private @Nullable Path spikes;

    @Option(
            names = "--states",
            paramLabel = "OUT.csv",
            description = "Network files: writes the states of outputs that do not spike, such as of LI nodes.")
    private @Nullable Path states;

    Optional<Path> input() {
        return Optional.ofNullable(input);
    }

    ImportOptions importOptions() {
        return new ImportOptions(tickSeconds == null ? OptionalDouble.empty() : OptionalDouble.of(tickSeconds));
    }

    OptionalLong ticks() {
        return ticks == null ? OptionalLong.empty() : OptionalLong.of(ticks);
    }

    Optional<Path> spikes() {
        return Optional.ofNullable(spikes);
    }

    Optional<Path> states() {
        return Optional.ofNullable(states);
    }
}
