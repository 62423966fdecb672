package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;
import org.mneme.runtime.result.ImageSampler;
import org.mneme.runtime.result.ImageSequence;

class ImagePlotTest {
    private static final Signs ASKED = Signs.parse("++--" + "+--+" + "-++-");

    private static ImageSequence images(Signs... recalled) {
        ImageSampler sampler = new ImageSampler(4, 3, recalled.length - 1);
        for (int t = 0; t < recalled.length; t++) {
            sampler.accept(t, "<" + t + ">", ASKED, recalled[t]);
        }
        return sampler.sample();
    }

    private static BufferedImage picture(Drawn drawn, int k) throws IOException {
        String data = drawn.all("image").get(k).getAttribute("href");
        byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void aWrongPixelIsBoxedAndCounted() throws IOException {
        Drawn drawn = Drawn.of(ImagePlot.of(images(ASKED, ASKED.flip(1))));
        assertEquals(4, drawn.all("image").size());
        assertTrue(drawn.texts().containsAll(List.of("step 0: <0>", "no wrong bit", "✗ 1 wrong bit")));
        assertEquals(1, drawn.all("path", "wrong").size());
        BufferedImage asked = picture(drawn, 2);
        BufferedImage recalled = picture(drawn, 3);
        assertEquals(4, asked.getWidth());
        assertEquals(3, asked.getHeight());
        for (int i = 0; i < 12; i++) {
            int ink = ASKED.at(i) > 0 ? 255 : 0;
            assertEquals(ink, asked.getRGB(i % 4, i / 4) >>> 24, "pixel " + i);
            assertEquals(i == 1 ? 255 - ink : ink, recalled.getRGB(i % 4, i / 4) >>> 24, "pixel " + i);
        }
    }

    @Test
    void manyWrongPixelsAreColouredAsWell() throws IOException {
        Drawn drawn = Drawn.of(ImagePlot.of(images(ASKED, ASKED.flip(0, 1, 2, 3))));
        assertEquals(4, drawn.all("path", "wrong").getFirst().getAttribute("d").split("M", -1).length - 1);
        BufferedImage recalled = picture(drawn, 3);
        long colours = IntStream.range(0, 12)
                .map(i -> recalled.getRGB(i % 4, i / 4))
                .distinct()
                .count();
        assertEquals(4, colours);
    }

    @Test
    void theErrorsOfAllStepsAreATable() {
        Plot plot = ImageErrorPlot.of(images(ASKED, ASKED.flip(1, 2), ASKED));
        assertEquals("step,wrong_bits\n0,0\n1,2\n2,0\n", plot.csv().text());
        assertTrue(plot.caption().startsWith("1 image of 3 has wrong bits, at most 2 of 12."), plot.caption());
        assertTrue(ImageErrorPlot.of(images(ASKED)).caption().startsWith("Every one of 1 image"));
        assertEquals(
                "step,pattern,label,wrong_bits\n0,0,<0>,0\n1,1,<1>,2\n",
                ImagePlot.of(images(ASKED, ASKED.flip(1, 2))).csv().text());
    }

    @Test
    void aReportOfThousandsOfFailedImagesIsSmall() {
        Random random = new Random(6);
        int steps = 8919;
        ImageSampler sampler = new ImageSampler(28, 28, steps);
        for (int t = 0; t <= steps; t++) {
            Signs asked = Signs.ofWords(784, random.longs(13).toArray());
            sampler.accept(
                    t % 10,
                    "" + t % 10,
                    asked,
                    Signs.ofWords(784, random.longs(13).toArray()));
        }
        ImageSequence images = sampler.sample();
        String page = ReportPage.html(SampleRuns.images(images));
        assertTrue(page.getBytes(StandardCharsets.UTF_8).length < 3_000_000);
        assertEquals(
                2 * ImageSequence.MOST_PAIRS,
                Drawn.of(ImagePlot.of(images)).all("image").size());
        assertTrue(page.contains("60 of 8\u202f920 are shown"));
    }

    @Test
    void imagesOfAnySizeAndShapeStayOnThePage() {
        Random random = new Random(7);
        for (int[] size : new int[][] {{1, 1}, {100, 3}, {2, 90}, {300, 300}, {1, 784}}) {
            int features = size[0] * size[1];
            ImageSampler sampler = new ImageSampler(size[0], size[1], 20);
            for (int t = 0; t < 8; t++) {
                long[] words = random.longs((features + 63) / 64).toArray();
                sampler.accept(0, "", Signs.ofWords(features, words), Signs.zeros(features));
            }
            Plot plot = ImagePlot.of(sampler.sample());
            assertFalse(plot.body().contains("NaN"));
            for (var image : Drawn.of(plot).all("image")) {
                double right =
                        Double.parseDouble(image.getAttribute("x")) + Double.parseDouble(image.getAttribute("width"));
                double bottom =
                        Double.parseDouble(image.getAttribute("y")) + Double.parseDouble(image.getAttribute("height"));
                assertTrue(right <= plot.width() && bottom <= plot.height(), size[0] + " × " + size[1]);
            }
        }
    }
}
