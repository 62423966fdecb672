package org.mneme.runtime.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/** Keeps images spread evenly over a recall, and the first wrong ones; of all it keeps the number of wrong bits. */
public final class ImageSampler {
    private static final int MOST_WRONG = 20;
    private static final int SPREAD = ImageSequence.MOST_PAIRS - MOST_WRONG;

    private final int width;
    private final int height;
    private final int steps;
    private final List<ImageSequence.Pair> pairs = new ArrayList<>();
    private int[] errors = new int[64];
    private int count;
    private int spread;
    private int wrong;

    /**
     * Starts a sample.
     *
     * @param width pixels of a row, ≥ 1
     * @param height rows, ≥ 1
     * @param steps K, the recall steps planned, ≥ 0; the images kept are spread over them
     */
    public ImageSampler(int width, int height, int steps) {
        this.width = width;
        this.height = height;
        this.steps = steps;
    }

    /**
     * Takes the next state, for t = 0, 1, ….
     *
     * @param pattern which should be recalled at t
     * @param label what it shows; may be empty
     * @param asked the pattern, width · height features
     * @param recalled S(t)
     */
    public void accept(int pattern, String label, Signs asked, Signs recalled) {
        int t = count++;
        if (t == errors.length) {
            errors = Arrays.copyOf(errors, 2 * t);
        }
        errors[t] = asked.distance(recalled);
        boolean due = spread < SPREAD && t >= due(spread);
        if (due || errors[t] > 0 && wrong < MOST_WRONG) {
            pairs.add(new ImageSequence.Pair(t, pattern, label, asked, recalled));
            if (due) {
                spread++;
            } else {
                wrong++;
            }
        }
    }

    /** The step of image k of those spread evenly, the first at 0 and the last at K. */
    private int due(int k) {
        return steps < SPREAD ? k : (int) ((long) k * steps / (SPREAD - 1));
    }

    /**
     * Ends the sample.
     *
     * @return what was recalled so far
     */
    public ImageSequence sample() {
        return new ImageSequence(width, height, Ints.of(Arrays.copyOf(errors, count)), pairs);
    }
}
