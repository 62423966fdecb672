package org.mneme.board.program;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Reads framed sections one after the other, and digests what it reads. */
final class FramedInput {
    private static final int PREFIX_BYTES = 5;

    private final String name;
    private final InputStream in;
    private final long size;
    private final MessageDigest sha = ProgramWriter.sha256();
    private long position;

    /** Reads from {@code in}, of {@code size} bytes; {@link Long#MAX_VALUE} where that is not known. */
    FramedInput(String name, InputStream in, long size) {
        this.name = name;
        this.in = in;
        this.size = size;
    }

    String name() {
        return name;
    }

    /** How much has been read, bytes. */
    long position() {
        return position;
    }

    void magic() {
        byte[] magic = ProgramWriter.magic();
        byte[] found = read(magic.length);
        if (!Arrays.equals(found, 0, found.length, magic, 0, found.length) || found.length == 0) {
            throw new NotAProgramException(name);
        }
        if (found.length < magic.length) {
            throw new TruncatedProgramException(name, position, "within its first eight bytes");
        }
        sha.update(found);
    }

    /**
     * Reads a section, and checks it against its CRC.
     *
     * @param index position in the program
     * @param part what a section of that kind holds there, for messages
     */
    ProgramSection section(int index, IntFunction<String> part) {
        byte[] prefix = read(PREFIX_BYTES);
        if (prefix.length == 0) {
            throw new TruncatedProgramException(name, position, "before section " + index + ", without a trailer");
        }
        int code = Byte.toUnsignedInt(prefix[0]);
        require(prefix, PREFIX_BYTES, index, part.apply(code));
        int length = word(prefix, 1);
        if (length < 0 || length > ProgramSection.MOST_BYTES) {
            throw new DamagedSectionException(
                    name,
                    index,
                    part.apply(code),
                    "claims " + Integer.toUnsignedString(length) + " bytes, and a section holds at most "
                            + ProgramSection.MOST_BYTES);
        }
        byte[] payload = require(read(length), length, index, part.apply(code));
        byte[] crc = require(read(Integer.BYTES), Integer.BYTES, index, part.apply(code));
        ProgramSection section = ProgramSection.of(index, code, UnsafeByteOperations.unsafeWrap(payload));
        if (section.crc() != word(crc, 0)) {
            throw new DamagedSectionException(name, index, part.apply(code), "is not what its checksum says");
        }
        if (code != SectionKind.TRAILER.code()) {
            sha.update(prefix);
            sha.update(payload);
            sha.update(crc);
        }
        return section;
    }

    /** SHA-256 of everything before the trailer. */
    ByteString digest() {
        return ByteString.copyFrom(sha.digest());
    }

    boolean isAtEnd() {
        return read(1).length == 0;
    }

    void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw ProgramFileException.reading(name, e);
        }
    }

    private byte[] require(byte[] bytes, int length, int index, String part) {
        if (bytes.length < length) {
            throw new TruncatedProgramException(name, position, "within section " + index + " (" + part + ")");
        }
        return bytes;
    }

    /** Reads {@code length} bytes, or what is left. Takes no more memory than there are bytes. */
    private byte[] read(int length) {
        try {
            byte[] bytes;
            if (size == Long.MAX_VALUE) {
                bytes = in.readNBytes(length);
            } else {
                bytes = new byte[Math.clamp(size - position, 0, length)];
                int count = in.readNBytes(bytes, 0, bytes.length);
                bytes = count < bytes.length ? Arrays.copyOf(bytes, count) : bytes;
            }
            position += bytes.length;
            return bytes;
        } catch (IOException e) {
            throw ProgramFileException.reading(name, e);
        }
    }

    private static int word(byte[] bytes, int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
    }
}
