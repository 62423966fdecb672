package org.mneme.board.program;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A section of a board program, framed as it is in a file: kind, length, payload, CRC-32C.
 *
 * @param index position in the program: 0 is the header
 * @param code of its {@link SectionKind}, 1…255
 * @param payload a serialised message, at most {@link #MOST_BYTES}
 * @param crc CRC-32C over kind, length and payload as they stand in a file; what a driver compares
 */
public record ProgramSection(int index, int code, ByteString payload, int crc) {
    /** The longest payload, bytes. */
    public static final int MOST_BYTES = 256 << 20;

    /** Bytes of a section in a file beside its payload: kind, length, CRC. */
    public static final int FRAME_BYTES = 9;

    /**
     * Frames a payload.
     *
     * @param index position in the program
     * @param code of its kind
     * @param payload a serialised message, at most {@link #MOST_BYTES}
     * @return the section with its CRC
     */
    public static ProgramSection of(int index, int code, ByteString payload) {
        CRC32C crc = new CRC32C();
        crc.update(prefix(code, payload.size()));
        try {
            payload.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProgramSection(index, code, payload, (int) crc.getValue());
    }

    /** Kind and length, as they stand in a file. */
    static byte[] prefix(int code, int length) {
        return new byte[] {
            (byte) code, (byte) length, (byte) (length >>> 8), (byte) (length >>> 16), (byte) (length >>> 24)
        };
    }

    /**
     * Returns what it is.
     *
     * @return its kind; empty for one that only a newer Mneme knows
     */
    public Optional<SectionKind> kind() {
        return SectionKind.of(code);
    }

    /**
     * Returns its size in a file.
     *
     * @return bytes, frame included
     */
    public int bytes() {
        return FRAME_BYTES + payload.size();
    }

    /** Writes it as it stands in a file. */
    void writeTo(OutputStream out) throws IOException {
        out.write(prefix(code, payload.size()));
        payload.writeTo(out);
        out.write(new byte[] {(byte) crc, (byte) (crc >>> 8), (byte) (crc >>> 16), (byte) (crc >>> 24)});
    }
}
