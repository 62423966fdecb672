package org.mneme.lab.capacity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mneme.lab.trials.TrialFile;
import org.mneme.lab.trials.TrialFileException;

/** The finished trials of a capacity study, in a file if one is wanted. */
final class CapacityFile implements AutoCloseable {
    private static final List<String> HEADER = List.of(
            "network",
            "features",
            "bias",
            "measure",
            "procedure",
            "sequences",
            "trial",
            "seed",
            "capacity",
            "draws",
            "attempts",
            "digest");
    private static final int KEY_COLUMNS = 8;
    private static final int CAPACITY = 8;
    private static final int ATTEMPTS = 10;
    private static final int DIGEST = 11;

    /** Changes where a trial of the same seed would draw or test otherwise. */
    private static final String VERSION = "1";

    private final long seed;
    private final Optional<TrialFile> file;

    private CapacityFile(long seed, Optional<TrialFile> file) {
        this.seed = seed;
        this.file = file;
    }

    static CapacityFile open(Optional<Path> csv, long seed) {
        return new CapacityFile(seed, csv.map(path -> TrialFile.open(path, "capacity study", HEADER, KEY_COLUMNS)));
    }

    private List<String> key(CapacityQuestion question, int trial) {
        return List.of(
                question.network().label(),
                Integer.toString(question.features()),
                Double.toString(question.bias()),
                question.measure().name().toLowerCase(Locale.ROOT),
                question.procedure().name().toLowerCase(Locale.ROOT),
                Integer.toString(question.sequences()),
                Integer.toString(trial),
                Long.toString(seed));
    }

    /** The trial, if its line is there. */
    Optional<Trial> find(CapacityQuestion question, int trial) {
        List<String> key = key(question, trial);
        return file.flatMap(f -> f.find(key).map(line -> trial(question, trial, line, f.path())));
    }

    private static Trial trial(CapacityQuestion question, int trial, TrialFile.Line line, Path path) {
        List<String> cells = line.cells();
        if (!cells.get(DIGEST).equals(digest(cells.subList(0, DIGEST)))) {
            throw new TrialFileException(
                    path,
                    line.number(),
                    "this trial was changed, or run by another version; remove the line to run it again, or name another file");
        }
        List<Attempt> attempts = new ArrayList<>();
        for (String attempt : cells.get(ATTEMPTS).split(";", -1)) {
            String[] parts = attempt.split(":", -1);
            attempts.add(new Attempt(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), parts[2].equals("1")));
        }
        return new Trial(question, trial, Integer.parseInt(cells.get(CAPACITY)), attempts);
    }

    /** Keeps a finished trial. */
    void append(Trial trial) {
        file.ifPresent(f -> {
            List<String> cells = new ArrayList<>(key(trial.question(), trial.index()));
            cells.add(Integer.toString(trial.capacity()));
            cells.add(Integer.toString(trial.draws()));
            cells.add(trial.attempts().stream()
                    .map(a -> a.patterns() + ":" + a.tested() + ":" + (a.failed() ? 1 : 0))
                    .collect(Collectors.joining(";")));
            cells.add(digest(cells));
            f.append(cells);
        });
    }

    /** 8 hexadecimal digits that a line made by this version has. */
    private static String digest(List<String> cells) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((VERSION + "|" + String.join("|", cells)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Puts the lines of a complete study into the order of its plan. */
    void sort(List<CapacityQuestion> questions, int trials) {
        file.ifPresent(f -> {
            List<List<String>> keys = new ArrayList<>();
            for (CapacityQuestion question : questions) {
                for (int trial = 0; trial < trials; trial++) {
                    keys.add(key(question, trial));
                }
            }
            f.sort(keys);
        });
    }

    @Override
    public void close() {
        file.ifPresent(TrialFile::close);
    }
}
