package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mneme.model.io.Samples.gzip;
import static org.mneme.model.io.Samples.idx;
import static org.mneme.model.io.Samples.patterns;
import static org.mneme.model.io.Samples.refused;
import static org.mneme.model.io.Samples.write;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.model.PatternSet;

class IdxTest {
    private static final byte[] PIXELS = {0, 125, 124, -1, 126, 1, 127, -128, 0, 0, 0, 125};

    @TempDir
    private Path folder;

    private PatternSet read(byte[] content) {
        return read(content, OptionalInt.empty());
    }

    private PatternSet read(byte[] content, OptionalInt limit) {
        return IdxPatterns.read(write(folder, "images", content), 125, limit);
    }

    private Ints labels(byte[] content) {
        return IdxLabels.read(write(folder, "labels", content));
    }

    @Test
    void imagesAndVectorsAreReadPlainAndGzipped() {
        PatternSet expected = patterns(new int[][] {{-1, 1, -1, 1, 1, -1}, {1, 1, -1, -1, -1, 1}});
        for (byte[] content : new byte[][] {idx(8, PIXELS, 2, 2, 3), idx(8, PIXELS, 2, 6)}) {
            assertEquals(expected, read(content));
            assertEquals(expected, read(gzip(content)));
        }
    }

    @Test
    void theThresholdItselfCounts() {
        Path file = write(folder, "images", idx(8, new byte[] {0, 1, -2, -1}, 1, 4));
        assertEquals(patterns(new int[][] {{-1, 1, 1, 1}}), IdxPatterns.read(file, 1, OptionalInt.empty()));
        assertEquals(patterns(new int[][] {{-1, -1, -1, 1}}), IdxPatterns.read(file, 255, OptionalInt.empty()));
        for (int threshold : new int[] {0, 256, -1}) {
            assertThrows(InvalidValueException.class, () -> IdxPatterns.read(file, threshold, OptionalInt.empty()));
        }
    }

    @Test
    void aLimitTakesTheFirstPatterns() {
        byte[] content = idx(8, PIXELS, 4, 3);
        assertEquals(read(idx(8, Arrays.copyOf(PIXELS, 6), 2, 3)), read(gzip(content), OptionalInt.of(2)));
        assertEquals(read(content), read(content, OptionalInt.of(99)));
        assertThrows(InvalidValueException.class, () -> read(content, OptionalInt.of(0)));
    }

    @Test
    void labelsAreUnsignedBytes() {
        byte[] content = idx(8, new byte[] {7, 0, -1}, 3);
        assertEquals(Ints.of(7, 0, 255), labels(content));
        assertEquals(Ints.of(7, 0, 255), labels(gzip(content)));
    }

    @Test
    void imagesAndLabelsAreToldApart() {
        refused(UnsupportedFormatException.class, () -> read(idx(8, new byte[3], 3)));
        refused(UnsupportedFormatException.class, () -> labels(idx(8, PIXELS, 2, 6)));
    }

    @Test
    void everyTruncationIsRefused() {
        for (byte[] content : new byte[][] {idx(8, PIXELS, 2, 2, 3), idx(8, PIXELS, 12)}) {
            for (int length = 1; length < content.length; length++) {
                byte[] cut = Arrays.copyOf(content, length);
                refused(TruncatedFileException.class, () -> readAny(cut));
                refused(TruncatedFileException.class, () -> readAny(gzip(cut)));
            }
            byte[] zipped = gzip(content);
            for (int length = 2; length < zipped.length; length++) {
                byte[] cut = Arrays.copyOf(zipped, length);
                refused(FileException.class, () -> readAny(cut));
            }
        }
    }

    private void readAny(byte[] content) {
        if (content.length > 3 && content[3] == 1 || GzipStream.begins(content)) {
            labelsOrPatterns(content);
        } else {
            read(content);
        }
    }

    private void labelsOrPatterns(byte[] content) {
        try {
            labels(content);
        } catch (UnsupportedFormatException e) {
            read(content);
        }
    }

    @Test
    void bytesAfterTheEndAreRefused() {
        byte[] content = idx(8, PIXELS, 2, 6);
        byte[] longer = Arrays.copyOf(content, content.length + 1);
        assertEquals(
                content.length,
                refused(TrailingBytesException.class, () -> read(longer)).end());
        assertEquals(
                content.length,
                refused(TrailingBytesException.class, () -> read(gzip(longer))).end());
        byte[] zipped = gzip(content);
        refused(MalformedFileException.class, () -> read(Arrays.copyOf(zipped, zipped.length + 1)));
        refused(TrailingBytesException.class, () -> labels(idx(8, new byte[4], 3)));
    }

    @Test
    void wrongChecksumsOfGzipAreRefused() {
        byte[] zipped = gzip(idx(8, PIXELS, 2, 6));
        zipped[zipped.length - 6] ^= 1;
        refused(MalformedFileException.class, () -> read(zipped));
    }

    @Test
    void allOptionalPartsOfAGzipHeaderArePassedOver() {
        byte[] content = idx(8, PIXELS, 2, 6);
        byte[] zipped = gzip(content);
        byte[] parts = {3, 0, 'a', 'b', 'c', 'n', 0, 'c', 'c', 0, 1, 2};
        byte[] longer = new byte[zipped.length + parts.length];
        System.arraycopy(zipped, 0, longer, 0, 10);
        longer[3] = 2 | 4 | 8 | 16;
        System.arraycopy(parts, 0, longer, 10, parts.length);
        System.arraycopy(zipped, 10, longer, 10 + parts.length, zipped.length - 10);
        assertEquals(read(content), read(longer));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x09, 0x0b, 0x0c, 0x0d, 0x0e, 0})
    void otherElementTypesAreRefused(int type) {
        refused(UnsupportedFormatException.class, () -> read(idx(type, PIXELS, 2, 6)));
    }

    @Test
    void otherFilesAndShapesAreRefused() {
        refused(UnsupportedFormatException.class, () -> read("PNG is not IDX".getBytes(StandardCharsets.UTF_8)));
        refused(UnsupportedFormatException.class, () -> read(idx(8, PIXELS, 1, 2, 2, 3)));
        refused(UnsupportedFormatException.class, () -> read(idx(8, PIXELS)));
        refused(EmptyFileException.class, () -> read(new byte[0]));
        refused(EmptyFileException.class, () -> read(idx(8, new byte[0], 0, 3)));
        refused(EmptyFileException.class, () -> read(idx(8, new byte[0], 3, 0, 4)));
        refused(EmptyFileException.class, () -> labels(idx(8, new byte[0], 0)));
        refused(MissingFileException.class, () -> IdxLabels.read(folder.resolve("none")));
        refused(NotAFileException.class, () -> IdxLabels.read(folder));
    }

    @Test
    void absurdShapesAreRefused() {
        refused(TooLargeException.class, () -> read(idx(8, PIXELS, 1, -1, -1)));
        refused(TooLargeException.class, () -> read(idx(8, PIXELS, -1, 1, 1)));
        refused(TruncatedFileException.class, () -> read(idx(8, PIXELS, Integer.MAX_VALUE / 4, 100)));
        refused(MalformedFileException.class, () -> read(gzip(idx(8, PIXELS, Integer.MAX_VALUE / 4, 100))));
        refused(TooLargeException.class, () -> labels(idx(8, PIXELS, -1)));
        refused(MalformedFileException.class, () -> labels(gzip(idx(8, PIXELS, 1 << 27))));
    }
}
