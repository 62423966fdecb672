package org.mneme.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelloMemoryTest {
    private static final Path SOURCE = Path.of("src/main/java/org/mneme/examples/HelloMemory.java");

    @Test
    void everyStepAfterTheNoisyCueIsPerfect() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            HelloMemory.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(10, lines.size(), lines::toString);
        for (int t = 1; t <= 10; t++) {
            assertEquals("step %2d: overlap 200 of 200".formatted(t), lines.get(t - 1));
        }
    }

    @Test
    void programIsShortAndTheReadmeShowsIt() throws IOException {
        String source = Files.readString(SOURCE);
        String program = source.substring(source.indexOf("public final class"));
        assertTrue(program.lines().count() <= 25, "more than 25 lines");
        String readme = Files.readString(Path.of("../../README.md"));
        String body = program.substring(program.indexOf("{\n") + 2);
        body.lines()
                .filter(line -> line.contains("var ") || line.contains("session."))
                .forEach(line -> assertTrue(readme.contains(line.strip()), () -> "the README lacks: " + line.strip()));
    }
}
