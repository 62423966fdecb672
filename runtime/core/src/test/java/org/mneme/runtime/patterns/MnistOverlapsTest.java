package org.mneme.runtime.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
import org.mneme.runtime.experiment.Trees;

/** How alike the 8,920 test digits of MNIST are, as docs/tasks/recall-images.md says; where they are beside the repository. */
class MnistOverlapsTest {
    private static final Path FOLDER = Path.of(System.getProperty("mneme.root", "."), "..", "shared", "data", "mnist")
            .normalize();

    private static long[] pairsByDistance = {};
    private static int images;

    /** Distances are of pixels; m = 1 − 2 · distance / N. */
    @BeforeAll
    static void compareAllPairs() {
        assumeTrue(Files.exists(FOLDER.resolve("t10k-images-idx3-ubyte.gz")), () -> "MNIST is not at " + FOLDER);
        BitMatrix digits = PatternSources.load(Trees.parse("{images: {}}"), FOLDER)
                .patterns()
                .plus();
        images = digits.rows();
        pairsByDistance = new long[digits.columns() + 1];
        for (int mu = 0; mu < images; mu++) {
            for (int nu = 0; nu < mu; nu++) {
                int distance = 0;
                for (int w = 0; w < digits.wordsPerRow(); w++) {
                    distance += Long.bitCount(digits.word(mu, w) ^ digits.word(nu, w));
                }
                pairsByDistance[distance]++;
            }
        }
    }

    private static double overlap(int distance) {
        return 1 - 2.0 * distance / (pairsByDistance.length - 1);
    }

    private static long pairs(double low, double high) {
        return IntStream.range(0, pairsByDistance.length)
                .filter(distance -> overlap(distance) >= low && overlap(distance) <= high)
                .mapToLong(distance -> pairsByDistance[distance])
                .sum();
    }

    private static double allPairs() {
        return LongStream.of(pairsByDistance).sum();
    }

    @Test
    void allWholeRoundsOfTheTestSetAreCompared() {
        assertEquals(8920, images);
        assertEquals(8920L * 8919 / 2, allPairs());
        assertEquals(0, pairsByDistance[0]);
    }

    @Test
    void overlapsHaveAMeanOf065() {
        double sum = IntStream.range(0, pairsByDistance.length)
                .mapToDouble(distance -> pairsByDistance[distance] * overlap(distance))
                .sum();

        assertEquals(0.65, sum / allPairs(), 0.005);
    }

    @Test
    void nearlyAllPairsOverlapBy046To085() {
        assertEquals(0.98, pairs(0.46, 0.85) / allPairs(), 0.005);
    }

    @Test
    void imageHas28OthersAtAnOverlapOf09OrMore() {
        assertEquals(28, 2.0 * pairs(0.9, 1) / images, 0.5);
    }

    @Test
    void threePairsDifferInASinglePixel() {
        assertEquals(3, pairsByDistance[1]);
    }
}
