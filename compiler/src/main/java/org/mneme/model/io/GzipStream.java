package org.mneme.model.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * One gzip member (RFC 1952) and nothing after it.
 *
 * <p>{@link java.util.zip.GZIPInputStream} passes over bytes that follow the member; here they are a mistake.
 */
final class GzipStream extends InflaterInputStream {
    private static final int FLAG_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;

    private final Path file;
    private final CRC32 crc = new CRC32();
    private boolean done;

    private GzipStream(Path file, InputStream in) {
        super(in, new Inflater(true), 1 << 16);
        this.file = file;
    }

    /**
     * Reads the member's header.
     *
     * @param file the file read, for messages
     * @param in at the magic number
     * @return the member's content
     */
    static GzipStream open(Path file, InputStream in) throws IOException {
        skipHeader(file, new Counted(file, in, false));
        return new GzipStream(file, in);
    }

    /**
     * Says whether bytes begin a gzip member.
     *
     * @param start the first bytes of a file
     * @return true for the magic number 1f 8b
     */
    static boolean begins(byte[] start) {
        return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }

    private static void skipHeader(Path file, Counted counted) throws IOException {
        byte[] header = new byte[10];
        counted.readHeader(header, 10, 18);
        if (header[2] != 8) {
            throw malformed(file, "is gzip with the unknown method " + header[2]);
        }
        int flags = header[3];
        if ((flags & FLAG_EXTRA) != 0) {
            counted.readHeader(header, 2, 20);
            int extra = (header[0] & 0xff) | (header[1] & 0xff) << 8;
            counted.readHeader(new byte[extra], extra, 20L + extra);
        }
        if ((flags & FLAG_NAME) != 0) {
            skipText(counted, header);
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipText(counted, header);
        }
        if ((flags & FLAG_CRC) != 0) {
            counted.readHeader(header, 2, 20);
        }
    }

    private static void skipText(Counted counted, byte[] buffer) throws IOException {
        do {
            counted.readHeader(buffer, 1, 18);
        } while (buffer[0] != 0);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0) {
            crc.update(buffer, offset, n);
        } else if (n < 0 && !done) {
            done = true;
            checkTrailer();
        }
        return n;
    }

    private void checkTrailer() throws IOException {
        int rest = inf.getRemaining();
        InputStream after = new SequenceInputStream(new ByteArrayInputStream(buf, len - rest, rest), in);
        byte[] trailer = after.readNBytes(8);
        if (trailer.length < 8) {
            throw new MalformedFileException(file, Place.WHOLE, "ends inside its gzip trailer; copy it again");
        }
        ByteBuffer values = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN);
        if (values.getInt() != (int) crc.getValue() || values.getInt() != (int) inf.getBytesWritten()) {
            throw malformed(file, "has a wrong gzip checksum");
        }
        if (after.read() >= 0) {
            throw malformed(file, "goes on after the end of its gzip stream");
        }
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }

    private static MalformedFileException malformed(Path file, String problem) {
        return new MalformedFileException(file, Place.WHOLE, problem + "; compress it again");
    }
}
