package org.mneme.motor.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;

class NoteCodeTest {
    private static Heard drawn(SplittableRandom random, int keys) {
        BitSet sounding = new BitSet();
        BitSet struck = new BitSet();
        for (int k = 0; k < keys; k++) {
            sounding.set(k, random.nextInt(4) == 0);
            struck.set(k, sounding.get(k) && random.nextBoolean());
        }
        return new Heard(sounding, struck, random.nextBoolean());
    }

    @Test
    void everyChordIsReadAsItWasWritten() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int keys = 1 + random.nextInt(40);
            NoteCode code = NoteCode.of(keys, 400 + random.nextInt(400), 0.3 * random.nextDouble(), seed);
            Heard heard = drawn(random, keys);

            assertEquals(heard, code.read(code.encode(random.nextInt(1000), heard)), "seed " + seed);
        }
    }

    @Test
    void wrongFeatureOfEachGroupIsOutvoted() {
        NoteCode code = NoteCode.of(8, 300, 0.2, 5);
        Heard heard = drawn(new SplittableRandom(3), 8);
        Signs state = code.encode(7, heard);
        for (int i = 0; i < 300; i++) {
            assertEquals(heard, code.read(state.flip(i)), "feature " + i);
        }
    }

    @Test
    void samesChordsOfDifferentPlacesDifferInTheirContext() {
        NoteCode code = NoteCode.of(8, 600, 0.33, 5);
        Heard heard = drawn(new SplittableRandom(3), 8);
        int overlap = code.encode(1, heard).overlap(code.encode(2, heard));
        int coded = 600 - code.context();

        assertTrue(code.context() >= 198, "context " + code.context());
        assertTrue(overlap < coded + 0.3 * code.context(), "overlap " + overlap + " of which code " + coded);
    }

    @Test
    void unknownStateSaysNothing() {
        NoteCode code = NoteCode.of(8, 600, 0.33, 5);
        assertEquals(Heard.NOTHING, code.read(Signs.zeros(600)));
    }

    @Test
    void fewFeaturesAreRefusedAndWhatIsSaidToBeEnoughIs() {
        for (int keys = 1; keys < 60; keys++) {
            int number = keys;
            for (double context : new double[] {0, 0.33, 0.9}) {
                FewFeaturesException mistake =
                        assertThrows(FewFeaturesException.class, () -> NoteCode.of(number, 10, context, 1));
                assertEquals(3, NoteCode.of(keys, mistake.needed(), context, 1).group());
            }
        }
    }
}
