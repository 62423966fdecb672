package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outputs that cannot be written: told before the work, exit code 2, nothing half-written. */
final class BadOutputTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeMemory() {
        file = Checkout.small(folder);
    }

    /** Command lines to which the name of an output file is added. */
    static Stream<List<String>> writers() {
        return Stream.of(
                List.of("run", "FILE", "--json"),
                List.of("run", "FILE", "--report"),
                List.of("compile", "FILE", "-o"),
                List.of("compile", "FILE", "--target", "loihi1", "-o"),
                List.of("compile", "FILE", "--target", "loihi1", "--report"),
                List.of("compile", "FILE", "--target", "loihi1", "--json"),
                List.of("inspect", "FILE", "--picture"),
                List.of("sweep", "FILE", "-o"));
    }

    private Outcome write(List<String> writer, Path output) {
        List<Object> words = new ArrayList<>(writer);
        words.replaceAll(word -> word.equals("FILE") ? file : word);
        words.add(output);
        return Outcome.of(words.toArray());
    }

    @ParameterizedTest
    @MethodSource("writers")
    void missingFolderIsTold(List<String> writer) {
        write(writer, folder.resolve("none/out")).refused("none/out is not in a folder that exists");
        assertEquals(List.of(file), Checkout.files(folder));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void folderInPlaceOfAFileIsTold(List<String> writer) {
        write(writer, folder).refused(folder + " is not a file; it is a folder");
        assertEquals(List.of(file), Checkout.files(folder));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void fileInPlaceOfAFolderIsTold(List<String> writer) {
        write(writer, file.resolve("out")).refused("out is not in a folder that exists");
        assertEquals(List.of(file), Checkout.files(folder));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void inputIsNotOverwritten(List<String> writer) throws IOException {
        String before = Files.readString(file);

        write(writer, folder.resolve("../" + folder.getFileName() + "/small.yaml"))
                .refused("it is named twice");

        assertEquals(before, Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void linkIsNotReplaced(List<String> writer) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));

        write(writer, link).refused("link is not a plain file");

        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void twoOutputsOfOneNameAreTold() {
        Path out = folder.resolve("out");

        Outcome.of("run", file, "--json", out, "--report", out).refused("it is named twice");
    }

    @Test
    void recordingIntoAFolderInUseIsTold() throws IOException {
        Path used = Files.createDirectory(folder.resolve("used"));
        Path mine = Checkout.write(used.resolve("mine.txt"), "keep");

        Outcome.of("run", file, "--record", used).refused(used.toString(), "not empty");

        assertEquals(List.of(file, mine), Checkout.files(folder));
    }

    @Test
    void recordingIntoAFileIsTold() {
        Outcome.of("run", file, "--record", file).refused(file + " is not a folder; it is a file");
        Outcome.of("run", file, "--record", file.resolve("x")).refused("is not in a folder that exists");
    }

    @Test
    void plotsIntoAFileAreTold() {
        Outcome.of("run", file, "--plots", file).refused(file + " is not a folder; it is a file");
    }
}
