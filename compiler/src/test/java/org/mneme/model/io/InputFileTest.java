package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class InputFileTest {
    private static final Path FILE = Path.of("patterns.csv");

    @Test
    void failuresOfTheSystemBecomeTypedErrors() {
        assertInstanceOf(MissingFileException.class, InputFile.failure(FILE, new NoSuchFileException("x")));
        assertInstanceOf(NotAFolderException.class, InputFile.failure(FILE, new NotDirectoryException("x")));
        assertInstanceOf(MalformedFileException.class, InputFile.failure(FILE, new ZipException("x")));
        UnreadableFileException denied = assertInstanceOf(
                UnreadableFileException.class, InputFile.failure(FILE, new AccessDeniedException("x")));
        assertEquals(
                "patterns.csv: cannot be read (access denied); check its permissions and its disk",
                denied.getMessage());
        UnreadableFileException broken = assertInstanceOf(
                UnreadableFileException.class,
                InputFile.failure(FILE, new FileSystemException("x", null, "Not a directory")));
        assertEquals("Not a directory", broken.reason());
        assertInstanceOf(UnreadableFileException.class, InputFile.failure(FILE, new FileSystemException("x")));
        assertInstanceOf(UnreadableFileException.class, InputFile.failure(FILE, new IOException()));
        assertEquals(2, denied.exitCode());
    }

    @Test
    void moreThanTheHeapIsRefusedByName() {
        TooLargeException e = assertThrows(
                TooLargeException.class, () -> InputFile.requireHeap(FILE, "packed patterns", Long.MAX_VALUE));
        assertEquals("packed patterns", e.what());
        InputFile.requireHeap(FILE, "packed patterns", 1 << 20);
    }

    @Test
    void inflatedSizesDoNotOverflow() {
        assertEquals(1032 * 164L, InputFile.largestInflated(100));
        assertEquals(Long.MAX_VALUE, InputFile.largestInflated(Long.MAX_VALUE));
    }
}
