package org.mneme.motor.music;

import java.util.ArrayList;
import java.util.List;

/** What the user should know of a file and of what became of its notes. */
final class MusicNotes {
    private MusicNotes() {}

    static List<String> of(Piece piece) {
        MidiMusic music = piece.music();
        List<Integer> bars = piece.bars();
        List<String> told = new ArrayList<>();
        int notes = piece.quantisation().notes().size();
        told.add("music: " + notes + (notes == 1 ? " note in " : " notes in ")
                + (bars.size() == 1 ? "bar " + bars.getFirst() : "bars " + bars.getFirst() + "-" + bars.getLast())
                + ", " + piece.quantisation().keys().size() + " different notes of " + hands(music) + ", "
                + piece.chords().size() + " patterns");
        told.addAll(piece.quantisation().told(piece.grid(), piece.gridSeconds()));
        if (music.drums() > 0) {
            told.add(music.drums() + (music.drums() == 1 ? " stroke" : " strokes")
                    + " on channel 10, which is drums, left out");
        }
        if (music.hanging() > 0) {
            told.add(music.hanging() + (music.hanging() == 1 ? " note never ends" : " notes never end")
                    + " in the file; held to its end");
        }
        int changes = tempoChanges(piece);
        if (changes > 0) {
            told.add("the tempo changes " + (changes == 1 ? "once" : changes + " times")
                    + ", and the durations with it; units of the grid are those of the beginning");
        }
        return told;
    }

    private static String hands(MidiMusic music) {
        List<String> names = music.voices().stream().map(Voice::name).toList();
        return names.size() == 1 ? "one hand" : names.size() + " hands (" + String.join(", ", names) + ")";
    }

    private static int tempoChanges(Piece piece) {
        int resolution = piece.music().resolution();
        double first = piece.grid().tick(piece.chords().getFirst().point(), resolution);
        double last = piece.grid().tick(piece.chords().getLast().point(), resolution);
        return piece.music().tempo().changes(Math.round(first), Math.round(last));
    }
}
