package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramCommandsTest {
    @TempDir
    private Path folder;

    private Path program(String name, Object... more) {
        Path file = folder.resolve(name);
        Object[] fixed = {"compile", Checkout.small(folder), "--target", "emulator", "-o", file};
        Object[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        Outcome compiled = Outcome.of(all).succeeded();
        assertEquals("written to " + file, compiled.lastLine());
        return file;
    }

    @Test
    void inspectDescribesTheProgramThatCompileWrote() {
        String described =
                Outcome.of("inspect", program("small.mneme")).succeeded().out();

        assertTrue(described.startsWith("board program version 1.0, written by mneme "), described);
        assertTrue(described.contains("\ntarget  emulator (SHA-256 "), described);
        assertTrue(described.contains("\ngraph   small (SHA-256 "), described);
        assertTrue(described.contains("\n  hidden: 6 graded, ids "), described);
        assertTrue(described.contains("\nin all 2 sections, 1 core on 1 chip, "), described);
    }

    @Test
    void equalProgramsHaveNoDifference() throws IOException {
        Path first = program("first.mneme");
        Path second = program("second.mneme");

        Outcome outcome = Outcome.of("diff", first, second);

        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        assertEquals(new Outcome(ExitCodes.DONE, "", ""), outcome);
    }

    @Test
    void differentProgramsAreComparedByField() {
        Path first = program("first.mneme");
        Path second = program("second.mneme", "--set", "patterns.random.seed=2", "--seed", "9");

        Outcome outcome = Outcome.of("diff", first, second);

        assertEquals(ExitCodes.NO, outcome.code(), outcome::toString);
        assertTrue(outcome.out().startsWith("header: graph digest: "), outcome.out());
        assertTrue(outcome.out().contains("\ncore 0 of chip 0: block 0, sign, plus: "), outcome.out());
        assertEquals("header: mapping seed: 1 and 9", outcome.lastLine());
    }

    @Test
    void damagedAndTruncatedProgramsAreTold() throws IOException {
        Path whole = program("whole.mneme");
        byte[] bytes = Files.readAllBytes(whole);
        Path truncated = Files.write(folder.resolve("short.mneme"), Arrays.copyOf(bytes, bytes.length - 7));
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.mneme"), bytes);

        Outcome.of("inspect", damaged).refused(damaged.toString(), "section", "checksum");
        Outcome.of("inspect", truncated).refused(truncated.toString(), "truncated", "within section");
        Outcome.of("diff", whole, damaged).refused(damaged.toString());
        Outcome.of("diff", truncated, whole).refused(truncated.toString());
        Outcome.of("diff", whole, folder.resolve("none.mneme")).refused("none.mneme", "no such file");
    }

    @Test
    void onlyProgramsAreCompared() {
        Path memory = Checkout.small(folder);

        Outcome.of("diff", memory, memory).refused("A.mneme", "board program");
        Outcome.of("diff", program("small.mneme"), memory).refused("B.mneme", "board program");
        Outcome.of("inspect", program("small.mneme"), "--picture", folder.resolve("x.svg"))
                .refused("--picture");
        assertFalse(Files.exists(folder.resolve("x.svg")));
    }

    @Test
    void aProgramNeedsABoard() {
        Path file = folder.resolve("small.mneme");

        Outcome.of("compile", Checkout.small(folder), "-o", file).refused(file.toString(), "--target");
        assertFalse(Files.exists(file));
    }
}
