package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.model.PatternSet;

/** The 10,000 test digits of MNIST, where they are beside the repository. */
class MnistTest {
    private static final Path FOLDER = Path.of(System.getProperty("mneme.root", "."), "..", "shared", "data", "mnist")
            .normalize();
    private static final Path IMAGES = FOLDER.resolve("t10k-images-idx3-ubyte.gz");

    @BeforeEach
    void skipWhereAbsent() {
        assumeTrue(Files.exists(IMAGES), () -> "MNIST is not at " + FOLDER);
    }

    @Test
    void theTestDigitsAreReadPixelForPixel() throws IOException {
        PatternSet digits = IdxPatterns.read(IMAGES, 125, OptionalInt.empty());
        assertEquals(10_000, digits.count());
        assertEquals(784, digits.features());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(IMAGES))) {
            in.skipNBytes(16);
            for (int mu = 0; mu < digits.count(); mu++) {
                byte[] image = in.readNBytes(784);
                int plus = 0;
                for (byte pixel : image) {
                    plus += (pixel & 0xff) >= 125 ? 1 : 0;
                }
                assertEquals(plus, digits.plus().bitCount(mu), "image " + mu);
                assertEquals((image[400] & 0xff) >= 125, digits.at(mu, 400) == 1, "image " + mu);
            }
        }
    }

    @Test
    void theirLabelsAreRead() {
        Ints labels = IdxLabels.read(FOLDER.resolve("t10k-labels-idx1-ubyte.gz"));
        assertEquals(10_000, labels.length());
        assertEquals(7, labels.at(0));
        assertEquals(892, labels.stream().filter(label -> label == 5).count());
    }
}
