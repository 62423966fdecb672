package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory files with mistakes: one sentence that says where, exit code 2, no file written. */
final class BadMemoryTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.mneme.cli.BadMemory#all")
    void mistakeInAMemoryIsToldWithItsPlace(BadMemory bad) {
        Path file = Checkout.write(folder.resolve("bad.yaml"), bad.yaml());

        Outcome.of("run", file, "--json", folder.resolve("out.json"), "--report", folder.resolve("out.html"))
                .refused(file + bad.place() + ": ", bad.sentence());

        assertEquals(List.of(file), Checkout.files(folder));
    }

    @Test
    void missingFileIsTold() {
        Path file = folder.resolve("missing.yaml");

        Outcome.of("run", file).refused(file + ": there is no such file");
        Outcome.of("compile", file).refused(file + ": there is no such file");
        Outcome.of("inspect", file).refused(file + ": there is no such file");
        Outcome.of("sweep", file, "-o", folder.resolve("out.csv")).refused(file + ": there is no such file");
        assertEquals(List.of(), Checkout.files(folder));
    }

    @Test
    void folderInPlaceOfAFileIsTold() {
        Outcome.of("run", folder).refused(folder + ": is a folder; name the YAML file in it");
        Outcome.of("inspect", folder).refused(folder + ": is a folder");
    }

    @Test
    void fileBelowAFileIsTold() {
        Path file = Checkout.small(folder);

        Outcome.of("run", file.resolve("x.yaml")).refused("x.yaml: ");
    }

    @Test
    void binaryFileIsTold() throws IOException {
        byte[] bytes = new byte[512];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) k;
        }
        Path file = Files.write(folder.resolve("binary.yaml"), bytes);

        Outcome.of("run", file).refused(file + ": is not UTF-8 text");
    }

    @Test
    void fileOf17MebibytesIsTold() throws IOException {
        byte[] bytes = new byte[17 << 20];
        Arrays.fill(bytes, (byte) '#');
        Path file = Files.write(folder.resolve("large.yaml"), bytes);

        Outcome.of("run", file).refused(file + ": is larger than 16 MiB");
    }

    @Test
    void byteOrderMarkIsNoMistake() throws IOException {
        Path file = Checkout.small(folder);
        Files.writeString(file, "\uFEFF" + Files.readString(file));

        Outcome.of("run", file).succeeded();
    }
}
