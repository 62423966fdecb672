package org.mneme.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.mneme.ir.GraphSizes;
import org.mneme.lab.quantization.QualityPlan;
import org.mneme.lab.quantization.Quantization;
import org.mneme.lab.quantization.RecallQuality;
import org.mneme.lower.Lowered;
import org.mneme.map.InfeasibleException;
import org.mneme.map.Mapper;
import org.mneme.map.Mapping;
import org.mneme.map.Workload;
import org.mneme.pass.Compilation;
import org.mneme.pass.UnfitException;
import org.mneme.report.MappedMemory;
import org.mneme.report.MappingJson;
import org.mneme.report.MappingPage;
import org.mneme.report.MappingSummary;
import org.mneme.report.Refusal;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.experiment.BoardExperiment;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.targets.Target;

/** Compiles a memory for a board: lowers it, maps it, writes and prints what came of it. */
final class BoardCompilation {
    private static final String SIMULATOR = "simulator";
    private static final long ENOUGH_EVENTS = 4_000_000_000L;
    private static final int FEWEST_CUES = 5;

    private final Experiment experiment;
    private final Target target;
    private final BoardFlags flags;
    private final CompiledFile compiled;
    private final RunOptions run;

    /**
     * Prepares a compilation.
     *
     * @param experiment what is stored
     * @param target the board's
     * @param flags how
     * @param compiled where the program goes
     * @param cueNoise the largest fraction of flipped cue bits that the graph must bear
     */
    BoardCompilation(Experiment experiment, Target target, BoardFlags flags, CompiledFile compiled, double cueNoise) {
        this.experiment = experiment;
        this.target = target;
        this.flags = flags;
        this.compiled = compiled;
        this.run = RunOptions.on(SIMULATOR).withCue(0, cueNoise).withSeed(flags.seed());
    }

    /** What is written as JSON. */
    @FunctionalInterface
    private interface Json {
        void writeTo(ByteArrayOutputStream out) throws IOException;
    }

    /**
     * Compiles.
     *
     * @param explain whether every pass is printed
     * @param out where results go
     * @param err where progress goes, and the summary where JSON takes the standard output
     * @return the exit code: 1 where it does not fit, and then no file is left
     */
    int run(boolean explain, PrintWriter out, PrintWriter err) {
        PrintWriter told = flags.piped() ? err : out;
        try {
            Compilation compilation = BoardExperiment.compile(experiment, target, run);
            MappedMemory memory = mapped(compilation, err);
            Interrupts.keep();
            Consumer<PrintWriter> written = compiled.write(compilation.lowered(), memory.mapping());
            flags.report().ifPresent(file -> MappingPage.write(memory, file));
            flags.jsonFile().ifPresent(file -> MappingJson.write(memory, file));
            print(memory, explain, told);
            written.accept(told);
            if (flags.piped()) {
                out.print(text(bytes -> MappingJson.write(memory, bytes)));
            }
            return ExitCodes.DONE;
        } catch (UnfitException e) {
            return refuse(Refusal.of(e), out, err);
        } catch (InfeasibleException e) {
            return refuse(Refusal.of(e), out, err);
        }
    }

    private MappedMemory mapped(Compilation compilation, PrintWriter err) {
        Workload workload = BoardExperiment.workload(experiment, compilation.lowered(), run);
        Mapping mapping;
        try (MappingBar bar = new MappingBar(err)) {
            mapping = Mapper.map(workload, target, flags.mapping(), bar);
        }
        return new MappedMemory(experiment.name(), compilation, mapping, quality(compilation, err), flags.settings());
    }

    /** What rounding the weights does to the recall, on so many cues that a large graph takes no longer than a moment. */
    private Optional<MappedMemory.Quality> quality(Compilation compilation, PrintWriter err) {
        if (compilation.fitting().flatMap(Compilation.Fitting::unrounded).isEmpty()) {
            return Optional.empty();
        }
        QualityPlan standard = QualityPlan.standard(flags.seed());
        long synapses = GraphSizes.of(compilation.lowered().graph()).nonZeroSynapses();
        long events = 2L * standard.cueNoises().size() * standard.steps() * Math.max(1, synapses);
        int cues = Math.clamp(ENOUGH_EVENTS / events, FEWEST_CUES, standard.cues());
        QualityPlan plan = new QualityPlan(standard.cueNoises(), cues, standard.steps(), standard.seed());
        try (ProgressBar bar = ProgressBar.on(err, "recall")) {
            return Quantization.measure(
                            experiment.memory(),
                            compilation,
                            Backends.named(SIMULATOR),
                            plan,
                            Runtime.getRuntime().availableProcessors(),
                            (done, total) -> {
                                bar.update(done, total);
                                return true;
                            })
                    .map(RecallQuality::shown);
        }
    }

    private void print(MappedMemory memory, boolean explain, PrintWriter out) {
        Lowered lowered = memory.compilation().lowered();
        out.printf(Locale.ROOT, "lowering %s: %s%n", lowered.lowering(), lowered.why());
        out.printf(
                Locale.ROOT,
                "%d ticks a recall step; bears %.1f %% flipped cue bits%n",
                lowered.codec().ticksPerStep(),
                100 * lowered.bearableCueNoise());
        MappingSummary.lines(memory).forEach(out::println);
        lowered.notes().forEach(note -> out.println("note: " + note));
        memory.mapping().notes().forEach(note -> out.println("note: " + note));
        if (explain) {
            out.println();
            Explanation.print(memory.compilation(), out);
        }
    }

    private int refuse(List<Refusal> refusals, PrintWriter out, PrintWriter err) {
        PrintWriter told = flags.piped() ? err : out;
        told.println(Failures.headline(experiment.name(), target.name(), refusals));
        refusals.forEach(refusal -> told.println("  " + refusal.line()));
        flags.jsonFile().ifPresent(file -> MappingJson.write(experiment.name(), target, refusals, file));
        if (flags.piped()) {
            out.print(text(bytes -> MappingJson.write(experiment.name(), target, refusals, bytes)));
        }
        return ExitCodes.NO;
    }

    private static String text(Json json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            json.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
