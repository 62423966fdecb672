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

    @Test
    void fewColoursTakeTwoBitsAPixel() throws IOException {
        Random random = new Random(4);
        int[] argb = {0, 0xff2f86c6, 0x80d55e00, 0xffd55e00};
        byte[][] pixels = new byte[5][7];
        for (byte[] row : pixels) {
            for (int x = 0; x < row.length; x++) {
                row[x] = (byte) random.nextInt(4);
            }
        }
        byte[] png = Png.small(pixels, argb);
        assertEquals(2, png[24]);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(7, image.getWidth());
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                assertEquals(argb[pixels[y][x]], image.getRGB(x, y), "pixel " + x + ", " + y);
            }
        }
    }
}
