package org.mneme.model.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.mneme.InvalidValueException;
import org.mneme.model.PatternSet;

/** Patterns from IDX files, the format of MNIST: images (P × height × width) or vectors (P × N) of unsigned bytes. */
public final class IdxPatterns {
    private static final int IMAGE_DIMENSIONS = 3;

    private IdxPatterns() {}

    /**
     * Reads patterns; a feature is +1 where its byte is at least the threshold, else −1.
     *
     * <p>Images are read row by row, the left column first. Gzip is told by its magic number, whatever the file is called. Past
     * a limit the file is not read, and so not checked.
     *
     * @param file an IDX file of unsigned bytes, plain or gzip
     * @param threshold 1…255; 125 in the paper's image figure
     * @param limit the most patterns to read, ≥ 1; empty for all
     * @return P patterns of height · width features
     * @throws FileException if the file cannot be used
     * @throws InvalidValueException if the threshold or the limit is out of its range
     */
    public static PatternSet read(Path file, int threshold, OptionalInt limit) {
        Thresholds.require(threshold);
        if (limit.isPresent() && limit.getAsInt() < 1) {
            throw new InvalidValueException("limit", limit.getAsInt(), "at least 1 pattern");
        }
        try (IdxFile idx = IdxFile.open(file, "patterns")) {
            return read(idx, file, threshold, limit);
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    /**
     * Returns how many pixels a row of an image has.
     *
     * @param file an IDX file that {@link #read} reads
     * @return ≥ 1; empty where the file holds vectors
     * @throws FileException if the file cannot be used
     */
    public static OptionalInt width(Path file) {
        try (IdxFile idx = IdxFile.open(file, "patterns")) {
            return idx.dimensions() < IMAGE_DIMENSIONS
                    ? OptionalInt.empty()
                    : OptionalInt.of(Math.toIntExact(Math.max(1, idx.rowSize())));
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    private static PatternSet read(IdxFile idx, Path file, int threshold, OptionalInt limit) throws IOException {
        if (idx.dimensions() < 2) {
            throw new UnsupportedFormatException(
                    file,
                    "IDX data of 1 dimension, such as labels",
                    "patterns have 2 or 3; give the file of the images");
        }
        long features = idx.itemSize();
        long count = limit.isPresent() ? Math.min(limit.getAsInt(), idx.count()) : idx.count();
        SignPlanes.requireShape(file, count, features);
        idx.requireRoom(idx.count() * features);
        long end = idx.position() + idx.count() * features;
        SignPlanes planes = new SignPlanes(file, (int) features, false);
        byte[] buffer = new byte[1 << 16];
        long left = count * features;
        int row = 0;
        int column = 0;
        while (left > 0) {
            int n = (int) Math.min(buffer.length, left);
            idx.read(buffer, n, end);
            for (int k = 0; k < n; k++) {
                planes.put(row, column, (buffer[k] & 0xff) >= threshold ? 1 : -1);
                column++;
                if (column == features) {
                    column = 0;
                    row++;
                }
            }
            left -= n;
        }
        if (count == idx.count()) {
            idx.requireEnd();
        }
        return planes.toPatternSet((int) count);
    }
}
