package org.mneme.runtime.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

class ImageSamplerTest {
    private static final Signs ASKED = Signs.parse("++--+-");

    private static ImageSequence sample(int planned, int... wrong) {
        ImageSampler sampler = new ImageSampler(3, 2, planned);
        for (int t = 0; t < wrong.length; t++) {
            sampler.accept(
                    t % 7,
                    "" + t % 7,
                    ASKED,
                    ASKED.flip(IntStream.range(0, wrong[t]).toArray()));
        }
        return sampler.sample();
    }

    private static List<Integer> steps(ImageSequence images) {
        return images.pairs().stream().map(ImageSequence.Pair::step).toList();
    }

    @Test
    void aShortRecallIsKeptWhole() {
        ImageSequence images = sample(3, 0, 2, 0, 1);
        assertEquals(List.of(0, 1, 2, 3), steps(images));
        assertEquals(Ints.of(0, 2, 0, 1), images.errors());
        assertEquals(2, images.wrongImages());
        assertEquals(2, images.pairs().get(1).wrong());
    }

    @Test
    void theErrorsOfEveryStepAndTheFirstWrongImagesAreKept() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int planned = random.nextInt(3000);
            int rarity = 1 + random.nextInt(100);
            int[] wrong = IntStream.range(0, 1 + random.nextInt(planned + 1))
                    .map(_ -> random.nextInt(rarity) == 0 ? random.nextInt(7) : 0)
                    .toArray();
            ImageSequence images = sample(planned, wrong);
            String message = "seed " + seed;
            assertEquals(Ints.of(wrong), images.errors(), message);
            assertTrue(images.pairs().size() <= ImageSequence.MOST_PAIRS, message);
            List<Integer> steps = steps(images);
            assertEquals(steps.stream().sorted().distinct().toList(), steps, message);
            assertTrue(steps.contains(0), message);
            List<Integer> firstWrong = IntStream.range(0, wrong.length)
                    .filter(t -> wrong[t] > 0)
                    .limit(20)
                    .boxed()
                    .toList();
            assertTrue(steps.containsAll(firstWrong), message);
        }
    }

    @Test
    void imagesAreSpreadToTheLastStep() {
        List<Integer> steps = steps(sample(8919, new int[8920]));
        assertEquals(40, steps.size());
        assertEquals(8919, steps.getLast());
        for (int k = 1; k < steps.size(); k++) {
            int distance = steps.get(k) - steps.get(k - 1);
            assertTrue(distance == 228 || distance == 229, steps.toString());
        }
    }

    @Test
    void anImageHasPixelsAndAsManyFeatures() {
        assertThrows(InvalidValueException.class, () -> new ImageSequence(0, 2, Ints.of(), List.of()));
        assertThrows(InvalidValueException.class, () -> new ImageSequence(2, 0, Ints.of(), List.of()));
        ImageSequence.Pair pair = new ImageSequence.Pair(0, 0, "", ASKED, ASKED);
        assertThrows(IllegalArgumentException.class, () -> new ImageSequence(2, 2, Ints.of(0), List.of(pair)));
        assertEquals(3, new ImageSequence(3, 2, Ints.of(0), List.of(pair)).width());
    }
}
