package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of patterns with mistakes: one sentence that names the file, exit code 2. */
final class BadPatternFileTest {
    private static final byte[] IDX = idx();

    @TempDir
    private Path folder;

    /**
     * A file of patterns with a mistake.
     *
     * @param mistake what is wrong, in words
     * @param source the key below "patterns"
     * @param extension of the file's name
     * @param latin1 its content, a character a byte
     * @param sentence a part of what must be said
     */
    record BadFile(String mistake, String source, String extension, String latin1, String sentence) {
        BadFile(String mistake, String source, String extension, byte[] content, String sentence) {
            this(mistake, source, extension, new String(content, StandardCharsets.ISO_8859_1), sentence);
        }

        @Override
        public String toString() {
            return mistake;
        }
    }

    static Stream<BadFile> files() {
        return Stream.of(
                csv("ragged rows", "1,-1,1\n1,-1\n", ":2:5: "),
                csv("mixed signs", "1,-1\n0,1\n", ":2:1: 0 mixed with -1"),
                csv("words", "1,one\n", ":1:3"),
                csv("nothing", "", "holds no patterns"),
                csv("no number", "1,NaN\n", ":1:3"),
                csv("2", "1,2\n", ":1:3"),
                new BadFile(
                        "truncated idx", "idx", "idx", Arrays.copyOf(IDX, IDX.length - 5), "ends after 59 of 64 bytes"),
                new BadFile(
                        "idx header alone", "idx", "idx", Arrays.copyOf(IDX, 7), "ends after 7 of at least 16 bytes"),
                new BadFile("idx of text", "idx", "idx", bytes("no images at all"), "holds no IDX data"),
                new BadFile("truncated gzip", "idx", "idx.gz", Arrays.copyOf(gzip(IDX), 30), "ends inside its gzip"),
                new BadFile(
                        "gzip of a truncated idx",
                        "idx",
                        "idx.gz",
                        gzip(Arrays.copyOf(IDX, 40)),
                        "ends after 40 of 64 uncompressed bytes"),
                new BadFile(
                        "gzip of nothing", "idx", "idx.gz", gzip(bytes("")), "ends after 0 of at least 8 uncompressed"),
                new BadFile(
                        "truncated npy",
                        "npy",
                        "npy",
                        Arrays.copyOf(npy("|i1", "(2, 3)", 6), 130),
                        "ends after 130 of 134 bytes"),
                new BadFile(
                        "npy of complex numbers", "npy", "npy", npy("<c16", "(1, 1)", 16), "holds values of type <c16"),
                new BadFile("npy of one dimension", "npy", "npy", npy("|i1", "(6,)", 6), "shape (6,)"),
                new BadFile(
                        "npy larger than its file",
                        "npy",
                        "npy",
                        npy("|i1", "(99999, 99999)", 6),
                        "ends after 134 of 9999800129 bytes"),
                new BadFile("npy of text", "npy", "npy", bytes("hello"), "ends after 5 of at least 10 bytes"),
                new BadFile("truncated npz", "npy", "npz", Arrays.copyOf(npz(), 60), "damaged archive"),
                new BadFile("empty npz", "npy", "npz", new byte[0], "holds no patterns"),
                new BadFile(
                        "svg that is no svg",
                        "motor: {svg",
                        "svg",
                        bytes("<html></html>"),
                        ":1:7: the root element is <html>"),
                new BadFile(
                        "svg that ends early",
                        "motor: {svg",
                        "svg",
                        bytes("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0"),
                        ":1:"),
                new BadFile("NaN in a trajectory", "motor: {csv", "csv", bytes("x,y\n0,0\n1,NaN\n2,2\n"), ":3:3"),
                new BadFile("ragged trajectory", "motor: {csv", "csv", bytes("x,y\n0,0\n1\n"), ":3"),
                new BadFile(
                        "trajectory without y",
                        "motor: {csv",
                        "csv",
                        bytes("x,z\n0,0\n1,1\n"),
                        "a column y is missing"));
    }

    private static BadFile csv(String mistake, String text, String sentence) {
        return new BadFile(mistake, "csv", "csv", bytes(text), sentence);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Three images of 4 × 4 pixels. */
    private static byte[] idx() {
        ByteBuffer idx = ByteBuffer.allocate(16 + 48);
        return idx.putInt(0x803).putInt(3).putInt(4).putInt(4).array();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] npy(String type, String shape, int size) {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        ByteBuffer npy = ByteBuffer.allocate(10 + padded.length() + size);
        npy.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) padded.length(), 0});
        return npy.put(bytes(padded)).array();
    }

    private static byte[] npz() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(npy("|i1", "(2, 3)", 6));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("files")
    void mistakeInAFileOfPatternsIsToldWithItsName(BadFile bad) throws IOException {
        Path file =
                Files.writeString(folder.resolve("bad." + bad.extension()), bad.latin1(), StandardCharsets.ISO_8859_1);
        String source =
                bad.source() + ": bad." + bad.extension() + (bad.source().contains("{") ? "}" : "");
        Path memory =
                Checkout.write(folder.resolve("memory.yaml"), "patterns: {" + source + "}\ninteraction: linear\n");

        Outcome.of("run", memory, "--json", folder.resolve("out.json"))
                .refused("bad." + bad.extension(), bad.sentence());

        assertEquals(List.of(file, memory), Checkout.files(folder));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void missingFileOfPatternsIsTold(String source) {
        Path memory =
                Checkout.write(folder.resolve("memory.yaml"), "patterns: {" + source + "}\ninteraction: linear\n");

        Outcome.of("run", memory).refused("missing");
    }

    static Stream<String> sources() {
        return Stream.of(
                "csv: missing",
                "npy: missing",
                "idx: missing",
                "png: missing",
                "motor: missing",
                "motor: {csv: missing}");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void folderInPlaceOfAFileOfPatternsIsTold(String source) throws IOException {
        Files.createDirectory(folder.resolve("missing"));
        Path memory =
                Checkout.write(folder.resolve("memory.yaml"), "patterns: {" + source + "}\ninteraction: linear\n");

        Outcome.of("run", memory).refused("missing");
    }
}
