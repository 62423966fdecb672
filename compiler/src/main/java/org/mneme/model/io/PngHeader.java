package org.mneme.model.io;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The header of a PNG image (chunk IHDR of W3C's PNG specification).
 *
 * @param width pixels, ≥ 1
 * @param height pixels, ≥ 1
 * @param depth bits of a sample: 1, 2, 4, 8 or 16
 * @param colour 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 * @param interlaced whether the pixels come in Adam7's seven passes
 */
record PngHeader(int width, int height, int depth, int colour, boolean interlaced) {
    /** Most pixels of an image: 2048 × 2048. */
    static final long MOST_PIXELS = 1 << 22;

    /** The length of the chunk's data. */
    static final int BYTES = 13;

    /** Adam7's passes: first column, first row, column step, row step. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    /**
     * Reads and checks a header.
     *
     * @param data the chunk's 13 bytes
     * @param file the image, for messages
     * @return the header
     */
    static PngHeader parse(byte[] data, Path file) {
        ByteBuffer values = ByteBuffer.wrap(data);
        long width = Integer.toUnsignedLong(values.getInt());
        long height = Integer.toUnsignedLong(values.getInt());
        if (width == 0 || height == 0) {
            throw new EmptyFileException(file, "pixels");
        }
        if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw new TooLargeException(
                    file, Place.WHOLE, "an image", width + " × " + height, MOST_PIXELS + " pixels", "scale it down");
        }
        int depth = values.get();
        int colour = values.get();
        boolean legal = switch (colour) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            default -> false;
        };
        int compression = values.get();
        int filter = values.get();
        int interlace = values.get();
        if (!legal || compression != 0 || filter != 0 || interlace < 0 || interlace > 1) {
            throw new MalformedFileException(
                    file, Place.WHOLE, "has a PNG header that no PNG may have; save the image again");
        }
        return new PngHeader((int) width, (int) height, depth, colour, interlace == 1);
    }

    /**
     * Returns the number of samples of a pixel.
     *
     * @return 1…4
     */
    int samples() {
        return switch (colour) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /**
     * Returns the number of bytes of a row, its filter byte not counted.
     *
     * @param pixels of the row
     * @return ⌈bits/8⌉
     */
    int rowBytes(int pixels) {
        return (int) (((long) pixels * samples() * depth + 7) / 8);
    }

    /**
     * Returns the passes with pixels in them: first column, first row, column step, row step.
     *
     * @return 1…7 passes
     */
    int[][] passes() {
        if (!interlaced) {
            return new int[][] {{0, 0, 1, 1}};
        }
        return Arrays.stream(ADAM7)
                .filter(pass -> pass[0] < width && pass[1] < height)
                .toArray(int[][]::new);
    }
}
