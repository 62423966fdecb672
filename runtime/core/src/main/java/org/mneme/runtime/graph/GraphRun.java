package org.mneme.runtime.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.result.ResultFileException;

/**
 * Runs a plain graph: input spikes in, output spikes and states out. There is no codec, so nothing is decoded.
 *
 * <p>Without a number of ticks a run ends when nothing can happen any more, at most {@link GraphRunOptions#MOST_TICKS_AFTER_INPUT}
 * ticks after the last input spike.
 */
public final class GraphRun {
    private GraphRun() {}

    /**
     * Runs a network.
     *
     * @param network what is run
     * @param input spikes of its inputs, in any order
     * @param options how, and where the results go
     * @param listener told what the outputs do
     * @return the result
     * @throws org.mneme.runtime.backend.InjectionException if a spike cannot be given
     * @throws ResultFileException if a file cannot be written
     */
    public static GraphRunResult run(
            ImportedNetwork network, List<SourceSpike> input, GraphRunOptions options, GraphListener listener) {
        GraphExecution execution =
                new GraphExecution(network, Backends.named(options.backend()), List.copyOf(input), options);
        return writing(
                options.spikes(),
                false,
                spikes -> writing(
                        options.states(),
                        true,
                        states -> execution.run(
                                Stream.concat(Stream.of(listener), Stream.concat(spikes.stream(), states.stream()))
                                        .toList())));
    }

    /** Runs with a listener that writes a file while the file is being written. */
    private static GraphRunResult writing(
            Optional<Path> file, boolean states, Function<Optional<GraphListener>, GraphRunResult> run) {
        if (file.isEmpty()) {
            return run.apply(Optional.empty());
        }
        List<GraphRunResult> done = new ArrayList<>();
        try {
            WholeFile.write(file.get(), out -> done.add(run.apply(Optional.of(GraphCsv.to(out, file.get(), states)))));
        } catch (IOException e) {
            throw new ResultFileException(file.get(), e);
        }
        return done.getFirst();
    }
}
