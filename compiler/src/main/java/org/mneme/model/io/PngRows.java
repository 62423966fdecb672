package org.mneme.model.io;

import java.nio.file.Path;
import java.util.Arrays;

/** Turns the inflated bytes of a PNG into grey values: rows are gathered, unfiltered, and their samples weighed. */
final class PngRows {
    private final Path file;
    private final PngHeader header;
    private final PngImage.Sink sink;
    private final int[][] passes;
    private final int distance;
    private byte[] palette = new byte[0];
    private byte[] previous;
    private byte[] current;
    private int pass;
    private int passRow;
    private int filled;
    private int rowBytes;
    private int filter;

    /**
     * Creates the rows of an image.
     *
     * @param file the image, for messages
     * @param header its header
     * @param size the file's size, which bounds how much its compressed pixels can be
     * @param sink given every pixel
     */
    PngRows(Path file, PngHeader header, long size, PngImage.Sink sink) {
        this.file = file;
        this.header = header;
        this.sink = sink;
        this.passes = header.passes();
        this.distance = Math.max(1, header.samples() * header.depth() / 8);
        int widest = header.rowBytes(header.width());
        if (widest > InputFile.largestInflated(size)) {
            throw malformed("claims a width that so small a file cannot hold");
        }
        this.previous = new byte[widest];
        this.current = new byte[widest];
        beginPass();
    }

    void setPalette(byte[] colours) {
        palette = colours;
    }

    boolean isComplete() {
        return pass == passes.length;
    }

    /**
     * Takes inflated bytes.
     *
     * @param bytes its first {@code length} bytes
     * @param length ≥ 1
     */
    void take(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            if (isComplete()) {
                throw malformed(
                        "holds more pixel data than its " + header.width() + " × " + header.height() + " pixels");
            }
            if (filled < 0) {
                filter = bytes[at++];
                filled = 0;
            }
            int n = Math.min(length - at, rowBytes - filled);
            System.arraycopy(bytes, at, current, filled, n);
            filled += n;
            at += n;
            if (filled == rowBytes) {
                unfilter();
                emit();
                nextRow();
            }
        }
    }

    private void beginPass() {
        passRow = 0;
        filled = -1;
        rowBytes = header.rowBytes(passWidth());
        Arrays.fill(previous, (byte) 0);
    }

    private int passWidth() {
        int[] p = passes[pass];
        return (header.width() - p[0] + p[2] - 1) / p[2];
    }

    private void nextRow() {
        byte[] swap = previous;
        previous = current;
        current = swap;
        filled = -1;
        passRow++;
        int[] p = passes[pass];
        if (p[1] + passRow * p[3] >= header.height()) {
            pass++;
            if (!isComplete()) {
                beginPass();
            }
        }
    }

    private void unfilter() {
        for (int i = 0; i < rowBytes; i++) {
            int left = i < distance ? 0 : current[i - distance] & 0xff;
            int up = previous[i] & 0xff;
            int upLeft = i < distance ? 0 : previous[i - distance] & 0xff;
            int guess = switch (filter) {
                case 0 -> 0;
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                case 4 -> paeth(left, up, upLeft);
                default -> throw malformed("has a row with the unknown filter " + (filter & 0xff));
            };
            current[i] += (byte) guess;
        }
    }

    private static int paeth(int left, int up, int upLeft) {
        int estimate = left + up - upLeft;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toUpLeft = Math.abs(estimate - upLeft);
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }

    private void emit() {
        int[] p = passes[pass];
        int base = (p[1] + passRow * p[3]) * header.width() + p[0];
        int width = passWidth();
        for (int x = 0; x < width; x++) {
            sink.pixel(base + x * p[2], grey(x * header.samples()));
        }
    }

    private int grey(int first) {
        return switch (header.colour()) {
            case 2, 6 -> luma(sample(first), sample(first + 1), sample(first + 2));
            case 3 -> paletteGrey(sample(first));
            default -> header.depth() < 8 ? sample(first) * 255 / ((1 << header.depth()) - 1) : sample(first);
        };
    }

    /** Returns a sample of the row: below 8 bits as it is, of 16 bits the high byte. */
    private int sample(int index) {
        int depth = header.depth();
        if (depth >= 8) {
            return current[index * (depth / 8)] & 0xff;
        }
        int bit = index * depth;
        return current[bit >>> 3] >>> 8 - depth - (bit & 7) & (1 << depth) - 1;
    }

    private int paletteGrey(int index) {
        if (3 * index + 2 >= palette.length) {
            throw malformed("uses colour " + index + " of a palette of " + palette.length / 3);
        }
        return luma(palette[3 * index] & 0xff, palette[3 * index + 1] & 0xff, palette[3 * index + 2] & 0xff);
    }

    /** Weighs a colour with the weights of ITU-R BT.601, rounded, half up. */
    private static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    private MalformedFileException malformed(String problem) {
        return new MalformedFileException(file, Place.WHOLE, problem + "; save the image again");
    }
}
