package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.StateVariable;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix.Orientation;

/** What arrives where and when. Targets "n" echo their sums, zeros included, so that being reached shows. */
class DeliveryTest {
    private static final List<NumberDomain> BOTH = List.of(Bench.FIXED_32, Bench.REAL);
    private static final Graded ECHO = new Graded(new Phi.Identity(), false, true);

    private static Bench bench(NumberDomain domain, int sources, int targets, Weights weights, Ints delay) {
        return new Bench(new GraphBuilder("delivery", domain, 0.001)
                .population("in", sources, new Source(Integer.MAX_VALUE))
                .population("n", targets, ECHO)
                .projection("p", "in", "n", weights, delay)
                .build());
    }

    private static Weights.SignMatrix signs(BitMatrix plus, Orientation orientation, Ints rows) {
        return new Weights.SignMatrix(plus, Optional.empty(), orientation, Optional.of(rows), 3, false);
    }

    @Test
    void everyTargetHasItsOwnDelay() {
        for (NumberDomain domain : BOTH) {
            try (Bench bench = bench(domain, 1, 4, new Weights.Uniform(2), Ints.of(3, 1, 5000, 3))) {
                bench.in(0, 7).in(2, 1);
                assertEquals(
                        List.of("1:2=14", "3:1=14", "3:2=2", "3:4=14", "5:1=2", "5:4=2", "5000:3=14", "5002:3=2"),
                        bench.to(6000, 1));
                assertEquals(8, bench.engine.counters().synapticEvents());
            }
        }
    }

    @Test
    void aSpikeReachesZeroWeightsButCountsOnlyOthers() {
        BitMatrix plus = BitMatrix.of(1, 3, (_, c) -> c == 0);
        BitMatrix mask = BitMatrix.of(1, 3, (_, c) -> c < 2);
        Weights masked = new Weights.SignMatrix(
                plus, Optional.of(mask), Orientation.ROWS_ARE_SOURCES, Optional.empty(), 3, false);
        Weights unsigned =
                new Weights.SignMatrix(plus, Optional.empty(), Orientation.ROWS_ARE_SOURCES, Optional.empty(), 3, true);
        Weights dense = new Weights.Dense(new NumberMatrix.Int8(1, 3, new byte[] {3, 0, 0}));
        Weights sparse =
                new Weights.Sparse(3, Ints.of(0, 2), Ints.of(0, 2), new NumberMatrix.Int8(1, 2, new byte[] {3, 0}));
        for (NumberDomain domain : BOTH) {
            check(domain, masked, List.of("1:1=6", "1:2=-6", "1:3=0"), 2);
            check(domain, unsigned, List.of("1:1=6", "1:2=0", "1:3=0"), 1);
            check(domain, dense, List.of("1:1=6", "1:2=0", "1:3=0"), 1);
            check(domain, sparse, List.of("1:1=6", "1:3=0"), 1);
            check(domain, new Weights.Uniform(0), List.of("1:1=0", "1:2=0", "1:3=0"), 0);
        }
    }

    private static void check(NumberDomain domain, Weights weights, List<String> expected, long events) {
        try (Bench bench = bench(domain, 1, 3, weights, Ints.of(1))) {
            bench.in(0, 2);
            assertEquals(expected, bench.to(9, 1), domain + " " + weights);
            assertEquals(events, bench.engine.counters().synapticEvents(), domain + " " + weights);
        }
    }

    @Test
    void absentRowsReachNothing() {
        BitMatrix plus = BitMatrix.of(2, 2, (r, c) -> r == c);
        Ints rows = Ints.of(1, -1);
        for (NumberDomain domain : BOTH) {
            try (Bench byTarget = bench(domain, 2, 2, signs(plus, Orientation.ROWS_ARE_TARGETS, rows), Ints.of(1));
                    Bench bySource = bench(domain, 2, 2, signs(plus, Orientation.ROWS_ARE_SOURCES, rows), Ints.of(1))) {
                for (Bench bench : List.of(byTarget, bySource)) {
                    bench.spike("in", 0, 0, 2).spike("in", 0, 1, 5).spike("in", 4, 1, 1);
                }
                assertEquals(List.of("1:2=9", "5:2=3"), byTarget.to(9, 2));
                assertEquals(List.of("1:2=-6", "1:3=6"), bySource.to(9, 2));
                assertEquals(3, byTarget.engine.counters().synapticEvents());
                assertEquals(2, bySource.engine.counters().synapticEvents());
            }
        }
    }

    @Test
    void realSignSumsTakePayloadsInAscendingOrderAndDenseSumsSourcesInOrder() {
        double[] payloads = {0.3, 0.2, 0.1};
        Weights signs = new Weights.SignMatrix(
                BitMatrix.of(3, 1, (_, _) -> true),
                Optional.empty(),
                Orientation.ROWS_ARE_SOURCES,
                Optional.empty(),
                1,
                false);
        Weights dense = new Weights.Dense(new NumberMatrix.Int8(3, 1, new byte[] {1, 1, 1}));
        for (boolean ascending : new boolean[] {true, false}) {
            try (Bench bench = new Bench(new GraphBuilder("order", Bench.REAL, 0.001)
                    .population("in", 3, new Source(1))
                    .population("middle", 3, ECHO)
                    .population("n", 1, ECHO)
                    .projection("a", "in", "middle", new Weights.OneToOne(Parameter.perNeuron(payloads)), Ints.of(1))
                    .projection("b", "middle", "n", ascending ? signs : dense, Ints.of(1))
                    .build())) {
                bench.spike("in", 0, 0, 1).spike("in", 0, 1, 1).spike("in", 0, 2, 1);
                bench.to(5);
                double expected = ascending ? 0.1 + 0.2 + 0.3 : 0.3 + 0.2 + 0.1;
                assertEquals(expected, bench.engine.state("n", StateVariable.SUM)[0]);
            }
        }
    }

    @Test
    void pullingManySpikesEqualsSummingBitByBit() {
        int features = 200;
        int patterns = 3000;
        for (int distinct : new int[] {1, 3, 20}) {
            SplittableRandom random = new SplittableRandom(distinct);
            BitMatrix plus = BitMatrix.ofWords(patterns, features, (_, _) -> random.nextLong());
            Weights view = new Weights.SignMatrix(
                    plus, Optional.empty(), Orientation.ROWS_ARE_TARGETS, Optional.empty(), -2, false);
            long[] payloads = new long[features];
            for (NumberDomain domain : BOTH) {
                try (Bench bench = bench(domain, features, patterns, view, Ints.of(1))) {
                    for (int i = 0; i < features; i++) {
                        payloads[i] = (i % 7 == 0 ? -1L : 1L) * (1 + i % distinct);
                        bench.spike("in", 0, i, payloads[i]);
                    }
                    bench.to(2);
                    double[] x = bench.engine.state("n", StateVariable.SUM);
                    for (int mu = 0; mu < patterns; mu++) {
                        long sum = 0;
                        for (int i = 0; i < features; i++) {
                            sum += plus.get(mu, i) ? payloads[i] : -payloads[i];
                        }
                        assertEquals(0.0 - 2 * sum, x[mu], distinct + " payloads, row " + mu);
                    }
                    assertEquals(
                            (long) features * patterns, bench.engine.counters().synapticEvents());
                }
            }
        }
    }
}
