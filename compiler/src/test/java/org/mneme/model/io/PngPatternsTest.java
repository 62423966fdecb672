package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mneme.model.io.Samples.patterns;
import static org.mneme.model.io.Samples.png;
import static org.mneme.model.io.Samples.refused;
import static org.mneme.model.io.Samples.write;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.InvalidValueException;

class PngPatternsTest {
    @TempDir
    private Path folder;

    private static int[] greys(Path file) throws IOException {
        try (PngImage png = PngImage.open(file)) {
            int[] greys = new int[png.width() * png.height()];
            Arrays.fill(greys, -1);
            png.read((i, grey) -> {
                assertEquals(-1, greys[i], "pixel " + i + " twice");
                greys[i] = grey;
            });
            return greys;
        }
    }

    private static int[] formula(IntBinaryOperator grey) {
        int[] greys = new int[66];
        Arrays.setAll(greys, i -> grey.applyAsInt(i % 11, i / 11));
        return greys;
    }

    private static int luma(int red, int green, int blue) {
        return (int) Math.round((299 * red + 587 * green + 114 * blue) / 1000.0);
    }

    private static int red(int x, int y) {
        return (37 * x + 11 * y) % 256;
    }

    private static int colour(int x, int y) {
        return luma(red(x, y), (91 * x + 53 * y) % 256, (17 * x + 200 * y) % 256);
    }

    @Test
    void imagesOfPillowAreReadInEveryColourType() throws IOException {
        int[] palette = {0, luma(255, 0, 0), luma(0, 255, 0), luma(9, 99, 255)};
        assertArrayEquals(formula(PngPatternsTest::red), greys(Samples.resource("grey8.png")));
        assertArrayEquals(formula(PngPatternsTest::red), greys(Samples.resource("grey16.png")));
        assertArrayEquals(formula(PngPatternsTest::colour), greys(Samples.resource("rgb.png")));
        assertArrayEquals(formula(PngPatternsTest::colour), greys(Samples.resource("rgba.png")));
        assertArrayEquals(formula((x, y) -> (x + y) % 3 == 0 ? 255 : 0), greys(Samples.resource("grey1.png")));
        assertArrayEquals(formula((x, y) -> palette[(x + y) % 4]), greys(Samples.resource("palette.png")));
    }

    /** Draws an image whose rows are smooth, so that the writer uses all filters. */
    private static BufferedImage draw(SplittableRandom random, int kind) {
        int width = 1 + random.nextInt(40);
        int height = 1 + random.nextInt(40);
        int bits = 1 << random.nextInt(4);
        byte[] colours = new byte[3 << bits];
        random.nextBytes(colours);
        BufferedImage image = switch (kind) {
            case 0 -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            case 1 -> new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
            case 2 -> new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
            case 3 -> new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
            case 4 -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
            default ->
                new BufferedImage(
                        width,
                        height,
                        bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY,
                        new IndexColorModel(bits, 1 << bits, colours, 0, false));
        };
        int slope = random.nextInt(60);
        int noise = 1 + random.nextInt(50);
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
            int most = 1 << image.getRaster().getSampleModel().getSampleSize(band);
            for (int i = 0; i < width * height; i++) {
                int value = most == 1 << 16
                        ? random.nextInt(most)
                        : slope * (i % width + i / width) + random.nextInt(noise);
                image.getRaster().setSample(i % width, i / width, band, value % most);
            }
        }
        return image;
    }

    /** The grey values that the standard library's samples give. */
    private static int[] expected(byte[] content) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
        int[] greys = new int[image.getWidth() * image.getHeight()];
        for (int i = 0; i < greys.length; i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            if (image.getColorModel() instanceof IndexColorModel
                    || image.getRaster().getNumBands() > 2) {
                int rgb = image.getRGB(x, y);
                greys[i] = luma(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
            } else {
                int sample = image.getRaster().getSample(x, y, 0);
                greys[i] = image.getRaster().getSampleModel().getSampleSize(0) == 16 ? sample >> 8 : sample;
            }
        }
        return greys;
    }

    @Test
    void randomImagesReadAsTheStandardLibraryReadsThem() throws IOException {
        for (long seed = 0; seed < 240; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] content = png(draw(random, (int) (seed % 6)), seed % 12 < 6);
            assertArrayEquals(expected(content), greys(write(folder, "r.png", content)), "seed " + seed);
        }
    }

    @Test
    void aFolderIsReadInNaturalOrder() throws IOException {
        int[][] signs = {{1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}, {1, 1, 1}};
        write(folder, "d10.png", png(signs[2]));
        write(folder, "d2.PNG", png(signs[1]));
        write(folder, "d1.png", png(signs[0]));
        write(folder, "e.png", png(signs[3]));
        write(folder, ".hidden.png", "no image");
        write(folder, "notes.txt", "no image");
        assertEquals(patterns(signs), PngPatterns.read(folder, 125));
    }

    @Test
    void theThresholdItselfCounts() {
        write(folder, "a.png", png(greyImage(new int[] {124, 125, 126}), false));
        assertEquals(patterns(new int[][] {{-1, 1, 1}}), PngPatterns.read(folder, 125));
        assertEquals(patterns(new int[][] {{-1, -1, 1}}), PngPatterns.read(folder, 126));
        assertThrows(InvalidValueException.class, () -> PngPatterns.read(folder, 0));
        assertThrows(InvalidValueException.class, () -> PngPatterns.read(folder, 256));
    }

    private static BufferedImage greyImage(int[] greys) {
        BufferedImage image = new BufferedImage(greys.length, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, greys.length, 1, 0, greys);
        return image;
    }

    @Test
    void imagesOfAnotherSizeAreRefusedNamingBoth() {
        write(folder, "a.png", png(new int[] {1, 1}));
        write(folder, "b.png", png(new int[] {1, 1, 1}));
        ImageSizeException e = refused(ImageSizeException.class, () -> PngPatterns.read(folder, 125));
        assertEquals(folder.resolve("b.png"), e.file());
        assertEquals(folder.resolve("a.png"), e.first());
        assertEquals(3, e.width());
        assertEquals(2, e.firstWidth());
    }

    @Test
    void foldersThatAreNoneOrEmptyAreRefused() throws IOException {
        refused(EmptyFileException.class, () -> PngPatterns.read(folder, 125));
        refused(MissingFileException.class, () -> PngPatterns.read(folder.resolve("none"), 125));
        Path file = write(folder, "a.txt", "x");
        refused(NotAFolderException.class, () -> PngPatterns.read(file, 125));
        Files.createDirectory(folder.resolve("a.png"));
        assertEquals(
                folder.resolve("a.png"),
                refused(NotAFileException.class, () -> PngPatterns.read(folder, 125))
                        .file());
    }

    private <T extends FileException> T refusedImage(Class<T> type, byte[] content) {
        write(folder, "a.png", content);
        return refused(type, () -> PngPatterns.read(folder, 125));
    }

    @Test
    void everyTruncationAndATrailingByteAreRefused() {
        byte[] content = png(new int[] {1, -1, 1, 1});
        for (int length = 1; length < content.length; length++) {
            refusedImage(TruncatedFileException.class, Arrays.copyOf(content, length));
        }
        refusedImage(EmptyFileException.class, new byte[0]);
        refusedImage(TrailingBytesException.class, Arrays.copyOf(content, content.length + 1));
    }

    @Test
    void otherFilesAndDamagedImagesAreRefused() {
        refusedImage(UnsupportedFormatException.class, "GIF89a and so on".getBytes(StandardCharsets.US_ASCII));
        byte[] content = png(new int[] {1, -1, 1, 1});
        byte[] flipped = content.clone();
        flipped[45] ^= 4;
        refusedImage(MalformedFileException.class, flipped);
    }

    @Test
    void bombsAreRefusedByTheirHeader() {
        for (int[] size : new int[][] {{1 << 30, 1}, {4096, 4096}, {-1, -1}, {1, (1 << 22) + 1}}) {
            byte[] content = PngParts.withSize(png(new int[] {1}), size[0], size[1]);
            refusedImage(TooLargeException.class, content);
        }
        refusedImage(EmptyFileException.class, PngParts.withSize(png(new int[] {1}), 0, 5));
        refusedImage(MalformedFileException.class, PngParts.withSize(png(new int[] {1}), 1 << 22, 1));
        refusedImage(MalformedFileException.class, PngParts.withSize(png(new int[] {1, 1}), 1, 1));
        refusedImage(MalformedFileException.class, PngParts.withSize(png(new int[] {1, 1}), 3, 1));
    }

    @Test
    void unknownPartsAreSkippedOnlyWhereTheFormatAllowsIt() throws IOException {
        byte[] content = png(new int[] {1, -1});
        byte[] comment = PngParts.insertAfterHeader(content, "teXt", new byte[20_000]);
        write(folder, "a.png", comment);
        assertEquals(patterns(new int[][] {{1, -1}}), PngPatterns.read(folder, 125));
        refusedImage(UnsupportedFormatException.class, PngParts.insertAfterHeader(content, "CgBI", new byte[4]));
        refusedImage(MalformedFileException.class, PngParts.insertAfterHeader(content, "PLTE", new byte[4]));
    }
}
