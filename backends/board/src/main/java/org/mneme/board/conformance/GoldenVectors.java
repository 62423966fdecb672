package org.mneme.board.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mneme.ir.GraphFile;
import org.mneme.ir.SpikingGraph;

/** The golden vectors that Mneme ships: three files each, and a list of their names. */
public final class GoldenVectors {
    /** Ends the name of the file with input and what is expected. */
    public static final String TEXT = ".vector";

    /** Ends the name of the file with the graph. */
    public static final String GRAPH = ".graph";

    /** Ends the name of the file with the program for the emulator. */
    public static final String PROGRAM = ".mneme";

    /** A name a line. */
    public static final String LIST = "vectors.txt";

    private static final String FOLDER = "/org/mneme/board/vectors/";

    private GoldenVectors() {}

    /**
     * Returns the names of all vectors.
     *
     * @return ascending
     */
    public static List<String> names() {
        return new String(bytes(LIST), StandardCharsets.UTF_8).lines().toList();
    }

    /**
     * Reads a vector.
     *
     * @param name one of {@link #names}
     * @return the vector
     */
    public static GoldenVector read(String name) {
        return VectorText.read(new String(bytes(name + TEXT), StandardCharsets.UTF_8), graph(name));
    }

    private static SpikingGraph graph(String name) {
        try {
            Path file = Files.createTempFile("mneme-vector", GRAPH);
            try {
                Files.write(file, bytes(name + GRAPH));
                return GraphFile.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the program of a vector.
     *
     * @param name one of {@link #names}
     * @return the bytes of a board program for the target "emulator"
     */
    public static byte[] program(String name) {
        return bytes(name + PROGRAM);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = GoldenVectors.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FOLDER + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
