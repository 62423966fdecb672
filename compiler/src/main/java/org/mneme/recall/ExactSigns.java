package org.mneme.recall;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mneme.bits.Signs;
import org.mneme.model.ReferenceRecall;

/**
 * The signs of single fields, exactly: patterns of equal overlap are counted, then integers are summed; real weights by doubles with
 * an error bound, and inside it by the reference recall. One object serves one thread.
 */
final class ExactSigns {
    private final Network network;
    private final int[][] counts;
    private Optional<ReferenceRecall> reference = Optional.empty();
    private long[] state = new long[0];
    private int[] differing = new int[0];
    private Optional<Signs> answer = Optional.empty();
    private boolean counted;

    ExactSigns(Network network) {
        this.network = network;
        this.counts = new int[network.terms().size()][network.features() + 1];
    }

    /** Sets the state that is asked about; bit i is its sign i. */
    void at(long[] bits) {
        state = bits;
        answer = Optional.empty();
        counted = false;
    }

    /** Returns the unit's next sign: its field's, or where that is 0 its own. */
    int next(int unit) {
        if (!counted) {
            differing = IntStream.range(0, network.memory().count())
                    .map(mu -> network.differing(mu, state))
                    .toArray();
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

    private void count(int term, int unit, int sign) {
        long[] plane = network.plane(term)[unit];
        long[] valid = network.plane(term)[network.features()];
        Arrays.fill(counts[term], 0);
        for (int mu = 0; mu < differing.length; mu++) {
            if ((valid[mu >>> 6] >>> mu & 1) != 0) {
                counts[term][differing[mu]] += (plane[mu >>> 6] >>> mu & 1) != 0 ? sign : -sign;
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
        double bound = magnitude * (2 * network.features() + 16) * 0x1p-50 + patterns * Double.MIN_NORMAL;
        return Math.abs(sum) > bound ? Optional.of((int) Math.signum(sum)) : Optional.empty();
    }

    private Signs referenceAnswer() {
        if (answer.isEmpty()) {
            if (reference.isEmpty()) {
                reference = Optional.of(ReferenceRecall.exact(network.memory()));
            }
            ReferenceRecall recall = reference.get();
            recall.cue(Signs.ofWords(network.features(), state));
            recall.step();
            answer = Optional.of(recall.state());
        }
        return answer.get();
    }
}
