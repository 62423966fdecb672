package org.mneme.model.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a UTF-8 text, one at a time; a line ends with LF, CR LF or CR, and the last may have no end. */
final class Utf8Lines implements AutoCloseable {
    /** The longest line read: a row of some 4 million signs. */
    static final int LONGEST = 1 << 23;

    private final Path file;
    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int blockLength;
    private int blockPosition;
    private byte[] line = new byte[1 << 10];
    private int lineLength;
    private long number;

    private Utf8Lines(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Opens a text; a byte order mark at its start is passed over.
     *
     * @param file the file
     * @param wanted what it should hold, such as "patterns"
     * @return its lines, to be closed
     */
    static Utf8Lines open(Path file, String wanted) throws IOException {
        InputFile.size(file, wanted);
        return new Utf8Lines(file, Files.newInputStream(file));
    }

    /**
     * Reads the next line.
     *
     * @return the line without its end, or empty after the last
     */
    Optional<String> next() throws IOException {
        lineLength = 0;
        int b = nextByte();
        if (b < 0) {
            return Optional.empty();
        }
        number++;
        while (b >= 0 && b != '\n' && b != '\r') {
            append((byte) b);
            b = nextByte();
        }
        if (b == '\r' && nextByte() != '\n') {
            blockPosition--;
        }
        return Optional.of(decode());
    }

    /**
     * Returns the number of the line read last.
     *
     * @return 1 for the first
     */
    long number() {
        return number;
    }

    private int nextByte() throws IOException {
        if (blockPosition >= blockLength) {
            blockLength = in.readNBytes(block, 0, block.length);
            blockPosition = number == 0 && startsWithMark() ? 3 : 0;
            if (blockLength == blockPosition) {
                // keeps the position beyond the end, so that one step back is still the end
                blockPosition++;
                return -1;
            }
        }
        return block[blockPosition++] & 0xff;
    }

    private boolean startsWithMark() {
        return blockLength >= 3 && block[0] == (byte) 0xef && block[1] == (byte) 0xbb && block[2] == (byte) 0xbf;
    }

    private void append(byte b) {
        if (lineLength == LONGEST) {
            throw new TooLargeException(
                    file,
                    new Place.Text(number, 1),
                    "a line",
                    "more than " + LONGEST + " bytes",
                    "the longest line read",
                    "give each pattern a line of its own, or use .npy");
        }
        if (lineLength == line.length) {
            line = Arrays.copyOf(line, 2 * line.length);
        }
        line[lineLength++] = b;
    }

    private String decode() {
        ByteBuffer bytes = ByteBuffer.wrap(line, 0, lineLength);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            String before = new String(line, 0, bytes.position(), StandardCharsets.UTF_8);
            throw new NotUtf8Exception(file, new Place.Text(number, before.codePointCount(0, before.length()) + 1));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
