package org.mneme.runtime.patterns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;

/**
 * Images taken class by class, each class in the order of its file; an image equal to one taken before is passed over.
 *
 * @param images those taken, as indices into the file
 * @param passedOver how many equal ones were passed over
 * @param exhausted the class that had no further image; −1 where enough were found
 */
record ImageCycle(Ints images, int passedOver, int exhausted) {
    /** Enough images were found. */
    static final int NONE = -1;

    /**
     * Takes images.
     *
     * @param all the images of the file
     * @param labels the class of each
     * @param cycle the classes in the order in which they come, again and again
     * @param most how many images to take at most
     */
    static ImageCycle take(PatternSet all, Ints labels, Ints cycle, int most) {
        Map<Integer, List<Integer>> classes = new HashMap<>();
        for (int k = 0; k < labels.length(); k++) {
            classes.computeIfAbsent(labels.at(k), c -> new ArrayList<>()).add(k);
        }
        Map<Integer, Integer> next = new HashMap<>();
        Set<Signs> taken = new HashSet<>();
        List<Integer> order = new ArrayList<>();
        int passedOver = 0;
        while (order.size() < most) {
            int wanted = cycle.at(order.size() % cycle.length());
            List<Integer> candidates = classes.getOrDefault(wanted, List.of());
            int position = next.getOrDefault(wanted, 0);
            while (position < candidates.size() && !taken.add(all.row(candidates.get(position)))) {
                position++;
                passedOver++;
            }
            if (position == candidates.size()) {
                return new ImageCycle(ints(order), passedOver, wanted);
            }
            order.add(candidates.get(position));
            next.put(wanted, position + 1);
        }
        return new ImageCycle(ints(order), passedOver, NONE);
    }

    private static Ints ints(List<Integer> values) {
        return Ints.of(values.stream().mapToInt(Integer::intValue).toArray());
    }
}
