package org.mneme.board.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.InputException;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

class TargetFileTest {
    @TempDir
    private Path folder;

    /** The description of tinyodin with one text replaced, which must be there. */
    private Path changed(String text, String by) throws IOException {
        String shipped = ShippedTargets.text("tinyodin");
        assertTrue(shipped.contains(text), text);
        return Files.writeString(
                folder.resolve("board.textproto"), shipped.replaceFirst(java.util.regex.Pattern.quote(text), by));
    }

    private static TargetFileException mistake(Path file) {
        return assertThrows(TargetFileException.class, () -> Targets.named(file.toString()));
    }

    /** The first line of a shipped description that holds a text, 1-based. */
    private static int line(String text) {
        String[] lines = ShippedTargets.text("tinyodin").split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text);
    }

    @Test
    void aFileOfOnesOwnIsNamedByItsPath() throws IOException {
        Path file = changed("name: \"tinyodin\"", "name: \"my-board\"");

        Target target = Targets.named(file.toString());
        Target sized = Targets.named(file + "?neurons-per-core=128");

        assertEquals("my-board", target.name());
        assertEquals(256, target.limit(Quantity.NEURONS_PER_CORE));
        assertEquals(128, sized.limit(Quantity.NEURONS_PER_CORE));
    }

    @Test
    void pathsInFilesAreRelativeToTheirFolder() throws IOException {
        changed("name: \"tinyodin\"", "name: \"my-board\"");

        assertEquals("my-board", Targets.named("board.textproto", folder).name());
        assertEquals(9, Targets.named("./board.textproto?state-bits=9", folder).limit(Quantity.STATE_BITS));
        assertEquals("loihi1", Targets.named("loihi1", folder).name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "quantity: \"neurons-per-core\" | quantity: \"neurons-per-cor\" | there is no quantity 'neurons-per-cor'; did you mean 'neurons-per-core'?",
                "quantity: \"neurons-per-core\" value: 256 | quantity: \"neurons-per-core\" value: 2.5 | neurons-per-core is 2.5, not whole",
                "quantity: \"neurons-per-core\" value: 256 | quantity: \"neurons-per-core\" value: -1 | neurons-per-core is -1, not 0 or more",
                "quantity: \"neurons-per-core\" value: 256 unit: \"neurons\" | quantity: \"neurons-per-core\" value: 256 unit: \"bits\" | neurons-per-core: unit 'bits' is not 'neurons'; state the value in that",
                "quantity: \"neurons-per-core\" value: 256 unit: \"neurons\" | quantity: \"neurons-per-core\" value: 256 | neurons-per-core: unit '' is not 'neurons'; state the value in that",
                "quantity: \"tick\" status: UNKNOWN | quantity: \"tick\" value: 1 unit: \"s\" status: UNKNOWN | tick: status: UNKNOWN is not right for a value that is there",
                "quantity: \"tick\" status: UNKNOWN | quantity: \"tick\" status: KNOWN | tick: status: KNOWN is not right without a value",
                "quantity: \"tick\" status: UNKNOWN | quantity: \"tick\" | status is needed: KNOWN, UNVERIFIED, ASSUMED or UNKNOWN",
                "quantity: \"tile-rows\" value: 1 unit: \"tiles\" | quantity: \"tile-columns\" value: 1 unit: \"tiles\" | tile-columns is stated twice; keep one figure of it",
                "name: \"lif\" | name: \"lift\" | there is no trait 'lift'; did you mean 'lif'?",
                "name: \"linear-leak\" | name: \"lif\" | lif is stated twice; keep one of them",
                "low: -8 high: 7 | low: 7 high: 7 | weight format signed-4: low: 7 is not a multiple of step, 0 or less",
                "word_bits: 1 | word_bits: 0 | synapse rows: word-bits: 0 is not in 1…1048576"
            })
    void mistakesAreToldWithTheirLine(String text, String by, String sentence) throws IOException {
        TargetFileException e = mistake(changed(text, by));

        assertEquals(sentence, e.mistake());
        assertEquals(line(text), e.place().line());
        assertTrue(e.getMessage().contains("board.textproto:" + line(text) + ":1: "), e.getMessage());
    }

    @Test
    void aValueWithoutSourceIsRefused() throws IOException {
        String shipped = ShippedTargets.text("tinyodin");
        Path file = Files.writeString(
                folder.resolve("board.textproto"), shipped.replaceFirst("source: \"[^\"]+\"", "source: \"\""));

        assertEquals(
                "chips: source: \"\" is not a citation: nothing a target says goes without one",
                mistake(file).mistake());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "routing: NONE | rooting: NONE | there is no field 'rooting'; did you mean 'routing'?",
                "crossbar: true | crossbars: true | there is no field 'crossbars'; did you mean 'crossbar'?"
            })
    void unknownFieldsGetTheNearest(String text, String by, String sentence) throws IOException {
        TargetFileException e = mistake(changed(text, by));

        assertEquals(sentence, e.mistake());
        assertEquals(line(text), e.place().line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "routing: NONE | routing: NON | has no value named \"NON\"",
                "routing: NONE | routing: {{ | this is no description of a target: ",
                "routing: NONE | # nothing | routing is needed: NONE, DESTINATIONS or KEY_MASK",
                "topology: MESH | # nothing | topology is needed: MESH or HEXAGONAL",
                "arithmetic: ENVELOPE | # nothing | arithmetic is needed: EXACT or ENVELOPE",
                "name: \"tinyodin\" | name: \"Tiny ODIN\" | its name is not made of small letters",
                "quantity: \"chips\" value: 1 | quantity: \"chips\" value: 2 | chips is 2, above chip-columns × chip-rows, which is 1",
            })
    void otherMistakesAreToldInASentence(String text, String by, String part) throws IOException {
        TargetFileException e = mistake(changed(text, by));

        assertTrue(e.mistake().contains(part), e.getMessage());
    }

    @Test
    void aTruncatedFileSaysWhatIsMissing() throws IOException {
        String shipped = ShippedTargets.text("tinyodin");
        Path file = Files.writeString(
                folder.resolve("board.textproto"), shipped.substring(0, shipped.indexOf("synapse_rows")));

        assertEquals(
                "synapse_rows is needed: what the synapses of an axon cost",
                mistake(file).mistake());
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.textproto"), new byte[] {(byte) 0xFF, 0, 1});
        Path large = Files.write(folder.resolve("large.textproto"), new byte[5 << 20]);

        assertEquals(
                "this is no text in UTF-8, and no description of a target",
                mistake(bytes).mistake());
        assertEquals(
                "at more than 4 MiB this is no description of a target",
                mistake(large).mistake());
        assertEquals(
                "there is no such file",
                mistake(folder.resolve("none.textproto")).mistake());
        assertTrue(mistake(folder).mistake().startsWith("this is a folder"));
    }

    /** Whatever one changes, the answer is a target or a sentence. */
    @Test
    void damagedFilesNeverEndInADefect() {
        SplittableRandom random = new SplittableRandom(11);
        byte[] shipped = ShippedTargets.text("tinyodin").getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int trial = 0; trial < 400; trial++) {
            byte[] bytes = shipped.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
            }
            try {
                TargetText.target(new String(bytes, StandardCharsets.UTF_8), "trial");
            } catch (InputException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed 11, trial " + trial, e);
            }
        }
        assertTrue(refused > 40, "refused " + refused);
    }
}
