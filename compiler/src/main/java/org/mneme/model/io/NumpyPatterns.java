package org.mneme.model.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mneme.model.PatternSet;

/**
 * Patterns from NumPy arrays: P × N elements that are −1 and 1, or 0 and 1 with 0 (or False) meaning −1.
 *
 * <p>Read are .npy of formats 1.0 to 3.0 and .npz, told apart by their first bytes; the types bool, i1 to i8, u1 to u8 and f2 to
 * f8 in either byte order; C and Fortran order. Python objects are never read.
 */
public final class NumpyPatterns {
    private NumpyPatterns() {}

    /**
     * Reads patterns.
     *
     * @param file a .npy or .npz file
     * @param member the array wanted of an .npz, with or without ".npy"; empty for its only one, and for a .npy
     * @param diluted whether 0 means unknown, so that −1, 0 and 1 may stand together
     * @return P patterns of N features
     * @throws FileException if the file cannot be used
     */
    public static PatternSet read(Path file, Optional<String> member, boolean diluted) {
        try {
            long size = InputFile.size(file, "patterns");
            if (NpzArchive.isArchive(file)) {
                return NpzArchive.read(file, size, member, (in, bytes) -> NpyArray.read(in, bytes, file, diluted));
            }
            if (member.isPresent()) {
                throw new UnsupportedFormatException(
                        file, "no archive of named arrays", "leave out the name \"" + Shown.of(member.get()) + "\"");
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                return NpyArray.read(new Counted(file, in, false), size, file, diluted);
            }
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }
}
