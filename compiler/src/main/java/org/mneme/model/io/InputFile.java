package org.mneme.model.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.zip.ZipException;

/** What all readers ask of a file before they read it, and what its failures are called. */
final class InputFile {
    /** A deflated stream expands at most 1032 times (RFC 1951: 258 bytes from 2 bits). */
    private static final long DEFLATE_RATIO = 1032;

    private static final long MIB = 1 << 20;

    private InputFile() {}

    /**
     * Checks that a path names a regular file with content.
     *
     * @param file the path
     * @param wanted what it should hold, such as "patterns"
     * @return its size in bytes, ≥ 1
     * @throws IOException if it cannot be looked at; see {@link #failure}
     */
    static long size(Path file, String wanted) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw new NotAFileException(file, "a folder");
        }
        if (!attributes.isRegularFile()) {
            throw new NotAFileException(file, "a device or a pipe");
        }
        if (attributes.size() == 0) {
            throw new EmptyFileException(file, wanted);
        }
        return attributes.size();
    }

    /**
     * Names a failure of the file system or of a decompressor.
     *
     * @param file the file read
     * @param cause what happened
     * @return the error to throw
     */
    static FileException failure(Path file, IOException cause) {
        return switch (cause) {
            case NoSuchFileException e -> new MissingFileException(file);
            case NotDirectoryException e -> new NotAFolderException(file);
            case AccessDeniedException e -> new UnreadableFileException(file, "access denied", e);
            case FileSystemException e ->
                new UnreadableFileException(file, Objects.requireNonNullElse(e.getReason(), "file system error"), e);
            case ZipException e ->
                new MalformedFileException(
                        file, Place.WHOLE, "is a damaged archive (" + Shown.of(message(e)) + "); write it again");
            default -> new UnreadableFileException(file, Shown.of(message(cause)), cause);
        };
    }

    private static String message(Exception cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }

    /**
     * Returns the largest size that so many compressed bytes can have once inflated.
     *
     * @param compressed ≥ 0
     * @return bytes
     */
    static long largestInflated(long compressed) {
        return compressed > Long.MAX_VALUE / (2 * DEFLATE_RATIO) ? Long.MAX_VALUE : (compressed + 64) * DEFLATE_RATIO;
    }

    /**
     * Checks that the Java heap can hold so many bytes at all.
     *
     * @param file the file read
     * @param what what would take them
     * @param bytes ≥ 0
     */
    static void requireHeap(Path file, String what, long bytes) {
        long heap = Runtime.getRuntime().maxMemory();
        if (bytes > heap / 10 * 9) {
            throw new TooLargeException(
                    file,
                    Place.WHOLE,
                    what,
                    (bytes + MIB - 1) / MIB + " MiB",
                    "the Java heap of " + heap / MIB + " MiB",
                    "give Java more memory (-Xmx; for the command MNEME_JAVA_OPTS=-Xmx8g), or read fewer");
        }
    }
}
