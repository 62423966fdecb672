package org.mneme.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import picocli.CommandLine.TypeConversionException;

/** File names on the command line, and checks of output files before long work begins. */
final class OutputFiles {
    private static final String OBJECT = "output file";

    private OutputFiles() {}

    /**
     * Reads a file name.
     *
     * @param text as given
     * @return the path
     * @throws TypeConversionException if it is none
     */
    static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // the sentence below is the answer
        }
        throw new TypeConversionException("'" + text + "' is not a file name");
    }

    /**
     * Refuses files that could not be written at the end.
     *
     * @param input what is read, and must not be overwritten
     * @param files the outputs; null where an option was not given
     * @throws InvalidValueException if one is a folder or a device, its folder is missing or not writable, or two are the same
     */
    static void requireWritable(Path input, @Nullable Path... files) {
        requireWritable(new ArrayList<>(List.of(whole(input))), files);
    }

    /**
     * Refuses files that could not be written at the end, where no file is read.
     *
     * @param files the outputs; null where an option was not given
     * @throws InvalidValueException as {@link #requireWritable(Path, Path...)}
     */
    static void requireOutputs(@Nullable Path... files) {
        requireWritable(new ArrayList<>(), files);
    }

    private static void requireWritable(List<Path> taken, @Nullable Path... files) {
        for (Path file : files) {
            if (file != null) {
                requireWritable(file);
                if (taken.contains(whole(file))) {
                    throw new InvalidValueException(OBJECT, file, "a file of its own; it is named twice");
                }
                taken.add(whole(file));
            }
        }
    }

    private static Path whole(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static void requireWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidValueException(OBJECT, file, "a file; it is a folder");
        }
        // A file is put in place whole, which would replace a link or a device.
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidValueException(OBJECT, file, "a plain file, but a link or a device");
        }
        requireWritableFolder(file, file.toAbsolutePath().getParent());
    }

    /**
     * Refuses an output folder that could not be made or written into.
     *
     * @param folder new or there; null where the option was not given
     * @throws InvalidValueException if it is a file, its folder is missing, or it cannot be written into
     */
    static void requireFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidValueException("output folder", folder, "a folder; it is a file");
        }
        Path nearest = folder.toAbsolutePath();
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        requireWritableFolder(folder, nearest);
    }

    private static void requireWritableFolder(Path output, @Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InvalidValueException(OBJECT, output, "in a folder that exists; make it first");
        }
        try {
            // Permissions alone do not tell: the file system may be read-only or full.
            Files.delete(Files.createTempFile(folder, ".mneme", ".part"));
        } catch (IOException e) {
            throw new InvalidValueException(OBJECT, output, "in a folder that can be written to (" + reason(e) + ")");
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "access denied";
            case NoSuchFileException _ -> "the system makes no files there";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
