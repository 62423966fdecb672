package org.mneme.motor.music;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarTest {
    private static final Heard SILENCE = new Heard(new BitSet(), new BitSet(), false);

    private static Heard heard(boolean turn, String keys) {
        BitSet sounding = new BitSet();
        BitSet struck = new BitSet();
        for (int k = 0; k < keys.length(); k++) {
            sounding.set(k, keys.charAt(k) != '.');
            struck.set(k, keys.charAt(k) == 'x');
        }
        return new Heard(sounding, struck, turn);
    }

    @Test
    void heldNoteIsOneAndAStruckOneIsAnother() {
        Ear ear = new Ear(2);
        ear.hear(0, heard(false, "xx"), true);
        ear.hear(10, heard(true, "-x"), false);
        ear.hear(20, heard(false, "x-"), false);
        ear.hear(30, SILENCE, false);

        assertEquals(
                List.of(
                        new PlayedNote(0, 0, 0, 20, true),
                        new PlayedNote(1, 0, 0, 10, true),
                        new PlayedNote(1, 1, 10, 30, true),
                        new PlayedNote(0, 2, 20, 30, true)),
                ear.notes(40));
    }

    @Test
    void chordStruckTwiceOnEndIsToldByItsTurn() {
        Ear ear = new Ear(1);
        ear.hear(0, heard(false, "x"), true);
        ear.hear(5, heard(false, "x"), false);
        ear.hear(10, heard(true, "x"), false);

        assertEquals(List.of(new PlayedNote(0, 0, 0, 10, true), new PlayedNote(0, 2, 10, 15, false)), ear.notes(15));
    }

    @Test
    void whatBeginsAnewIsStruckAnewUnlessItIsHeld() {
        Ear ear = new Ear(2);
        ear.hear(0, heard(false, "xx"), true);
        ear.hear(10, heard(false, "x-"), true);

        assertEquals(
                List.of(
                        new PlayedNote(0, 0, 0, 10, true),
                        new PlayedNote(1, 0, 0, 20, false),
                        new PlayedNote(0, 1, 10, 20, false)),
                ear.notes(20));
    }
}
