package org.mneme.runtime.result;

import java.util.List;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/**
 * Images asked for beside those recalled; a few of them, and the errors of all.
 *
 * @param width pixels of a row, ≥ 1
 * @param height rows, ≥ 1; feature i is pixel i mod width of row i / width, from the top left, and +1 is ink
 * @param errors wrong bits of S(t) for t = 0…K; an unknown bit is a wrong one
 * @param pairs the images kept, ascending by step, at most {@link #MOST_PAIRS}
 */
public record ImageSequence(int width, int height, Ints errors, List<Pair> pairs) {
    /** The most pairs kept. */
    public static final int MOST_PAIRS = 60;

    /**
     * An image and its recall.
     *
     * @param step t
     * @param pattern which should be recalled at t
     * @param label what it shows, such as "7"; empty where that is not known
     * @param asked the pattern, width · height features
     * @param recalled S(t)
     */
    public record Pair(int step, int pattern, String label, Signs asked, Signs recalled) {
        /**
         * Counts the wrong bits.
         *
         * @return 0…N
         */
        public int wrong() {
            return asked.distance(recalled);
        }
    }

    /**
     * Copies the list and checks the sizes.
     *
     * @throws InvalidValueException if there is no pixel
     */
    public ImageSequence {
        if (width < 1) {
            throw new InvalidValueException("width", width, "at least 1");
        }
        if (height < 1) {
            throw new InvalidValueException("height", height, "at least 1");
        }
        pairs = List.copyOf(pairs);
        for (Pair pair : pairs) {
            if (pair.asked().length() != width * height || pair.recalled().length() != width * height) {
                throw new IllegalArgumentException(pair.asked().length() + " and "
                        + pair.recalled().length() + " features for " + width + " × " + height + " pixels");
            }
        }
    }

    /**
     * Says how many of the images recalled have a wrong bit.
     *
     * @return 0…K+1
     */
    public int wrongImages() {
        return (int) errors.stream().filter(wrong -> wrong > 0).count();
    }
}
