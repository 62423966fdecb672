package org.mneme.runtime.patterns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;

/**
 * Digit-like images for where there are no real ones: the glyphs 0…9 drawn by strokes of random place, slant, size and thickness, with
 * some pixels flipped. No two are equal.
 */
final class GeneratedDigits {
    /** Pixels of a row, and rows; those of MNIST. */
    static final int SIDE = 28;

    /** How many classes there are. */
    static final int CLASSES = 10;

    private static final double FLIPPED = 0.01;
    private static final double JITTER = 0.025;

    private final SplittableRandom random;

    private GeneratedDigits(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * Draws images.
     *
     * @param digits what each shows, 0…9
     * @param seed of all that is random
     * @return one pattern a digit, of {@value #SIDE} × {@value #SIDE} features, all different
     */
    static PatternSet draw(Ints digits, long seed) {
        GeneratedDigits hand = new GeneratedDigits(seed);
        Set<Signs> drawn = new HashSet<>();
        List<Signs> images = new ArrayList<>();
        for (int k = 0; k < digits.length(); k++) {
            Signs image = hand.image(digits.at(k));
            while (!drawn.add(image)) {
                image = hand.image(digits.at(k));
            }
            images.add(image);
        }
        return PatternSet.of(images);
    }

    private Signs image(int digit) {
        double slant = between(-0.3, 0.3);
        double width = between(0.75, 1.1);
        double height = between(0.8, 1.05);
        double right = between(-0.07, 0.07);
        double down = between(-0.07, 0.07);
        double reach = between(0.8, 1.6) / SIDE;
        List<double[]> segments = new ArrayList<>();
        for (DigitStrokes.Stroke stroke : DigitStrokes.of(digit)) {
            double[] x = new double[stroke.points()];
            double[] y = new double[stroke.points()];
            for (int k = 0; k < x.length; k++) {
                double above = 0.5 - stroke.y(k);
                x[k] = 0.5 + right + width * (stroke.x(k) - 0.5 + slant * above) + between(-JITTER, JITTER);
                y[k] = 0.5 + down - height * above + between(-JITTER, JITTER);
            }
            for (int k = 1; k < x.length; k++) {
                segments.add(new double[] {x[k - 1], y[k - 1], x[k], y[k]});
            }
        }
        int[] signs = new int[SIDE * SIDE];
        for (int i = 0; i < signs.length; i++) {
            int row = i / SIDE;
            double px = (i - row * SIDE + 0.5) / SIDE;
            double py = (row + 0.5) / SIDE;
            boolean ink = segments.stream().anyMatch(s -> isNear(s, px, py, reach));
            boolean flipped = random.nextDouble() < FLIPPED;
            signs[i] = ink != flipped ? 1 : -1;
        }
        return Signs.of(signs);
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Whether a point is within reach of a segment. */
    private static boolean isNear(double[] segment, double px, double py, double reach) {
        double dx = segment[2] - segment[0];
        double dy = segment[3] - segment[1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((px - segment[0]) * dx + (py - segment[1]) * dy) / length;
        double clamped = Math.clamp(along, 0, 1);
        double x = px - segment[0] - clamped * dx;
        double y = py - segment[1] - clamped * dy;
        return x * x + y * y <= reach * reach;
    }
}
