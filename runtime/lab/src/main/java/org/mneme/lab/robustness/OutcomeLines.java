package org.mneme.lab.robustness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mneme.lab.trials.Digest;
import org.mneme.lab.trials.TrialFile;
import org.mneme.lab.trials.TrialFileException;
import org.mneme.runtime.experiment.Experiment;

/** The outcomes of a plan's trials as lines of a file. */
final class OutcomeLines {
    private static final List<String> HEADER =
            List.of("curve", "value", "seed", "patterns", "whole", "expected", "inOrder", "wrongBits", "overlap");
    private static final int KEY_COLUMNS = 3;

    private final TrialFile file;
    private final RobustnessPlan plan;

    OutcomeLines(TrialFile file, RobustnessPlan plan) {
        this.file = file;
        this.plan = plan;
    }

    static TrialFile open(Path csv, RobustnessPlan plan) {
        List<String> header = new ArrayList<>(HEADER);
        if (plan.spiking()) {
            header.add("ticksPerStep");
        }
        header.add("digest");
        return TrialFile.open(csv, "robustness curve", header, KEY_COLUMNS);
    }

    private List<String> key(int trial) {
        return List.of(
                plan.curve().name().toLowerCase(Locale.ROOT), plan.value(trial), Long.toString(plan.seed(trial)));
    }

    /** The outcome of a trial whose line is there. */
    Optional<RecallOutcome> find(int trial, Experiment experiment) {
        return file.find(key(trial)).map(line -> outcome(line, experiment));
    }

    private RecallOutcome outcome(TrialFile.Line line, Experiment experiment) {
        List<String> results = line.cells().subList(KEY_COLUMNS, line.cells().size());
        if (!results.getLast().equals(digest(experiment))) {
            throw new TrialFileException(
                    file.path(),
                    line.number(),
                    "this trial was run with other settings or options; remove the line to run it again, or name another file");
        }
        try {
            return new RecallOutcome(
                    Integer.parseInt(results.get(0)),
                    results.get(1).equals("true"),
                    Integer.parseInt(results.get(2)),
                    Integer.parseInt(results.get(3)),
                    Double.parseDouble(results.get(4)),
                    Double.parseDouble(results.get(5)),
                    plan.spiking() ? Double.parseDouble(results.get(6)) : 0);
        } catch (NumberFormatException e) {
            throw new TrialFileException(
                    file.path(), line.number(), "a cell that is not a number; remove the line to run the trial again");
        }
    }

    void append(int trial, Experiment experiment, RecallOutcome outcome) {
        List<String> cells = new ArrayList<>(key(trial));
        cells.add(Integer.toString(outcome.patterns()));
        cells.add(Boolean.toString(outcome.whole()));
        cells.add(Integer.toString(outcome.expected()));
        cells.add(Integer.toString(outcome.inOrder()));
        cells.add(Double.toString(outcome.wrongBits()));
        cells.add(Double.toString(outcome.overlap()));
        if (plan.spiking()) {
            cells.add(Double.toString(outcome.ticks()));
        }
        cells.add(digest(experiment));
        file.append(cells);
    }

    /** Puts the lines of a finished plan into its order. */
    void sort() {
        List<List<String>> keys = new ArrayList<>();
        for (int trial = 0; trial < plan.trials(); trial++) {
            keys.add(key(trial));
        }
        file.sort(keys);
    }

    /** 16 hexadecimal digits that name the settings, the patterns and what the plan holds besides value and seed. */
    private String digest(Experiment experiment) {
        String kind = plan.curve() == Curve.NOISE ? plan.kind().name() : "";
        String spiking = plan.spiking() ? "|" + plan.backend() + "|" + plan.jitterTicks() : "";
        String text = experiment.settings() + "|" + kind + "|" + plan.cue() + "|" + plan.steps() + spiking;
        return Digest.of(text, experiment.memory().patterns());
    }
}
