package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void anotherReaderSeesTheSamePixels() throws IOException {
        Random random = new Random(3);
        int[] argb = random.ints(256).toArray();
        byte[][] pixels = new byte[37][53];
        for (byte[] row : pixels) {
            random.nextBytes(row);
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(pixels, argb)));
        assertEquals(53, image.getWidth());
        assertEquals(37, image.getHeight());
        for (int y = 0; y < 37; y++) {
            for (int x = 0; x < 53; x++) {
                assertEquals(argb[pixels[y][x] & 255], image.getRGB(x, y), "pixel " + x + ", " + y);
            }
        }
    }
}
