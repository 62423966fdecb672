package org.mneme.recall;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.Signs;
import org.mneme.model.ReferenceRecall;

/**
 * The signs of single fields, exactly: patterns of equal overlap are counted, then integers are summed; real weights by doubles with
 * an error bound, and inside it by the reference recall. One object serves one thread.
 */
final class ExactSigns {
    private final Network network;
    private final FieldSums sums;
    private final int[][] totals;
    private final int[][] counts;
    private Optional<ReferenceRecall> reference = Optional.empty();
    private int asked;
    private long[] state = new long[0];
    private Optional<Signs> answer = Optional.empty();
    private boolean counted;

    ExactSigns(Network network, FieldSums sums) {
        this.network = network;
        this.sums = sums;
        this.totals = new int[network.terms().size()][network.own().length + 1];
        this.counts = new int[network.terms().size()][network.own().length + 1];
    }

    /** Sets which state of the sums is asked about; bit i is its sign i. */
    void at(int s, long[] bits) {
        asked = s;
        state = bits;
        answer = Optional.empty();
        counted = false;
    }

    /** Returns the unit's next sign: its field's, or where that is 0 its own. */
    int next(int unit) {
        if (!counted) {
            countAll();
            counted = true;
        }
        int own = (state[unit >>> 6] >>> unit & 1) != 0 ? 1 : -1;
        for (int t = 0; t < counts.length; t++) {
            count(t, unit, network.terms().get(t).plane() == Term.Plane.CROSS ? own : 1);
        }
        Optional<Integer> sign = exactSign().or(this::boundedSign);
        if (sign.isEmpty()) {
            return referenceAnswer().at(unit);
        }
        return sign.get() == 0 ? own : sign.get();
    }

    private void countAll() {
        sums.hold(asked);
        for (int t = 0; t < totals.length; t++) {
            for (int c = 0; c < totals[t].length; c++) {
                totals[t][c] = network.weights().listed()[c]
                        ? 0
                        : Slices.count1(sums.equal(c), network.valid(t), 0, network.words());
            }
        }
    }

    /** Signs of a plane are bits that are 1 for +1, among the valid patterns; the sum of n signs is 2 popcount − n. */
    private void count(int term, int unit, int sign) {
        long[] plane = network.plane(term)[unit];
        long[] valid = network.valid(term);
        for (int c = 0; c < counts[term].length; c++) {
            int total = totals[term][c];
            counts[term][c] =
                    total == 0 ? 0 : sign * (2 * Slices.count1(plane, sums.equal(c), 0, network.words()) - total);
        }
        for (int w = 0; w < network.words(); w++) {
            for (long left = sums.listed(w) & valid[w]; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                counts[term][sums.differing(w * Long.SIZE + bit)] += (plane[w] >>> bit & 1) != 0 ? sign : -sign;
            }
        }
    }

    private Optional<Integer> exactSign() {
        List<Term> terms = network.terms();
        BigInteger sum = BigInteger.ZERO;
        for (int t = 0; t < counts.length; t++) {
            if (terms.get(t).exact().isEmpty()) {
                return Optional.empty();
            }
            BigInteger[] exact = terms.get(t).exact().get();
            for (int c = 0; c < counts[t].length; c++) {
                if (counts[t][c] != 0) {
                    sum = sum.add(exact[c].multiply(BigInteger.valueOf(counts[t][c])));
                }
            }
        }
        return Optional.of(sum.signum());
    }

    /** As many products as the tables have entries, each off by its table's error; twice the bound covers the bound's roundings. */
    private Optional<Integer> boundedSign() {
        double sum = 0;
        double magnitude = 0;
        double patterns = 0;
        for (int t = 0; t < counts.length; t++) {
            double[] value = network.terms().get(t).value();
            for (int c = 0; c < value.length; c++) {
                double product = counts[t][c] * value[c];
                sum += product;
                magnitude += Math.abs(product) * (1 + Math.abs(Math.log(Math.abs(value[c]) + Double.MIN_NORMAL)));
                patterns += Math.abs(counts[t][c]);
            }
        }
        if (patterns == 0) {
            return Optional.of(0);
        }
        double bound = magnitude * (2 * network.own().length + 16) * 0x1p-50 + patterns * Double.MIN_NORMAL;
        return Math.abs(sum) > bound ? Optional.of((int) Math.signum(sum)) : Optional.empty();
    }

    private Signs referenceAnswer() {
        if (answer.isEmpty()) {
            if (reference.isEmpty()) {
                reference = Optional.of(ReferenceRecall.exact(network.memory()));
            }
            ReferenceRecall recall = reference.get();
            recall.cue(Signs.ofWords(network.own().length, state));
            recall.step();
            answer = Optional.of(recall.state());
        }
        return answer.get();
    }
}
