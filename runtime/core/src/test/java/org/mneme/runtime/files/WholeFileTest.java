package org.mneme.runtime.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void contentReplacesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old and longer");

        WholeFile.write(file, out -> out.write(new byte[] {'n', 'e', 'w'}));

        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void failureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");

        assertThrows(
                IOException.class,
                () -> WholeFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("disk full");
                }));

        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void interruptedThreadFinishesItsFile() throws IOException {
        Path file = folder.resolve("a");
        Thread.currentThread().interrupt();
        try {
            WholeFile.write(file, out -> out.write(new byte[1 << 20]));
        } finally {
            Thread.interrupted();
        }

        assertEquals(1 << 20, Files.size(file));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
