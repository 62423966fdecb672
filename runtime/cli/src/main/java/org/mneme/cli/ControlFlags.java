package org.mneme.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.IndexRanges;
import org.mneme.runtime.experiment.RunControl;
import org.mneme.runtime.experiment.RunControls;
import org.mneme.runtime.patterns.Motif;
import picocli.CommandLine.Option;

/** Options that say what a run is told besides its cue. */
final class ControlFlags {
    private static final String GATE = "--gate";
    private static final String TEMPO = "--tempo";
    private static final String RECUE = "--recue";
    private static final String PLAY = "--play";
    private static final int MOST_NAMES = 8;

    @Option(
            names = GATE,
            paramLabel = "[TICK:]UNITS",
            description =
                    "Opens the gates of these hidden units, such as 0-9,20-29, a motif's name or all, and closes all others, from a tick on (0 without one); may be repeated.")
    private List<String> gates = new ArrayList<>();

    @Option(
            names = TEMPO,
            paramLabel = "[TICK:]GAIN",
            split = ",",
            description =
                    "Sets the tempo from a tick on: 1 as lowered, 2 twice as fast, 0 to pause; such as 0:1,200:2. May be repeated.")
    private List<String> tempos = new ArrayList<>();

    @Option(
            names = RECUE,
            paramLabel = "TICK:PATTERN[:F]",
            description =
                    "Cues a pattern, or now for the one that is shown, at a tick, a fraction F of its bits flipped; may be repeated.")
    private List<String> recues = new ArrayList<>();

    @Option(
            names = PLAY,
            paramLabel = "MOTIFS",
            description =
                    "Plays motifs, the sequences of the memory from 0 on, one after the other: such as 3,1,4, or by name. Gates and cues come with it.")
    private @Nullable String play;

    /**
     * Returns what is to be told.
     *
     * @param experiment whose patterns and motifs are named
     * @param cued whether a cue is given by --cue
     * @return in addition to what the memory's file says
     * @throws InvalidValueException if an option is not written as it should be
     */
    RunControls controls(Experiment experiment, boolean cued) {
        if (cued && play != null) {
            throw new InvalidValueException(
                    PLAY, play, "possible with --cue: each motif is cued with its first pattern");
        }
        List<RunControl> events = new ArrayList<>();
        gates.forEach(text -> events.add(gate(text, experiment)));
        tempos.forEach(text -> events.add(tempo(text)));
        recues.forEach(text -> events.add(recue(text)));
        return new RunControls(events, play == null ? List.of() : motifs(play, experiment.named()));
    }

    private static RunControl gate(String text, Experiment experiment) {
        int patterns = experiment.memory().count();
        int colon = text.indexOf(':');
        String units = text.substring(colon + 1).strip();
        Ints open = units.equals("all") ? Ints.range(patterns) : units(units, experiment.named());
        if (open.max() >= patterns) {
            throw new InvalidValueException(GATE, open.max(), "a hidden unit in 0…" + (patterns - 1));
        }
        return new RunControl.Gate(colon < 0 ? 0 : tick(GATE, text.substring(0, colon)), open);
    }

    private static Ints units(String text, List<Motif> named) {
        return named.stream()
                .filter(motif -> motif.name().equals(text))
                .findFirst()
                .map(motif ->
                        Ints.of(motif.patterns().stream().sorted().distinct().toArray()))
                .orElseGet(() -> {
                    if (!named.isEmpty() && !text.isEmpty() && Character.isLetter(text.charAt(0))) {
                        throw new InvalidValueException(
                                GATE,
                                "'" + text + "'",
                                "a range of indices such as 0-9, all, or one of " + names(named));
                    }
                    return IndexRanges.parse(GATE, text);
                });
    }

    private static String names(List<Motif> named) {
        return named.stream().limit(MOST_NAMES).map(Motif::name).collect(Collectors.joining(", "))
                + (named.size() > MOST_NAMES ? ", …" : "");
    }

    private static RunControl tempo(String text) {
        int colon = text.indexOf(':');
        long tick = colon < 0 ? 0 : tick(TEMPO, text.substring(0, colon));
        return new RunControl.Tempo(tick, number(TEMPO, text.substring(colon + 1), "a gain such as 2"));
    }

    private static RunControl recue(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new InvalidValueException(
                    RECUE, "'" + text + "'", "of the form TICK:PATTERN, such as 300:12 or 300:12:0.1");
        }
        return new RunControl.Cue(
                tick(RECUE, parts[0]),
                parts[1].strip().equals("now")
                        ? RunControl.Cue.NOW
                        : index(RECUE, parts[1], "a pattern's index, or now"),
                parts.length == 2 ? 0 : number(RECUE, parts[2], "a fraction in 0…1"));
    }

    private static List<Integer> motifs(String text, List<Motif> named) {
        List<String> names = named.stream().map(Motif::name).toList();
        String what =
                named.isEmpty() ? "a motif's index; write them as 3,1,4" : "a motif's index, or one of " + names(named);
        List<Integer> motifs = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int found = names.indexOf(part.strip());
            motifs.add(found >= 0 ? found : index(PLAY, part, what));
        }
        return motifs;
    }

    private static long tick(String option, String text) {
        try {
            long tick = Long.parseLong(text.strip());
            if (tick >= 0) {
                return tick;
            }
        } catch (NumberFormatException e) {
            // falls through to the sentence below
        }
        throw new InvalidValueException(option, "'" + text + "'", "a tick of 0 or more");
    }

    private static int index(String option, String text, String what) {
        try {
            int index = Integer.parseInt(text.strip());
            if (index >= 0) {
                return index;
            }
        } catch (NumberFormatException e) {
            // falls through to the sentence below
        }
        throw new InvalidValueException(option, "'" + text + "'", what);
    }

    private static double number(String option, String text, String what) {
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the sentence below
        }
        throw new InvalidValueException(option, "'" + text + "'", what);
    }
}
