package org.mneme.model.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Edits of PNG files that keep the checksums right. */
final class PngParts {
    private static final int SIGNATURE = 8;
    private static final int HEADER_END = SIGNATURE + 12 + 13;

    private PngParts() {}

    static byte[] withSize(byte[] png, int width, int height) {
        byte[] edited = png.clone();
        ByteBuffer.wrap(edited).putInt(16, width).putInt(20, height);
        return withChecksums(edited);
    }

    static byte[] insertAfterHeader(byte[] png, String type, byte[] data) {
        ByteBuffer edited = ByteBuffer.allocate(png.length + 12 + data.length);
        edited.put(png, 0, HEADER_END)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .putInt(0)
                .put(png, HEADER_END, png.length - HEADER_END);
        return withChecksums(edited.array());
    }

    /** Sets the checksum of every chunk, as far as the chunks' lengths stay inside the file. */
    static byte[] withChecksums(byte[] png) {
        byte[] edited = png.clone();
        ByteBuffer bytes = ByteBuffer.wrap(edited);
        int at = SIGNATURE;
        while (at + 12 <= edited.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > edited.length - at - 12) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(edited, at + 4, 4 + length);
            bytes.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
        return edited;
    }
}
