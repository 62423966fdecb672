package org.mneme.runtime.experiment;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.Codec;
import org.mneme.lower.CodecControl;

/**
 * What a run is told besides its cue.
 *
 * @param events ascending by tick
 * @param play indices of motifs: each is entered by opening its gate and cueing its first pattern, when the last pattern of the one before has been held
 */
public record RunControls(List<RunControl> events, List<Integer> play) {
    /** Nothing. */
    public static final RunControls NONE = new RunControls(List.of(), List.of());

    /** Sorts the events and checks that they can be told together. */
    public RunControls {
        events = events.stream()
                .sorted(Comparator.comparingLong(RunControl::tick))
                .toList();
        play = List.copyOf(play);
        Set<String> told = new HashSet<>();
        for (RunControl event : events) {
            if (!told.add(event.word() + event.tick())) {
                throw new InvalidValueException(
                        "controls",
                        "a second " + event.word() + " at tick " + event.tick(),
                        "possible; give them different ticks");
            }
            if (event instanceof RunControl.Cue && event.tick() == 0) {
                throw new InvalidValueException(
                        "controls", "a cue at tick 0", "possible: the run starts with a cue, --cue says which");
            }
            if (!play.isEmpty() && !(event instanceof RunControl.Tempo)) {
                throw new InvalidValueException(
                        event.word() + " at tick " + event.tick(),
                        "an interruption",
                        "possible while motifs are played, which gate and cue by themselves; leave out one of the two");
            }
        }
    }

    private void requireAnEnd() {
        List<RunControl.Tempo> tempos = events.stream()
                .filter(RunControl.Tempo.class::isInstance)
                .map(RunControl.Tempo.class::cast)
                .toList();
        if (!play.isEmpty() && !tempos.isEmpty() && tempos.getLast().gain() == 0) {
            throw new InvalidValueException(
                    "tempo at tick " + tempos.getLast().tick(),
                    "a pause",
                    "possible as the last one while motifs are played; resume them by a tempo after it");
        }
    }

    /**
     * Returns whether a run is told nothing.
     *
     * @return true for {@link #NONE}
     */
    public boolean isEmpty() {
        return events.isEmpty() && play.isEmpty();
    }

    /**
     * Adds others: events of both; the motifs played are the others', if there are any.
     *
     * @param others such as those of a command line
     * @return both
     * @throws InvalidValueException if they cannot be told together
     */
    public RunControls and(RunControls others) {
        return new RunControls(
                Stream.concat(events.stream(), others.events.stream()).toList(),
                others.play.isEmpty() ? play : others.play);
    }

    /**
     * Returns what a graph must have inputs for.
     *
     * @return possibly empty
     */
    public Set<CodecControl> needs() {
        Set<CodecControl> needed = EnumSet.noneOf(CodecControl.class);
        events.forEach(event -> event.needs().ifPresent(needed::add));
        if (!play.isEmpty()) {
            needed.add(CodecControl.GATE);
        }
        return needed;
    }

    /**
     * Returns the largest noise of the cues.
     *
     * @return 0…1; 0 without cues
     */
    public double cueNoise() {
        return events.stream()
                .mapToDouble(event -> event instanceof RunControl.Cue cue ? cue.noise() : 0)
                .max()
                .orElse(0);
    }

    /** Checks that the cue, all units, patterns and motifs exist. */
    void requireFit(Experiment experiment, int cue) {
        if (!isEmpty() && play.isEmpty()) {
            requireIndex("cue", cue, experiment.memory().count());
        }
        requireFit(experiment.memory().count(), experiment.motifs());
    }

    /** Checks that all units, patterns and motifs exist, and that motifs can be played to their end. */
    void requireFit(int patterns, List<Ints> motifs) {
        for (RunControl event : events) {
            String what = event.word() + " at tick " + event.tick();
            switch (event) {
                case RunControl.Gate gate -> {
                    requireIndex(what, gate.open().min(), patterns);
                    requireIndex(what, gate.open().max(), patterns);
                }
                case RunControl.Cue started -> {
                    if (started.pattern() != RunControl.Cue.NOW) {
                        requireIndex(what, started.pattern(), patterns);
                    }
                }
                case RunControl.Tempo _ -> {
                    // the codec knows which gains it can
                }
            }
        }
        requireAnEnd();
        if (!play.isEmpty() && motifs.isEmpty()) {
            throw new InvalidValueException(
                    "play",
                    play,
                    "possible: the memory has no motifs; list them, such as 'sequence: [[0, 1, 2], [3, 4, 5]]'");
        }
        for (int motif : play) {
            if (motif < 0 || motif >= motifs.size()) {
                throw new InvalidValueException("play", motif, "a motif in 0…" + (motifs.size() - 1));
            }
        }
    }

    /** Checks that a graph can be told all this, before it is. */
    void requireInputs(Codec codec) {
        Signs none = Signs.zeros(codec.features());
        for (RunControl event : events) {
            switch (event) {
                case RunControl.Gate gate -> codec.gate(gate.open(), none, event.tick());
                case RunControl.Tempo tempo -> codec.tempo(tempo.gain(), event.tick());
                case RunControl.Cue _ -> {
                    // every graph takes cues
                }
            }
        }
        if (!play.isEmpty()) {
            codec.gate(Ints.of(0), none, 0);
        }
    }

    private static void requireIndex(String what, int index, int patterns) {
        if (index < 0 || index >= patterns) {
            throw new InvalidValueException(what, index, "a pattern in 0…" + (patterns - 1));
        }
    }
}
