package org.mneme.motor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * One angle as M signs, each a square wave over the angle with its own frequency and phase, as grid cells have their own spacing.
 *
 * <p>With u the angle's place in its range, 0…1, sign k is +1 where f_k u + φ_k is in the first half of a period. The frequencies are
 * spread evenly in their logarithm over {@value #SLOWEST}…{@value #FASTEST} periods a range, the phases are random: near angles share
 * most signs, far ones about half of them, and together the waves cut the range into about 4.5 M cells.
 *
 * <p>An angle is read from all signs at once: the cell whose signs agree with most of them, and its middle. That is the maximum
 * likelihood reading where each sign is flipped with the same probability; it uses the waves alone.
 */
public final class PhaseCode {
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 8;

    private final double low;
    private final double high;
    private final boolean[] first;
    private final double[] edges;
    private final int[] flips;

    private PhaseCode(double low, double high, boolean[] first, double[] edges, int[] flips) {
        this.low = low;
        this.high = high;
        this.first = first;
        this.edges = edges;
        this.flips = flips;
    }

    /** A place in the range where sign k changes. */
    private record Edge(double u, int k) {}

    /**
     * Draws a code.
     *
     * @param low the least angle, radians
     * @param high the largest angle, radians, &gt; low
     * @param size M ≥ 1
     * @param random draws the phases
     * @return the code
     */
    public static PhaseCode of(double low, double high, int size, SplittableRandom random) {
        double[] frequencies = new double[size];
        double[] phases = new double[size];
        for (int k = 0; k < size; k++) {
            frequencies[k] = SLOWEST * StrictMath.pow(FASTEST / SLOWEST, (k + 0.5) / size);
            phases[k] = random.nextDouble();
        }
        return of(low, high, frequencies, phases);
    }

    /**
     * Makes a code of given waves.
     *
     * @param low the least angle
     * @param high the largest angle, &gt; low
     * @param frequencies f_k, periods a range, &gt; 0; M ≥ 1
     * @param phases φ_k, 0…1; as many
     * @return the code
     */
    public static PhaseCode of(double low, double high, double[] frequencies, double[] phases) {
        int size = frequencies.length;
        boolean[] first = new boolean[size];
        Edge[][] edges = new Edge[size][];
        for (int k = 0; k < size; k++) {
            double f = frequencies[k];
            double phase = phases[k];
            first[k] = phase < 0.5;
            int wave = k;
            int before = (int) Math.floor(2 * phase);
            int crossed = (int) Math.floor(2 * (f + phase)) - before;
            edges[k] = IntStream.rangeClosed(1, crossed)
                    .mapToObj(n -> new Edge(((before + n) / 2.0 - phase) / f, wave))
                    .toArray(Edge[]::new);
        }
        Edge[] all = Arrays.stream(edges)
                .flatMap(Arrays::stream)
                .sorted(Comparator.comparingDouble(Edge::u).thenComparingInt(Edge::k))
                .toArray(Edge[]::new);
        return new PhaseCode(
                low,
                high,
                first,
                Arrays.stream(all).mapToDouble(Edge::u).toArray(),
                Arrays.stream(all).mapToInt(Edge::k).toArray());
    }

    /**
     * Returns how many signs an angle has.
     *
     * @return M
     */
    public int size() {
        return first.length;
    }

    /**
     * Returns the signs of an angle.
     *
     * @param angle radians; outside the range it is taken as its nearer end
     * @return M entries, true for +1
     */
    public boolean[] encode(double angle) {
        double u = (angle - low) / (high - low);
        boolean[] signs = first.clone();
        for (int e = 0; e < edges.length && edges[e] <= u; e++) {
            signs[flips[e]] ^= true;
        }
        return signs;
    }

    /**
     * Reads an angle from signs.
     *
     * @param sign k → −1, 0 (unknown) or +1
     * @return radians, in the range
     */
    public double decode(IntUnaryOperator sign) {
        int[] term = new int[first.length];
        int score = 0;
        for (int k = 0; k < term.length; k++) {
            term[k] = first[k] ? sign.applyAsInt(k) : -sign.applyAsInt(k);
            score += term[k];
        }
        int best = Integer.MIN_VALUE;
        double width = 0;
        double middle = 0;
        for (int e = 0; e <= edges.length; e++) {
            double from = e == 0 ? 0 : edges[e - 1];
            double to = e == edges.length ? 1 : edges[e];
            if (score > best || score == best && to - from > width) {
                best = score;
                width = to - from;
                middle = (from + to) / 2;
            }
            if (e < edges.length) {
                score -= 2 * term[flips[e]];
                term[flips[e]] = -term[flips[e]];
            }
        }
        return low + middle * (high - low);
    }
}
