package org.mneme.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.lab.figure.Figure;
import org.mneme.lab.figure.FigureInterruptedException;
import org.mneme.lab.figure.FigureOptions;
import org.mneme.lab.figure.Figures;
import org.mneme.lab.figure.PaperPage;
import org.mneme.lab.figure.Scale;
import org.mneme.report.Study;
import org.mneme.report.StudyFiles;
import org.mneme.report.StudyPage;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that reproduce the figures of the paper. */
final class CapacityFigures {
    private static final String EVERY = "all";
    private static final Set<String> SHARED =
            Set.of("--figure", "--scale", "--page", "--seed", "--threads", "--csv", "--json", "--report");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--figure",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description =
                    "Reproduces a figure of the paper instead: ${COMPLETION-CANDIDATES}. --csv keeps trials of capacities; for "
                            + "other figures it takes the numbers of the charts.")
    private @Nullable String figure;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            completionCandidates = Scales.class,
            description = "With --figure: ${COMPLETION-CANDIDATES}; quick takes about a minute. Default: quick.")
    private @Nullable String scale;

    @Option(
            names = "--page",
            paramLabel = "FOLDER",
            description =
                    "With --figure: puts the studies into this folder, and a page (README.md) that shows them beside their "
                            + "published settings.")
    private @Nullable Path page;

    /** The values of --figure. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(Figures.all().stream().map(Figure::name).toList());
            add(EVERY);
        }
    }

    /** The values of --scale. */
    static final class Scales extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Scales() {
            super(List.of(Scale.PAPER.label(), Scale.QUICK.label()));
        }
    }

    /**
     * What the command gives all that it measures.
     *
     * @param seed of every draw
     * @param threads at work at a time
     * @param csv null where it was not given
     * @param json null where it was not given
     * @param report null where it was not given
     */
    record Shared(
            long seed,
            int threads,
            @Nullable Path csv,
            @Nullable Path json,
            @Nullable Path report) {}

    /**
     * Says whether a figure was asked for.
     *
     * @return true with --figure
     * @throws ParameterException if options of figures were given without it, or others with it
     */
    boolean asked() {
        if (figure == null) {
            if (scale != null || page != null) {
                throw mistake((scale != null ? "--scale" : "--page") + " is of a figure; give --figure NAME too");
            }
            return false;
        }
        for (ArgSpec arg :
                Objects.requireNonNull(spec).commandLine().getParseResult().matchedArgs()) {
            if (arg instanceof OptionSpec option && !SHARED.contains(option.longestName())) {
                throw mistake(option.longestName() + " is not for --figure, whose settings are the paper's");
            }
        }
        return true;
    }

    /**
     * Runs the figures asked for.
     *
     * @param shared options
     * @param out where verdicts go
     * @param err where progress goes
     * @return an exit code: not 0 where a figure does not show what must be seen
     */
    int run(Shared shared, PrintWriter out, PrintWriter err) {
        List<Figure> figures =
                EVERY.equals(figure) ? Figures.all() : List.of(Figures.named(Objects.requireNonNull(figure)));
        if (figures.size() > 1 && (shared.json() != null || shared.report() != null)) {
            throw mistake("--json and --report are of one figure; give --page FOLDER for all");
        }
        Scale size = scale();
        OutputFiles.requireOutputs(shared.csv(), shared.json(), shared.report());
        OutputFiles.requireFolder(page);
        if (shared.csv() != null && figures.stream().noneMatch(Figure::keepsTrials)) {
            requireNoTrials(shared.csv());
        }
        boolean good = true;
        for (Figure each : figures) {
            Study study;
            try {
                study = study(each, size, shared, err);
            } catch (FigureInterruptedException e) {
                Failures.say(e.getMessage(), err);
                return ExitCodes.INTERRUPTED;
            }
            out.println(each.name() + ": " + (study.good() ? "seen" : "NOT SEEN") + ". " + study.verdict());
            out.flush();
            good &= study.good();
            write(study, each, size, shared, figures.size() == 1);
        }
        if (page != null) {
            PaperPage.in(page).write();
        }
        return good ? ExitCodes.DONE : ExitCodes.NO;
    }

    /** The trials of long work must not be replaced by the numbers of another figure. */
    private static void requireNoTrials(Path csv) {
        if (!Files.exists(csv)) {
            return;
        }
        String first;
        try (Stream<String> lines = Files.lines(csv)) {
            first = lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            first = "what cannot be read";
        }
        if (!first.startsWith("chart,")) {
            throw new InvalidValueException(
                    "--csv", csv, "a file of its own: it holds something else than a figure's numbers");
        }
    }

    private static Study study(Figure figure, Scale size, Shared shared, PrintWriter err) {
        try (ProgressBar bar = ProgressBar.on(err, figure.name())) {
            Optional<Path> trials = figure.keepsTrials() ? Optional.ofNullable(shared.csv()) : Optional.empty();
            return figure.study(new FigureOptions(size, shared.seed(), shared.threads(), trials, (done, total) -> {
                Interrupts.keep();
                bar.update(done, total);
                return !Interrupts.asked();
            }));
        }
    }

    private void write(Study study, Figure figure, Scale size, Shared shared, boolean single) {
        if (page != null) {
            PaperPage.in(page).put(study, size);
        }
        if (shared.csv() != null && single && !figure.keepsTrials()) {
            StudyFiles.csv(study, shared.csv());
        }
        if (shared.json() != null) {
            StudyFiles.json(study, shared.json());
        }
        if (shared.report() != null) {
            StudyPage.write(study, shared.report());
        }
    }

    private Scale scale() {
        if (scale == null || scale.equals(Scale.QUICK.label())) {
            return Scale.QUICK;
        }
        if (scale.equals(Scale.PAPER.label())) {
            return Scale.PAPER;
        }
        throw new InvalidValueException("--scale", scale, "paper or quick");
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
