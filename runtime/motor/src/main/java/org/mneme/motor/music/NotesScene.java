package org.mneme.motor.music;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.result.ResultFileException;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneKind;
import org.mneme.runtime.scene.SceneScore;

/** The notes that a state lets sound: a channel for each pitch of a hand, 1 while it sounds. */
final class NotesScene implements Scene {
    private final Piece piece;
    private final NoteCode code;
    private final PatternSet patterns;

    NotesScene(Piece piece, NoteCode code, PatternSet patterns) {
        this.piece = piece;
        this.code = code;
        this.patterns = patterns;
    }

    Piece piece() {
        return piece;
    }

    List<Key> keys() {
        return piece.quantisation().keys();
    }

    /** What a pattern was made of. */
    Heard asked(int pattern) {
        if (pattern < 0) {
            return Heard.NOTHING;
        }
        return heard(piece.chords(), pattern);
    }

    /** What a chord of a piece says. */
    static Heard heard(List<Chord> chords, int place) {
        Chord chord = chords.get(place);
        return new Heard(chord.sounding(), chord.struck(), place % 2 == 1);
    }

    /** What a state says, by the code alone. */
    Heard heard(Signs state) {
        return code.read(state);
    }

    /** Whether a state is a pattern without a wrong bit. */
    boolean clean(Signs state, int pattern) {
        return pattern >= 0 && state.equals(patterns.row(pattern));
    }

    @Override
    public SceneKind kind() {
        return SceneKind.NOTES;
    }

    @Override
    public List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (Key key : keys()) {
            String pitch = Names.pitch(key.pitch());
            boolean shared = keys().stream()
                            .filter(other -> other.pitch() == key.pitch())
                            .count()
                    > 1;
            String name = shared
                    ? pitch + " " + piece.music().voices().get(key.voice()).name()
                    : pitch;
            channels.add(new Channel(name, "", 0, 1));
        }
        return channels;
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@code pitches} and {@code hands} have an entry a channel: MIDI's number, and an index into {@code handNames}. Times are in units of the grid
     * at the tempo of the beginning: {@code asked} has [start, length, channel] of each note, {@code bars} the beginning of each bar,
     * {@code barNumbers} its number in the file. {@code struck} has, for each pattern, the channels that it strikes anew.
     */
    @Override
    public Map<String, Object> setting() {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("pitches", keys().stream().map(Key::pitch).toList());
        setting.put("hands", keys().stream().map(Key::voice).toList());
        setting.put(
                "handNames", piece.music().voices().stream().map(Voice::name).toList());
        setting.put("gridSeconds", piece.gridSeconds());
        setting.put("grid", piece.grid().toString());
        setting.put("stepsPerGrid", piece.stepsPerGrid());
        List<List<Double>> asked = new ArrayList<>();
        for (GridNote note : piece.quantisation().notes()) {
            double start = piece.units(note.start());
            asked.add(List.of(start, piece.units(note.end()) - start, (double) note.key()));
        }
        setting.put("asked", asked);
        List<Double> bars = new ArrayList<>();
        int last = 0;
        for (Chord chord : piece.chords()) {
            if (chord.bar() > last) {
                bars.add(chord.step() / (double) piece.stepsPerGrid());
                last = chord.bar();
            }
        }
        setting.put("bars", bars);
        setting.put("barNumbers", piece.bars());
        setting.put(
                "struck",
                piece.chords().stream()
                        .map(chord -> chord.struck().stream().boxed().toList())
                        .toList());
        return setting;
    }

    @Override
    public double[] read(Signs state) {
        return values(heard(state).sounding());
    }

    @Override
    public double[] wanted(int pattern) {
        return values(piece.chords().get(pattern).sounding());
    }

    private double[] values(BitSet sounding) {
        double[] values = new double[keys().size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = sounding.get(k) ? 1 : 0;
        }
        return values;
    }

    @Override
    public SceneScore judge(Performance performance) {
        return NotesJudge.judge(this, performance);
    }

    @Override
    public List<String> formats() {
        return List.of("mid", "csv");
    }

    @Override
    public void write(Performance performance, Path file) {
        if (!performance.whole()) {
            throw new LongPerformanceException(file, performance.moments().size());
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        WholeFile.Content content = name.endsWith(".csv")
                ? out -> OnsetCsv.write(this, performance, out)
                : out -> MidiWriter.of(this, performance, file).write(out);
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }
}
