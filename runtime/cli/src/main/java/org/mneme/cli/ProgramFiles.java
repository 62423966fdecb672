package org.mneme.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.mneme.InvalidValueException;
import org.mneme.runtime.board.ProgramFormat;

/** Board programs among files: known by the end of their names, or by their first bytes. */
final class ProgramFiles {
    private static final byte[] MAGIC = {(byte) 0x8A, 'M', 'N', 'E', 'M', 'E', '\r', '\n'};

    private ProgramFiles() {}

    /**
     * Says whether a file holds a board program, whatever its name.
     *
     * @param file any
     * @return true if it begins as board programs do; false where it cannot be read
     */
    static boolean begins(Path file) {
        // What is read of a pipe is gone.
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns the format of a file.
     *
     * @param file by its name
     * @return the format; empty where the name is not that of a board program
     */
    static Optional<ProgramFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ServiceLoader.load(ProgramFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(format -> name.endsWith(format.extension()))
                .findFirst();
    }

    /**
     * Returns the format of a file that must be a board program.
     *
     * @param object what the file is to the command
     * @param file by its name
     * @return the format
     * @throws InvalidValueException if the name is not that of a board program
     */
    static ProgramFormat required(String object, Path file) {
        return of(file).orElseThrow(
                        () -> new InvalidValueException(
                                object,
                                file,
                                "a board program, whose name ends in .mneme ('mneme compile FILE --target TARGET -o OUT.mneme' writes one)"));
    }
}
