package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.StateVariable;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix.Orientation;
import org.mneme.lower.SourceSpike;

/** Many spikes pushed over a sign matrix, those of equal payload counted together. */
class PushTest {
    private static final Graded ECHO = new Graded(new Phi.Identity(), false, true);
    private static final int SOURCES = 700;

    /** Distinct payloads, and what they are multiplied by: large ones do not fit a group, fractions have an order. */
    private static final double[][] PAYLOADS = {{1, 1}, {4, 1}, {60, 1}, {600, 1}, {5, 1 << 20}, {5, 1.0 / 3}, {90, 0.1}
    };

    @Test
    void sumsAreThoseOfSynapsesTakenOneByOne() {
        for (int targets : new int[] {3, 64, 200}) {
            for (double[] payloads : PAYLOADS) {
                for (int kind = 0; kind < 3; kind++) {
                    SplittableRandom random = new SplittableRandom(targets + 31L * kind);
                    Weights.SignMatrix signs = signs(random, targets, kind == 1, kind == 2);
                    boolean whole = payloads[1] == Math.rint(payloads[1]);
                    for (NumberDomain domain : whole ? List.of(Bench.FIXED_32, Bench.REAL) : List.of(Bench.REAL)) {
                        check(domain, signs, targets, (int) payloads[0], payloads[1], random);
                    }
                }
            }
        }
    }

    private static Weights.SignMatrix signs(SplittableRandom random, int targets, boolean masked, boolean unsigned) {
        int rows = SOURCES / 2;
        return new Weights.SignMatrix(
                BitMatrix.ofWords(rows, targets, (_, _) -> random.nextLong()),
                masked ? Optional.of(BitMatrix.ofWords(rows, targets, (_, _) -> random.nextLong())) : Optional.empty(),
                Orientation.ROWS_ARE_SOURCES,
                Optional.of(Ints.of(random.ints(SOURCES, -1, rows).toArray())),
                1,
                unsigned);
    }

    private static void check(
            NumberDomain domain,
            Weights.SignMatrix signs,
            int targets,
            int distinct,
            double unit,
            SplittableRandom random) {
        boolean whole = unit == Math.rint(unit);
        long[] given = IntStream.range(0, SOURCES)
                .mapToLong(i ->
                        (whole ? (long) unit : 1) * (1 + random.nextInt(distinct)) * (random.nextBoolean() ? 1 : -1))
                .toArray();
        double weight = whole ? 1 : unit;
        double[] payloads = Arrays.stream(given).mapToDouble(k -> k * weight).toArray();
        try (Bench bench = new Bench(new GraphBuilder("push", domain, 0.001)
                .population("in", SOURCES, new Source(Integer.MAX_VALUE))
                .population("scaled", SOURCES, ECHO)
                .population("n", targets, ECHO)
                .projection("scale", "in", "scaled", new Weights.OneToOne(Parameter.of(weight)), Ints.of(1))
                .projection("p", "scaled", "n", signs, Ints.of(1))
                .build())) {
            List<SourceSpike> spikes = new ArrayList<>();
            for (int i = 0; i < SOURCES; i++) {
                spikes.add(new SourceSpike("in", 0, i, given[i]));
            }
            bench.engine.inject(spikes);
            bench.to(3);
            double[] x = bench.engine.state("n", StateVariable.SUM);
            for (int target = 0; target < targets; target++) {
                assertEquals(
                        sum(signs, payloads, target) + 0.0,
                        x[target],
                        domain + ", " + signs + ", " + distinct + " × " + unit + ", target " + target);
            }
        }
    }

    /** payload × (signed count of the synapses with that payload), over ascending payloads. */
    private static double sum(Weights.SignMatrix signs, double[] payloads, int target) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        for (int i = 0; i < SOURCES; i++) {
            int row = signs.matrixRow(i);
            if (row != Weights.SignMatrix.ABSENT) {
                boolean known = signs.mask().isEmpty() || signs.mask().get().get(row, target);
                int sign = !known ? 0 : signs.plus().get(row, target) ? 1 : signs.unsigned() ? 0 : -1;
                counts.merge(payloads[i], sign, Integer::sum);
            }
        }
        double sum = 0;
        for (var entry : counts.entrySet()) {
            sum += entry.getKey() * entry.getValue();
        }
        return sum;
    }
}
