package org.mneme.ir;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.mneme.bits.BitMatrix;

/**
 * A graph as a file: the eight bytes {@code mneme-ir}, a format version, the graph in its canonical order with every bit matrix
 * once, and a CRC-32C of all that.
 */
public final class GraphFile {
    private static final byte[] MAGIC = "mneme-ir".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;

    private GraphFile() {}

    /**
     * Says whether a file begins like a graph file.
     *
     * @param file any file
     * @return true if it does
     * @throws GraphFileException if it cannot be read
     */
    public static boolean isGraph(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            throw new GraphFileException(file, "cannot be read (" + reason(e) + ")", e);
        }
    }

    /**
     * Writes a graph, first under a temporary name in the same folder.
     *
     * @param graph a graph without mistakes
     * @param file replaced where it exists
     * @throws GraphFileException if it cannot be written; an existing file is then left as it was
     */
    public static void write(SpikingGraph graph, Path file) {
        // Not createTempFile, whose files only their owner may read.
        Path temporary = file.toAbsolutePath()
                .resolveSibling(
                        "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try {
                try (OutputStream out = Files.newOutputStream(temporary)) {
                    write(graph, out);
                }
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new GraphFileException(file, "cannot be written (" + reason(e) + ")", e);
        }
    }

    /** What the system said, without the file name it starts with. */
    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "access denied";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void write(SpikingGraph graph, OutputStream out) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(out, BUFFER), new CRC32C());
        DataOutputStream data = new DataOutputStream(checked);
        data.write(MAGIC);
        data.writeInt(GraphEncoder.ENCODING_VERSION);
        try {
            new GraphEncoder(new Writer(data)).graph(graph);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        data.writeLong(checked.getChecksum().getValue());
        data.flush();
    }

    /**
     * Reads a graph.
     *
     * @param file written by {@link #write}
     * @return the graph, without mistakes
     * @throws GraphFileException if it is no graph file, of another version, truncated or changed
     * @throws InvalidGraphException if the graph in it has mistakes
     */
    public static SpikingGraph read(Path file) {
        SpikingGraph graph;
        try (InputStream in = Files.newInputStream(file)) {
            CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(in, BUFFER), new CRC32C());
            DataInputStream data = new DataInputStream(checked);
            if (!Arrays.equals(data.readNBytes(MAGIC.length), MAGIC)) {
                throw new GraphFileException(file, "is no graph file; 'mneme compile FILE -o OUT' writes one");
            }
            int version = data.readInt();
            if (version != GraphEncoder.ENCODING_VERSION) {
                throw new GraphFileException(
                        file,
                        "has format version " + version + ", this Mneme reads " + GraphEncoder.ENCODING_VERSION
                                + "; compile it again");
            }
            graph = new GraphDecoder(data, Files.size(file)).graph();
            long crc = checked.getChecksum().getValue();
            if (data.readLong() != crc || data.read() >= 0) {
                throw new GraphFileException(file, "has been changed: its checksum is wrong; compile it again");
            }
        } catch (EOFException e) {
            throw new GraphFileException(file, "is damaged (it ends early); compile it again", e);
        } catch (GraphDecoder.MalformedException e) {
            throw new GraphFileException(file, "is damaged (" + e.getMessage() + "); compile it again", e);
        } catch (IOException e) {
            throw new GraphFileException(file, "cannot be read (" + reason(e) + ")", e);
        }
        return GraphValidator.require(graph);
    }

    /** Writes numbers as they are, and a matrix the first time it comes; later its number. */
    private record Writer(DataOutputStream out, Map<BitMatrix, Integer> written) implements GraphEncoder.Sink {
        Writer(DataOutputStream out) {
            this(out, new IdentityHashMap<>());
        }

        /** What a {@link DataOutputStream} does. */
        private interface Write {
            void run() throws IOException;
        }

        private static void unchecked(Write write) {
            try {
                write.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void tag(byte value) {
            unchecked(() -> out.writeByte(value));
        }

        @Override
        public void whole(int value) {
            unchecked(() -> out.writeInt(value));
        }

        @Override
        public void wide(long value) {
            unchecked(() -> out.writeLong(value));
        }

        @Override
        public void bits(BitMatrix matrix) {
            Integer number = written.putIfAbsent(matrix, written.size());
            whole(number == null ? written.size() - 1 : number);
            if (number == null) {
                whole(matrix.rows());
                whole(matrix.columns());
                for (int r = 0; r < matrix.rows(); r++) {
                    for (int w = 0; w < matrix.wordsPerRow(); w++) {
                        wide(matrix.word(r, w));
                    }
                }
            }
        }
    }
}
