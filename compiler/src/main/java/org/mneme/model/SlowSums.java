package org.mneme.model;

import java.util.Arrays;
import org.mneme.bits.Ints;

/**
 * The slow trace of a boxcar in plain integers: Σ_{ρ&lt;τ_μ} h_μ(t−ρ), as keys that also tell the τ of the pattern.
 *
 * <p>Patterns of the c-th distinct τ have the keys base_c + sum, so that the x = sum/τ of a key is the same for all its patterns.
 */
final class SlowSums {
    private final BlockPresent present;
    private final int features;
    private final Ints steps;
    /** The distinct τ, ascending. */
    private final int[] taus;
    /** The key of the sum 0 of each distinct τ. */
    private final int[] bases;

    private final int[] classOf;
    private final int keyCount;
    /** Overlaps of the last steps, a ring. */
    private final int[][] history;

    private final int[] entering;
    /** The place in the ring of the oldest step, and of the next. */
    private int at;
    /** Σ_{1≤ρ<τ_μ} h_μ(t−ρ). */
    private final int[] past;

    private final int[] keys;
    private final Slices slices;
    private final int[][] occurrencesOf;
    private final int[] occurrences;

    SlowSums(Ints steps, int count, int features, BlockPresent present, Slices slices) {
        this.present = present;
        this.features = features;
        this.steps = steps;
        this.taus = steps.stream().distinct().sorted().toArray();
        this.bases = new int[taus.length];
        int next = 0;
        for (int c = 0; c < taus.length; c++) {
            bases[c] = next + features * taus[c];
            next += 2 * features * taus[c] + 1;
        }
        this.keyCount = next;
        this.classOf = new int[count];
        Arrays.setAll(classOf, mu -> Arrays.binarySearch(taus, steps.shared(mu)));
        this.history = new int[taus[taus.length - 1] - 1][count];
        this.entering = new int[history.length == 0 ? 0 : count];
        this.past = new int[count];
        this.keys = new int[count];
        this.slices = slices;
        this.occurrencesOf = new int[slices.count()][keyCount];
        this.occurrences = slices.count() == 1 ? occurrencesOf[0] : new int[keyCount];
    }

    /** How many keys a boxcar needs, or more than any array has. */
    static long keyCount(Ints steps, int features) {
        return steps.stream()
                .distinct()
                .mapToLong(tau -> 2L * features * tau + 1)
                .sum();
    }

    int keyCount() {
        return keyCount;
    }

    int[] taus() {
        return taus;
    }

    /** Forgets the history. */
    void clear() {
        for (int[] then : history) {
            Arrays.fill(then, 0);
        }
        Arrays.fill(past, 0);
    }

    /** The present overlaps are those of S(t). */
    void remember() {
        if (history.length > 0) {
            System.arraycopy(present.sharedOverlaps(), 0, entering, 0, entering.length);
        }
    }

    /** A step is over: what was remembered is history. */
    void push() {
        if (history.length == 0) {
            return;
        }
        if (taus.length == 1) {
            add(entering, past);
            subtract(history[at], past);
        } else {
            for (int mu = 0; mu < past.length; mu++) {
                int before = steps.at(mu) - 1;
                past[mu] += before == 0 ? 0 : entering[mu] - history[Math.floorMod(at - before, history.length)][mu];
            }
        }
        System.arraycopy(entering, 0, history[at], 0, entering.length);
        at = (at + 1) % history.length;
    }

    private static void add(int[] terms, int[] sums) {
        for (int mu = 0; mu < sums.length; mu++) {
            sums[mu] += terms[mu];
        }
    }

    private static void subtract(int[] terms, int[] sums) {
        for (int mu = 0; mu < sums.length; mu++) {
            sums[mu] -= terms[mu];
        }
    }

    /** Computes the keys at the present state. */
    void refresh() {
        int[] h = present.sharedOverlaps();
        slices.run(s -> refresh(h, slices.from(s), slices.to(s), occurrencesOf[s]));
        if (slices.count() > 1) {
            BlockPresent.addAll(occurrencesOf, occurrences);
        }
    }

    private void refresh(int[] h, int from, int to, int[] counts) {
        Arrays.fill(counts, 0);
        for (int mu = from; mu < to; mu++) {
            int key = bases[classOf[mu]] + past[mu] + h[mu];
            keys[mu] = key;
            counts[key]++;
        }
    }

    int key(int mu) {
        return bases[classOf[mu]] + past[mu] + present.overlap(mu);
    }

    int[] keys() {
        return keys;
    }

    int[] occurrences() {
        return occurrences;
    }

    int[][] occurrencesOfSlices() {
        return occurrencesOf;
    }

    /** Returns the largest exponent of a response at the present keys. */
    double largestExponent(Response response) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < taus.length; c++) {
            int key = bases[c] + features * taus[c];
            while (key > bases[c] - features * taus[c] && occurrences[key] == 0) {
                key--;
            }
            if (occurrences[key] > 0) {
                largest = Math.max(largest, response.exponent(key - bases[c], taus[c]));
            }
        }
        return largest;
    }

    /** Returns x of a key exactly. */
    Rational argument(int key) {
        int c = 0;
        while (key > bases[c] + features * taus[c]) {
            c++;
        }
        return Rational.of((long) key - bases[c]).over(taus[c]);
    }
}
