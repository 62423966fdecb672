package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mneme.model.io.Samples.patterns;
import static org.mneme.model.io.Samples.randomSigns;
import static org.mneme.model.io.Samples.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.model.PatternSet;

/** What is written in a format reads back as the same patterns. */
class RoundTripTest {
    private static final int SEEDS = 24;
    private static final List<String> SIGNED =
            List.of("|i1", "<i1", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8", "<f2", ">f2", "<f4", ">f4", "<f8", ">f8");
    private static final List<String> UNSIGNED =
            List.of("|b1", "|u1", ">u1", "<u2", ">u2", "<u4", ">u4", "<u8", ">u8", "<i4", ">f8");

    @TempDir
    private Path folder;

    private static int[][] draw(SplittableRandom random, int... values) {
        return randomSigns(random, 1 + random.nextInt(20), 1 + random.nextInt(200), values);
    }

    @Test
    void csv() {
        List<String> separators = List.of(",", ";", "\t", " ", " , ", "   ", ", ");
        List<String> ends = List.of("\n", "\r\n", "\r");
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean diluted = seed % 3 == 0;
            boolean zeros = seed % 3 == 1;
            int[][] signs = diluted ? draw(random, -1, 0, 1) : draw(random, -1, 1);
            String separator = separators.get(random.nextInt(separators.size()));
            String end = ends.get(random.nextInt(ends.size()));
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
            if (random.nextBoolean()) {
                text.append(("f" + separator).repeat(signs[0].length - 1))
                        .append('f')
                        .append(end);
            }
            for (int[] row : signs) {
                for (int i = 0; i < row.length; i++) {
                    text.append(i > 0 ? separator : "").append(cell(random, zeros ? Math.max(0, row[i]) : row[i]));
                }
                text.append(end);
            }
            Path file = write(folder, "p.csv", text.toString());
            assertEquals(patterns(signs), CsvPatterns.read(file, diluted), "seed " + seed);
        }
    }

    private static String cell(SplittableRandom random, int sign) {
        return switch (random.nextInt(4)) {
            case 0 -> sign + ".0";
            case 1 -> "\"" + sign + "\"";
            case 2 -> sign > 0 ? "+1" : sign + "e0";
            default -> "" + sign;
        };
    }

    @Test
    void npyInEveryTypeAndOrder() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean fortran = random.nextBoolean();
            int[][] signs = draw(random, -1, 1);
            int[][] diluted = draw(random, -1, 0, 1);
            for (String type : SIGNED) {
                assertEquals(
                        patterns(signs), read(Samples.npy(signs, type, fortran, false), false), type + " seed " + seed);
                assertEquals(
                        patterns(diluted),
                        read(Samples.npy(diluted, type, fortran, false), true),
                        type + " seed " + seed);
            }
            for (String type : UNSIGNED) {
                assertEquals(
                        patterns(signs), read(Samples.npy(signs, type, fortran, true), false), type + " seed " + seed);
            }
        }
    }

    private PatternSet read(byte[] content, boolean diluted) {
        return NumpyPatterns.read(write(folder, "p", content), Optional.empty(), diluted);
    }

    @Test
    void npzStoredAndDeflated() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[][] signs = draw(random, -1, 1);
            byte[] array = Samples.npy(signs, "|i1", random.nextBoolean(), false);
            byte[] archive = Samples.npz(Map.of("patterns.npy", array), random.nextBoolean());
            assertEquals(patterns(signs), read(archive, false), "seed " + seed);
        }
    }

    @Test
    void idxPlainAndGzipped() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int threshold = 1 + random.nextInt(255);
            int[][] signs = draw(random, -1, 1);
            byte[] pixels = new byte[signs.length * signs[0].length];
            for (int k = 0; k < pixels.length; k++) {
                boolean plus = signs[k / signs[0].length][k % signs[0].length] > 0;
                pixels[k] = (byte) (plus ? threshold + random.nextInt(256 - threshold) : random.nextInt(threshold));
            }
            byte[] content = Samples.idx(8, pixels, signs.length, 1, signs[0].length);
            Path file = write(folder, "images", random.nextBoolean() ? Samples.gzip(content) : content);
            assertEquals(patterns(signs), IdxPatterns.read(file, threshold, OptionalInt.empty()), "seed " + seed);
        }
    }

    @Test
    void pngFolders() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            int[][] signs = draw(new SplittableRandom(seed), -1, 1);
            Path images = Files.createDirectory(folder.resolve("images" + seed));
            for (int mu = 0; mu < signs.length; mu++) {
                write(images, "i" + mu + ".png", Samples.png(signs[mu]));
            }
            assertEquals(patterns(signs), PngPatterns.read(images, 125), "seed " + seed);
        }
    }
}
