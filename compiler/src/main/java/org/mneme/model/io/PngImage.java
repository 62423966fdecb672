package org.mneme.model.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An open PNG image, read chunk by chunk (W3C PNG specification); never more than two rows are in memory.
 *
 * <p>It gives grey values as they stand in the file: the standard library's reader converts them through colour spaces.
 */
final class PngImage implements AutoCloseable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_PALETTE_BYTES = 3 * 256;

    private final Path file;
    private final long size;
    private final InputStream stream;
    private final Counted in;
    private final PngHeader header;
    private final CRC32 crc = new CRC32();
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[1 << 13];
    private final byte[] inflated = new byte[1 << 13];
    private byte[] palette = new byte[0];
    private long chunkLength;

    private PngImage(Path file, long size, InputStream stream) throws IOException {
        this.file = file;
        this.size = size;
        this.stream = stream;
        this.in = new Counted(file, stream, false);
        try {
            this.header = readHeader();
        } catch (IOException | RuntimeException e) {
            inflater.end();
            throw e;
        }
    }

    /** Takes grey values. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes one pixel; each comes once, in no particular order.
         *
         * @param index row · width + column
         * @param grey 0…255
         */
        void pixel(int index, int grey);
    }

    /**
     * Opens an image and reads its header.
     *
     * @param file the image
     * @return the image, to be closed
     */
    static PngImage open(Path file) throws IOException {
        long size = InputFile.size(file, "pixels");
        InputStream stream = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new PngImage(file, size, stream);
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private PngHeader readHeader() throws IOException {
        byte[] signature = new byte[SIGNATURE.length];
        in.readHeader(signature, signature.length, 57);
        if (!Arrays.equals(signature, SIGNATURE)) {
            throw new UnsupportedFormatException(file, "no PNG image", "save it as PNG");
        }
        String type = beginChunk();
        if (!type.equals("IHDR") || chunkLength != PngHeader.BYTES) {
            throw malformed("does not begin with a PNG header");
        }
        byte[] data = new byte[PngHeader.BYTES];
        chunkBytes(data, data.length);
        endChunk();
        return PngHeader.parse(data, file);
    }

    /**
     * Returns the width.
     *
     * @return pixels
     */
    int width() {
        return header.width();
    }

    /**
     * Returns the height.
     *
     * @return pixels
     */
    int height() {
        return header.height();
    }

    /**
     * Reads all pixels, and checks the file to its end.
     *
     * @param sink given every pixel
     */
    void read(Sink sink) throws IOException {
        PngRows rows = new PngRows(file, header, size, sink);
        String type = beginChunk();
        while (!type.equals("IEND")) {
            switch (type) {
                case "IDAT" -> inflateChunk(rows);
                case "PLTE" -> readPalette(rows);
                case "IHDR" -> throw malformed("has two PNG headers");
                default -> skipChunk(type);
            }
            endChunk();
            type = beginChunk();
        }
        skipChunk("end");
        endChunk();
        in.requireEnd();
        if (!rows.isComplete() || !inflater.finished()) {
            throw malformed("holds too few pixels for its " + width() + " × " + height());
        }
    }

    private String beginChunk() throws IOException {
        byte[] start = new byte[8];
        in.readHeader(start, 8, in.position() + 12);
        chunkLength = 0;
        for (int i = 0; i < 4; i++) {
            chunkLength = chunkLength << 8 | start[i] & 0xff;
        }
        if (chunkLength > size - in.position() - 4) {
            throw in.truncated(in.position() + chunkLength + 4, size);
        }
        crc.reset();
        crc.update(start, 4, 4);
        return new String(start, 4, 4, StandardCharsets.ISO_8859_1);
    }

    private void chunkBytes(byte[] bytes, int length) throws IOException {
        in.read(bytes, length, size);
        crc.update(bytes, 0, length);
        chunkLength -= length;
    }

    private void endChunk() throws IOException {
        byte[] end = new byte[4];
        in.read(end, 4, size);
        long stored = 0;
        for (byte b : end) {
            stored = stored << 8 | b & 0xff;
        }
        if (stored != crc.getValue()) {
            throw malformed("has a wrong PNG checksum");
        }
    }

    private void skipChunk(String type) throws IOException {
        if (Character.isUpperCase(type.charAt(0))) {
            throw new UnsupportedFormatException(
                    file, "the unknown PNG part \"" + Shown.of(type) + "\"", "save the image as plain PNG");
        }
        while (chunkLength > 0) {
            chunkBytes(buffer, (int) Math.min(buffer.length, chunkLength));
        }
    }

    private void readPalette(PngRows rows) throws IOException {
        if (chunkLength % 3 != 0 || chunkLength > MOST_PALETTE_BYTES || palette.length > 0) {
            throw malformed("has a PNG palette that no PNG may have");
        }
        palette = new byte[(int) chunkLength];
        chunkBytes(palette, palette.length);
        rows.setPalette(palette);
    }

    private void inflateChunk(PngRows rows) throws IOException {
        while (chunkLength > 0) {
            int n = (int) Math.min(buffer.length, chunkLength);
            chunkBytes(buffer, n);
            inflater.setInput(buffer, 0, n);
            inflate(rows);
            if (inflater.getRemaining() > 0) {
                throw malformed("holds more pixel data than its " + width() + " × " + height() + " pixels");
            }
        }
    }

    private void inflate(PngRows rows) {
        try {
            int n = inflater.inflate(inflated);
            while (n > 0) {
                rows.take(inflated, n);
                n = inflater.inflate(inflated);
            }
        } catch (DataFormatException e) {
            throw malformed("has damaged pixel data");
        }
        if (inflater.needsDictionary()) {
            throw malformed("has pixel data with a dictionary");
        }
    }

    private MalformedFileException malformed(String problem) {
        return new MalformedFileException(file, Place.WHOLE, problem + "; save the image again");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        stream.close();
    }
}
