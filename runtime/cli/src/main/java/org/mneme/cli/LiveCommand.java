package org.mneme.cli;

import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.report.live.Live;
import org.mneme.report.live.LiveOptions;
import org.mneme.report.watch.WatchModel;
import org.mneme.runtime.experiment.Experiment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** {@code mneme live}: runs a memory in real time, on a page to watch and steer it. */
@Command(
        name = "live",
        header = "Run a memory in real time, on a page to watch and steer it.",
        description =
                "Serves a page for this machine alone: what the memory recalls, as movement, notes or states, its spikes, "
                        + "and controls for pause, tempo, gates, cues and lesions. Ctrl-C ends it.",
        footer = {
            "",
            "Examples:",
            "  mneme live examples/handwriting/hello.yaml",
            "  mneme live memory.yaml --pace 0.25 --cue-noise 0.2 --seed 7",
            "  mneme live memory.yaml --board emulator: --port 0",
            "  mneme live memory.yaml --no-loop --record recording",
            "",
            "Exit codes:",
            "  2 wrong usage or input, or the port is taken; 3 board fault; 130 interrupted,",
            "  which is how it ends."
        },
        mixinStandardHelpOptions = true)
final class LiveCommand implements Callable<Integer> {
    private static final String SIMULATOR = "simulator";

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin
    private MemoryFile memory = new MemoryFile();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where the page is served; 0 for any free port. Default: 8765, or the next that is free.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = Live.LOOPBACK,
            description =
                    "Who can reach the page: ${DEFAULT-VALUE}, the default, this machine alone; 0.0.0.0 everyone.")
    private String host = Live.LOOPBACK;

    @Option(
            names = "--pace",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "Network time for each second: 1 is real time, 0.25 a quarter of it. Default: ${DEFAULT-VALUE}.")
    private double pace;

    @Mixin
    private BoardFlag board = new BoardFlag();

    @Mixin
    private CueFlags cue = new CueFlags();

    @Mixin
    private NoiseFlags noise = new NoiseFlags();

    @Option(
            names = "--no-loop",
            description = "Stands still once a recall has ended; else it is cued anew after a moment.")
    private boolean once;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Records each start of the run into a new folder of DIR, in columns that NumPy loads.")
    private @Nullable Path record;

    @Option(names = "--open", description = "Opens the page in the browser too.")
    private boolean open;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ParseResult given = spec.commandLine().getParseResult();
        OutputFiles.requireFolder(record);
        LiveOptions options = new LiveOptions(
                board.backend(SIMULATOR, given),
                cue.pattern(),
                cue.noise(),
                cue.seed(),
                pace,
                !once,
                Optional.ofNullable(record));
        Experiment experiment = memory.experiment(noise.assignments());
        OptionalInt wanted = port == null ? OptionalInt.empty() : OptionalInt.of(port);
        try (Live live = Live.open(experiment, options, host, wanted)) {
            Interrupts.keep();
            if (!live.loopbackOnly()) {
                Failures.say(
                        "anyone who can reach this machine can watch and steer the run; leave --host out to serve it alone",
                        err);
            }
            out.println(line(live));
            out.flush();
            if (open) {
                browse(live.uri(), err);
            }
            live.await();
            return ExitCodes.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.INTERRUPTED;
        }
    }

    private static String line(Live live) {
        WatchModel model = live.model();
        return String.format(
                Locale.ROOT,
                "%s runs at %s (%s, a recall step each %s ms); Ctrl-C ends it",
                model.name(),
                live.uri(),
                model.backend(),
                milliseconds(live.stepSeconds()));
    }

    private static String milliseconds(double seconds) {
        double value = Math.round(seconds * 1e6) / 1e3;
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void browse(URI page, PrintWriter err) {
        try {
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(page);
                return;
            }
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            // the sentence below is the answer
        }
        Failures.say("no browser could be opened; open " + page + " yourself", err);
    }
}
