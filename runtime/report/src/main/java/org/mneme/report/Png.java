package org.mneme.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Pictures whose pixels are indices of colours with opacity (PNG, ISO/IEC 15948, colour type 3). */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER = 13;
    private static final byte INDEXED = 3;

    private Png() {}

    /**
     * Encodes a picture.
     *
     * @param pixels rows from the top, each from the left; indices of colours
     * @param argb 256 colours: opacity, red, green, blue
     * @return a PNG file
     */
    static byte[] encode(byte[][] pixels, int[] argb) {
        return encode(pixels, pixels[0].length, 8, argb);
    }

    /**
     * Encodes a picture of few colours, 2 bits a pixel.
     *
     * @param pixels rows from the top, each from the left; indices of colours
     * @param argb at most 4 colours: opacity, red, green, blue
     * @return a PNG file
     */
    static byte[] small(byte[][] pixels, int... argb) {
        byte[][] packed = new byte[pixels.length][(pixels[0].length + 3) / 4];
        for (int y = 0; y < pixels.length; y++) {
            for (int x = 0; x < pixels[y].length; x++) {
                packed[y][x / 4] |= (byte) (pixels[y][x] << 6 - 2 * (x % 4));
            }
        }
        return encode(packed, pixels[0].length, 2, argb);
    }

    private static byte[] encode(byte[][] rows, int width, int bits, int... argb) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(HEADER)
                        .putInt(width)
                        .putInt(rows.length)
                        .put((byte) bits)
                        .put(INDEXED)
                        .array());
        byte[] colours = new byte[3 * argb.length];
        byte[] opacities = new byte[argb.length];
        for (int c = 0; c < argb.length; c++) {
            opacities[c] = (byte) (argb[c] >>> 24);
            colours[3 * c] = (byte) (argb[c] >>> 16);
            colours[3 * c + 1] = (byte) (argb[c] >>> 8);
            colours[3 * c + 2] = (byte) argb[c];
        }
        chunk(out, "PLTE", colours);
        chunk(out, "tRNS", opacities);
        chunk(out, "IDAT", compressed(rows));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Each row begins with 0: it is not filtered. */
    private static byte[] compressed(byte[][] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
            for (byte[] row : pixels) {
                deflating.write(0);
                deflating.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
