package org.mneme.motor.music;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.model.Successors;
import org.mneme.motor.LargestOverlap;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.patterns.PatternSource;
import org.mneme.runtime.patterns.Sequencing;

/**
 * {@code music: {midi: FILE, …}}: a standard MIDI file, moved to a grid, a pattern for each change of the notes that sound.
 *
 * <p>Settings: {@code grid} (1/16), {@code steps-per-grid} (6 recall steps), {@code bars} (all; such as 1-40), {@code features} (600),
 * {@code seed} (1), {@code context} (0.33, the share of features that tell the place in the piece), {@code max-overlap} (0.8). Patterns follow
 * each other as in the file, each held for its own duration; each bar is a motif, "bar 1".
 */
public final class MusicPatterns implements PatternSource {
    private static final double CONTEXT_STEP = 0.05;
    private static final int USUAL_TICKS = 3;

    @Override
    public String key() {
        return "music";
    }

    @Override
    public String shortFor() {
        return "midi";
    }

    @Override
    public Map<String, String> defaults() {
        return MusicSettings.DEFAULTS;
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        MusicSettings settings = MusicSettings.read(setting, folder);
        MidiMusic music = MidiReader.read(settings.file());
        Piece piece = Piece.of(settings.file(), music, settings);
        NoteCode code = code(piece, settings, settings.context());
        PatternSet patterns = encode(code, piece);
        LargestOverlap largest = LargestOverlap.of(patterns);
        if (largest.overlap() > settings.maxOverlap()) {
            throw new AlikeNotesException(
                    largest,
                    bars(piece, largest),
                    settings.maxOverlap(),
                    settings.context(),
                    enough(piece, settings, largest));
        }
        List<String> notes = new ArrayList<>(MusicNotes.of(piece));
        notes.add(speed(piece));
        notes.add(String.format(
                Locale.ROOT,
                "largest overlap of different patterns: %.3f (patterns %d and %d, %s; bound %s)",
                largest.overlap(),
                largest.first(),
                largest.second(),
                bars(piece, largest),
                settings.maxOverlap()));
        return EncodedPatterns.of(patterns, notes)
                .with(new NotesScene(piece, code, patterns))
                .held(Ints.of(piece.chords().stream().mapToInt(Chord::dwell).toArray()))
                .with(new Sequencing(Successors.chain(patterns.count()), motifs(piece)));
    }

    private static NoteCode code(Piece piece, MusicSettings settings, double context) {
        return NoteCode.of(piece.quantisation().keys().size(), settings.features(), context, settings.seed());
    }

    private static PatternSet encode(NoteCode code, Piece piece) {
        List<Signs> rows = new ArrayList<>();
        for (int place = 0; place < piece.chords().size(); place++) {
            rows.add(code.encode(place, NotesScene.heard(piece.chords(), place)));
        }
        return PatternSet.of(rows);
    }

    /** Returns the least share of context features, in steps, that keeps the overlaps below the bound. */
    private static OptionalDouble enough(Piece piece, MusicSettings settings, LargestOverlap largest) {
        int most = (int) Math.floor((MusicSettings.MOST_CONTEXT - settings.context()) / CONTEXT_STEP);
        return IntStream.rangeClosed(1, most)
                .mapToDouble(k -> Math.round((settings.context() + k * CONTEXT_STEP) * 100) / 100.0)
                .filter(context -> fits(piece, settings, context, largest))
                .findFirst();
    }

    /** Tries the pair that was most alike before all others. */
    private static boolean fits(Piece piece, MusicSettings settings, double context, LargestOverlap largest) {
        try {
            PatternSet patterns = encode(code(piece, settings, context), piece);
            double bound = settings.maxOverlap();
            double pair =
                    (double) patterns.overlap(largest.first(), patterns.row(largest.second())) / patterns.features();
            return pair <= bound && LargestOverlap.of(patterns).overlap() <= bound;
        } catch (FewFeaturesException _) {
            return false;
        }
    }

    private static String bars(Piece piece, LargestOverlap largest) {
        int first = piece.chords().get(largest.first()).bar();
        int second = piece.chords().get(largest.second()).bar();
        if (first == 0 || second == 0) {
            return "one of them the end";
        }
        return first == second ? "bar " + first : "bars " + first + " and " + second;
    }

    /** What tick plays the piece as fast as its file says. */
    private static String speed(Piece piece) {
        double step = piece.gridSeconds() / piece.stepsPerGrid();
        return String.format(
                Locale.ROOT,
                "natural speed: a recall step of %.4f ms; with %d ticks a step, tick: %s ms",
                1e3 * step,
                USUAL_TICKS,
                plain(1e3 * step / USUAL_TICKS));
    }

    /** Up to six decimals, without zeros at the end. */
    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceAll("\\.?0+$", "");
    }

    private static List<Motif> motifs(Piece piece) {
        List<Motif> motifs = new ArrayList<>();
        List<Chord> chords = piece.chords();
        for (int bar : piece.bars()) {
            int[] own = IntStream.range(0, chords.size())
                    .filter(place -> chords.get(place).bar() == bar)
                    .toArray();
            motifs.add(new Motif("bar " + bar, Ints.of(own)));
        }
        return motifs;
    }
}
