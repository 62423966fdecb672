package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.model.Successors;
import org.mneme.report.watch.WatchChunk;
import org.mneme.runtime.experiment.RunControl;

final class AskReaderTest {
    private static final Status NOW = new Status(1, 0, WatchChunk.State.RUNNING, 0, 1, 1, 12, 0, 0);
    private static final AskReader GAITS = new AskReader(LiveMemory.of(Samples.gaits(), Samples.fast()));
    private static final AskReader GRADED =
            new AskReader(LiveMemory.of(Samples.graded(Successors.cycle(Samples.PATTERNS)), Samples.fast()));

    private static Ask read(AskReader reader, String json) throws Refused {
        return reader.read(json.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static Refused refused(AskReader reader, String json) {
        Refused refused = assertThrows(Refused.class, () -> read(reader, json), json);
        String sentence = refused.sentence();
        assertFalse(sentence.contains("\n") || sentence.contains("Exception") || sentence.contains("java."), sentence);
        assertTrue(sentence.length() < 200, sentence);
        return refused;
    }

    @Test
    void messagesOfThePageAreRead() throws Refused {
        assertEquals(new Ask.Pause(), read(GAITS, "{\"do\":\"pause\"}"));
        assertEquals(new Ask.Resume(), read(GAITS, "{\"do\":\"resume\"}"));
        assertEquals(new Ask.Step(), read(GAITS, "{\"do\":\"step\"}"));
        assertEquals(new Ask.Restart(), read(GAITS, "{\"do\":\"restart\"}"));
        assertEquals(new Ask.Tempo(0.5), read(GAITS, "{\"do\":\"tempo\",\"gain\":0.5}"));
        assertEquals(new Ask.Gate(1), read(GAITS, "{\"do\":\"gate\",\"motif\":\"trot\"}"));
        assertEquals(new Ask.Gate(Openings.ALL), read(GAITS, "{\"do\":\"gate\",\"motif\":\"all\"}"));
        assertEquals(
                new Ask.Cue(OptionalInt.of(3), OptionalDouble.of(0.25)),
                read(GAITS, "{\"do\":\"cue\",\"pattern\":3,\"noise\":0.25}"));
        assertEquals(new Ask.Cue(OptionalInt.empty(), OptionalDouble.empty()), read(GAITS, "{\"do\":\"cue\"}"));
        assertEquals(
                new Ask.Cue(OptionalInt.of(RunControl.Cue.NOW), OptionalDouble.empty()),
                read(GAITS, "{\"do\":\"cue\",\"pattern\":\"now\"}"));
        assertEquals(new Ask.Lesion(0.3), read(GAITS, "{\"do\":\"lesion\",\"fraction\":0.3}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "42",
                "{}",
                "\"pause\"",
                "{\"do\":7}",
                "{\"do\":\"dance\"}",
                "{\"do\":\"pause\"} {\"do\":\"pause\"}",
                "{\"do\":\"pause\",\"do\":\"resume\"}",
                "{\"do\":\"pause\",\"gain\":1}",
                "{\"do\":\"tempo\"}",
                "{\"do\":\"tempo\",\"gain\":\"1\"}",
                "{\"do\":\"tempo\",\"gain\":-1}",
                "{\"do\":\"tempo\",\"gain\":1e999}",
                "{\"do\":\"tempo\",\"gain\":NaN}",
                "{\"do\":\"tempo\",\"gain\":0.3}",
                "{\"do\":\"tempo\",\"gain\":99}",
                "{\"do\":\"gate\"}",
                "{\"do\":\"gate\",\"motif\":1}",
                "{\"do\":\"gate\",\"motif\":\"gallop\"}",
                "{\"do\":\"cue\",\"pattern\":12}",
                "{\"do\":\"cue\",\"pattern\":-1}",
                "{\"do\":\"cue\",\"pattern\":1.5}",
                "{\"do\":\"cue\",\"pattern\":99999999999999999999}",
                "{\"do\":\"cue\",\"pattern\":\"later\"}",
                "{\"do\":\"cue\",\"noise\":1.01}",
                "{\"do\":\"lesion\",\"fraction\":1}",
                "{\"do\":\"lesion\",\"fraction\":2}",
                "{\"do\":\"\\u0000\\n\"}",
                "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]"
            })
    void malformedMessagesAreRefusedInASentence(String json) {
        assertEquals(400, refused(GAITS, json).status(), json);
    }

    @Test
    void bytesThatAreNotTextAreRefused() {
        assertEquals(
                400,
                assertThrows(Refused.class, () -> GAITS.read(new byte[] {(byte) 0xC3, 0x28, 0, 1}, NOW))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"do\":\"tempo\",\"gain\":1}",
                "{\"do\":\"gate\",\"motif\":\"all\"}",
                "{\"do\":\"lesion\",\"fraction\":0.5}"
            })
    void controlsThatTheLoweringHasNotAreRefusedWithTheReason(String json) {
        Refused refused = refused(GRADED, json);

        assertEquals(409, refused.status());
        assertTrue(refused.sentence().contains("is not possible here: "), refused.sentence());
        assertFalse(refused.sentence().endsWith(": "), refused.sentence());
    }

    @Test
    void gateThatALesionLeavesEmptyIsRefused() {
        Status lesioned = new Status(1, 0, WatchChunk.State.RUNNING, 0, 1, 1, 1, 11 / 12.0, 0);
        int refused = 0;
        for (String motif : new String[] {"walk", "trot", "turn"}) {
            String json = "{\"do\":\"gate\",\"motif\":\"" + motif + "\"}";
            try {
                GAITS.read(json.getBytes(StandardCharsets.UTF_8), lesioned);
            } catch (Refused e) {
                assertEquals(409, e.status());
                refused++;
            }
        }
        // the one unit that is left belongs to one of the three
        assertEquals(2, refused);
    }
}
