package org.mneme.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The field of one unit at a time: the counts c_k of its patterns by their argument, then a double sum with an error bound, and inside
 * the bound the exact sum.
 *
 * <p>The bound is that of {@link ExactFields}: what cancels exactly, in the counts, leaves no rounding behind.
 */
final class UnitFields {
    private final SequenceMemory memory;
    private final BlockPresent present;
    private final List<Side> sides;
    private final List<int[]> rowsOf;
    private final Optional<SlowSums> slow;
    private final List<Weights> weights;
    private final List<int[]> counts;
    private long fallbacks;

    UnitFields(
            SequenceMemory memory,
            BlockPresent present,
            List<Side> sides,
            List<int[]> rowsOf,
            Optional<SlowSums> slow,
            List<Weights> weights) {
        this.memory = memory;
        this.present = present;
        this.sides = sides;
        this.rowsOf = rowsOf;
        this.slow = slow;
        this.weights = weights;
        this.counts = weights.stream().map(w -> new int[w.keys()]).toList();
    }

    long exactFallbacks() {
        return fallbacks;
    }

    /**
     * Returns the sign of a unit's field.
     *
     * @param unit i
     * @param shift what is added to an argument that only ratios matter of
     * @return −1, 0 or +1
     */
    int sign(int unit, int shift) {
        double value = 0;
        double magnitude = 0;
        double error = 0;
        int terms = 0;
        boolean exact = true;
        for (int side = 0; side < sides.size(); side++) {
            count(side, unit);
            Weights w = weights.get(side);
            exact &= w.isExact();
            int[] c = counts.get(side);
            int by = isSlow(side) ? 0 : shift;
            for (int k = Math.max(0, -by); k < c.length && k + by < c.length; k++) {
                if (c[k] != 0) {
                    terms++;
                    value += c[k] * w.value(k + by);
                    magnitude += Math.abs(c[k] * w.value(k + by));
                    error += Math.abs(c[k]) * w.error(k + by);
                }
            }
        }
        boolean sumIsExact = error == 0 && (magnitude == 0 || exact && magnitude < 0x1p52);
        double bound = 2 * ((terms + 1) * Response.ROUNDING * magnitude + error);
        return sumIsExact || Math.abs(value) > bound ? (int) Math.signum(value) : exactSign();
    }

    private boolean isSlow(int side) {
        return side == 1;
    }

    private void count(int side, int unit) {
        PatternSet patterns = memory.patterns();
        int[] rows = rowsOf.get(side);
        int[] c = counts.get(side);
        Arrays.fill(c, 0);
        boolean excluded = memory.selfCoupling() == SelfCoupling.EXCLUDED;
        int middle = memory.features() + BucketFields.MARGIN;
        for (int mu = 0; mu < rows.length; mu++) {
            if (rows[mu] == Successors.NONE) {
                continue;
            }
            int own = excluded ? patterns.at(mu, unit) * present.at(unit) : 0;
            int key = isSlow(side) ? slow.orElseThrow().key(mu) : middle + present.overlap(mu) - own;
            c[key] += patterns.at(rows[mu], unit);
        }
    }

    private int exactSign() {
        fallbacks++;
        FormalSum sum = new FormalSum();
        for (int side = 0; side < sides.size(); side++) {
            int[] c = counts.get(side);
            Rational weight = Rational.asWritten(sides.get(side).weight());
            for (int k = 0; k < c.length; k++) {
                if (c[k] != 0) {
                    sum.add(
                            weight.times(Rational.of(c[k])),
                            sides.get(side).response().exact(argument(side, k)));
                }
            }
        }
        return sum.signum();
    }

    private Rational argument(int side, int key) {
        return isSlow(side)
                ? slow.orElseThrow().argument(key)
                : Rational.of((long) key - memory.features() - BucketFields.MARGIN);
    }
}
