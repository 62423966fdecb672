package org.mneme.runtime.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.model.io.FileException;
import org.mneme.runtime.config.SettingException;
import org.mneme.runtime.experiment.Trees;

class ImageSourceTest {
    /** Of 3 × 2 pixels; the fourth equals the first. */
    private static final List<String> IMAGES =
            List.of("+-----", "-+----", "--+---", "+-----", "---+--", "----+-", "-----+");

    private static final int[] CLASSES = {0, 1, 1, 0, 2, 1, 0};

    @TempDir
    Path folder;

    private EncodedPatterns load(String settings) {
        return PatternSources.load(Trees.parse("{images: " + settings + "}"), folder);
    }

    private String mistake(String settings) {
        return assertThrows(SettingException.class, () -> load(settings)).getMessage();
    }

    private static List<String> rows(PatternSet patterns) {
        return IntStream.range(0, patterns.count())
                .mapToObj(mu -> patterns.row(mu).toString())
                .toList();
    }

    private static byte[] images(List<String> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 8, 3, 0, 0, 0, (byte) rows.size(), 0, 0, 0, 2, 0, 0, 0, 3});
        rows.forEach(row -> row.chars().forEach(c -> out.write(c == '+' ? 125 : 124)));
        return out.toByteArray();
    }

    private static byte[] labels(int... classes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 8, 1, 0, 0, 0, (byte) classes.length});
        IntStream.of(classes).forEach(out::write);
        return out.toByteArray();
    }

    private void writeTestSet() throws IOException {
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(IMAGES));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(CLASSES));
    }

    private static void gzip(Path file, byte[] content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
    }

    @Test
    void imagesComeInTheCycleOfTheirClassesEachInFileOrder() throws IOException {
        writeTestSet();

        EncodedPatterns loaded = load("{cycle: [1, 0], count: 4}");

        assertEquals(List.of("-+----", "+-----", "--+---", "-----+"), rows(loaded.patterns()));
        PatternImages images = loaded.images().orElseThrow();
        assertEquals(List.of("1", "0", "1", "0"), images.labels());
        assertEquals(3, images.width());
        assertEquals(2, images.height());
        assertEquals(
                List.of("images: 4 of the 7 in t10k-images-idx3-ubyte, all different "
                        + "(passed over, as equal to one before: 1)"),
                loaded.notes());
    }

    @Test
    void withoutACountAllWholeRoundsAreTaken() throws IOException {
        writeTestSet();

        assertEquals(4, load("{cycle: [1, 0]}").patterns().count());
        assertEquals(3, load("{cycle: [0, 1, 2]}").patterns().count());
        assertEquals(
                List.of("-+----", "--+---", "----+-"), rows(load("{cycle: [1]}").patterns()));
        assertEquals(5, load("{cycle: [1, 0], count: 5}").patterns().count(), "the last round need not be whole");
    }

    @Test
    void tooManyImagesAreRefusedWithTheNumberThereIs() throws IOException {
        writeTestSet();

        assertEquals(
                "e.yaml:1:33: images.count: t10k-images-idx3-ubyte has no further different image of class 0 after 5 "
                        + "images; ask for at most 5",
                mistake("{cycle: [1, 0], count: 6}"));
        assertTrue(mistake("{cycle: [0, 7]}").endsWith("has no image of class 7; leave it out of 'cycle'"));
        assertTrue(mistake("{}").endsWith("has no image of class 3; leave it out of 'cycle'"));
    }

    @Test
    void trainingSetIsTakenWhereTheTestSetHasTooFew() throws IOException {
        writeTestSet();
        List<String> more = List.of("++----", "--++--", "----++", "+-+-+-", "-+-+-+", "++++++");
        gzip(folder.resolve("train-images-idx3-ubyte.gz"), images(more));
        gzip(folder.resolve("train-labels-idx1-ubyte.gz"), labels(2, 2, 2, 2, 2, 2));

        assertEquals("---+--", load("{cycle: [2]}").patterns().row(0).toString());
        assertEquals(more, rows(load("{cycle: [2], count: 6}").patterns()));
        assertTrue(mistake("{cycle: [2], count: 7}").contains("train-images-idx3-ubyte.gz"));
    }

    @Test
    void filesAndTheirFolderCanBeNamed() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.write(inner.resolve("a.idx"), images(IMAGES));
        Files.write(inner.resolve("b.idx"), labels(CLASSES));
        Files.write(inner.resolve("t10k-images.idx3-ubyte"), images(IMAGES));
        Files.write(inner.resolve("t10k-labels.idx1-ubyte"), labels(CLASSES));
        String rest = ", cycle: [0, 1, 2]}";

        PatternSet named = load("{folder: 'inner', images: 'a.idx', labels: 'b.idx'" + rest)
                .patterns();

        assertEquals(3, named.count());
        assertEquals(
                named,
                load("{images: 'inner/a.idx', labels: 'inner/b.idx'" + rest).patterns());
        assertEquals(named, load("{folder: 'inner'" + rest).patterns());
        assertTrue(mistake("{folder: 'inner', threshold: 256}").contains("256 is not in 1…255"));
    }

    @Test
    void missingFilesAreToldAndNeverReplacedByGeneratedOnes() throws IOException {
        assertTrue(mistake("'.'").contains("holds no file named t10k-images-idx3-ubyte or train-images-idx3-ubyte"));
        assertTrue(mistake("{folder: 'nowhere'}").contains("there is no folder"));
        assertTrue(mistake("{images: 'a.idx'}").endsWith("images: 'labels' is missing"));
        assertThrows(FileException.class, () -> load("{images: 'a.idx', labels: 'b.idx'}"));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(IMAGES));
        assertThrows(FileException.class, () -> load("{cycle: [0]}"));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(0, 1));
        assertTrue(mistake("{cycle: [0]}").contains("holds 7 images and t10k-labels-idx1-ubyte 2 labels"));
    }

    @Test
    void withoutFilesDigitsAreGeneratedAndItIsSaid() {
        EncodedPatterns loaded = load("{}");

        assertEquals(100, loaded.patterns().count());
        assertEquals(28 * 28, loaded.patterns().features());
        assertEquals("7", loaded.images().orElseThrow().label(97));
        assertTrue(loaded.notes().getFirst().startsWith("images: 100 digits generated by strokes (seed 1)"));
        assertEquals(loaded.patterns(), load("{seed: 1, count: 100}").patterns());
        assertNotEquals(loaded.patterns(), load("{seed: 2}").patterns());
        assertEquals(
                List.of("3", "5", "3"),
                load("{cycle: [3, 5], count: 3}").images().orElseThrow().labels());
        assertTrue(mistake("{cycle: [10]}").contains("class 10 is no digit"));
        assertTrue(mistake("{count: 100001}").contains("at most 100000 digits"));
        assertTrue(mistake("{cycle: []}").contains("at least one class is needed"));
    }

    /** So that a reader knows the digit: the mean image of its own class is nearest. */
    @Test
    void generatedDigitsAreAllDifferentAndLookLikeTheirClass() {
        PatternSet digits = load("{count: 500}").patterns();
        Set<Signs> distinct = new HashSet<>();
        int[][] sums = new int[10][digits.features()];
        for (int mu = 0; mu < digits.count(); mu++) {
            distinct.add(digits.row(mu));
            for (int i = 0; i < digits.features(); i++) {
                sums[mu % 10][i] += digits.at(mu, i);
            }
        }
        int right = 0;
        for (int mu = 0; mu < digits.count(); mu++) {
            right += nearest(sums, digits.row(mu)) == mu % 10 ? 1 : 0;
        }

        assertEquals(500, distinct.size());
        assertTrue(right > 400, right + " of 500");
    }

    private static int nearest(int[][] sums, Signs image) {
        int best = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int digit = 0; digit < sums.length; digit++) {
            double length = 0;
            double product = 0;
            for (int i = 0; i < image.length(); i++) {
                length += (double) sums[digit][i] * sums[digit][i];
                product += sums[digit][i] * image.at(i);
            }
            if (product / Math.sqrt(length) > largest) {
                largest = product / Math.sqrt(length);
                best = digit;
            }
        }
        return best;
    }

    @Test
    void idxFilesOfImagesAreLookedAtAsImagesToo() throws IOException {
        Files.write(folder.resolve("a.idx"), images(IMAGES));

        PatternImages images = PatternSources.load(Trees.parse("{idx: 'a.idx'}"), folder)
                .images()
                .orElseThrow();

        assertEquals(new PatternImages(3, 2, List.of()), images);
        assertEquals("", images.label(4));
    }
}
