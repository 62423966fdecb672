package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.StateVariable;
import org.mneme.ir.Weights;

class GradedTest {
    private static final List<NumberDomain> BOTH = List.of(Bench.FIXED_32, Bench.REAL);

    /** Two sources "in" that meet in one neuron "n", global id 2. */
    private static Bench pair(NumberDomain domain, Graded model) {
        return new Bench(new GraphBuilder("pair", domain, 0.001)
                .population("in", 2, new Source(Integer.MAX_VALUE))
                .population("n", 1, model)
                .projection("p", "in", "n", new Weights.Uniform(1), Ints.of(1))
                .build());
    }

    @Test
    void aTieRepeatsTheLastSignSent() {
        for (NumberDomain domain : BOTH) {
            try (Bench bench = pair(domain, new Graded(new Phi.Sign(), false, false))) {
                bench.spike("in", 0, 0, 3).spike("in", 0, 1, -3);
                bench.spike("in", 1, 0, -2);
                bench.spike("in", 3, 0, 3).spike("in", 3, 1, -3);
                bench.spike("in", 5, 0, 7);
                bench.spike("in", 6, 0, 4).spike("in", 6, 1, -4);
                assertEquals(List.of("2:2=-1", "4:2=-1", "6:2=1", "7:2=1"), bench.to(20, 2));
                assertEquals("1", bench.state("n", StateVariable.LAST_SIGN));
                assertEquals("0", bench.state("n", StateVariable.SUM));
            }
        }
    }

    @Test
    void zeroIsSentOnlyWhereAskedFor() {
        for (NumberDomain domain : BOTH) {
            for (Phi phi : List.of(new Phi.Sign(), new Phi.Identity())) {
                try (Bench sends = pair(domain, new Graded(phi, false, true));
                        Bench keeps = pair(domain, new Graded(phi, false, false))) {
                    for (Bench bench : List.of(sends, keeps)) {
                        bench.spike("in", 0, 0, 3).spike("in", 0, 1, -3);
                    }
                    assertEquals(List.of("1:2=0"), sends.to(9, 2));
                    assertEquals(List.of(), keeps.to(9, 2));
                    assertEquals(2, keeps.engine.counters().synapticEvents());
                }
            }
        }
    }

    @Test
    void aSumIsKeptOnlyWhereAskedFor() {
        for (NumberDomain domain : BOTH) {
            try (Bench keeps = pair(domain, new Graded(new Phi.Identity(), true, false));
                    Bench forgets = pair(domain, new Graded(new Phi.Identity(), false, false))) {
                for (Bench bench : List.of(keeps, forgets)) {
                    bench.in(0, 5, 0, 7);
                }
                assertEquals(List.of("1:2=5", "3:2=12"), keeps.to(9, 2));
                assertEquals(List.of("1:2=5", "3:2=7"), forgets.to(9, 2));
                assertEquals("7", forgets.state("n", StateVariable.SUM));
            }
        }
    }

    @Test
    void aTableIsClampedToItsEndsOnBothSides() {
        Graded model = new Graded(Phi.Table.of(IntTable.of(-1, 5, 0, -6)), false, false);
        try (Bench bench = Bench.of(Bench.FIXED_32, 1, model)) {
            bench.in(0, -1, 1, -9, 9);
            assertEquals(List.of("1:1=5", "2:1=-6", "3:1=5", "4:1=-6"), bench.to(9, 1));
        }
    }

    @Test
    void aTableThatIsSilentAtItsEndsSendsOnlyBetweenThem() {
        Graded model = new Graded(Phi.Table.of(IntTable.of(2, 0, 8, 0, 9, 0)), false, false);
        try (Bench bench = Bench.of(Bench.FIXED_32, 1, model)) {
            bench.in(0, 1, 2, 3, 4, 5, 6, 7);
            assertEquals(List.of("3:1=8", "5:1=9"), bench.to(19, 1));
        }
    }

    @Test
    void neuronsChooseTheirTables() {
        Phi.Table tables = new Phi.Table(List.of(IntTable.of(0, 7), IntTable.of(0, 0, 9)), Ints.of(1, 0));
        try (Bench bench = Bench.of(Bench.FIXED_32, 2, new Graded(tables, false, false))) {
            bench.spike("in", 0, 0, 1).spike("in", 0, 1, 1);
            assertEquals(List.of("1:2=9", "1:3=7"), bench.to(9, 2));
        }
    }

    @Test
    void manyQuietNeuronsKeepTheirSumsAndOneLoudOneSpeaks() {
        int n = 3000;
        Graded model = new Graded(Phi.Table.of(IntTable.of(0, 0, 0, 0, 4)), false, false);
        try (Bench bench = Bench.of(Bench.FIXED_32, n, model)) {
            for (int j = 0; j < n; j++) {
                bench.spike("in", 0, j, j == 2500 ? 3 : 1 + j % 2);
                bench.spike("in", 1, j, 2);
            }
            assertEquals(List.of("1:" + (n + 2500) + "=4"), bench.to(2, n));
            double[] x = bench.engine.state("n", StateVariable.SUM);
            assertEquals(2, x[1]);
            assertEquals(1, x[2998]);
            assertEquals(3, x[2500]);
            assertEquals(List.of(), bench.to(9, n));
            assertEquals(2, bench.engine.state("n", StateVariable.SUM)[2500]);
        }
    }

    @Test
    void aSumSaturatesAndIsSentSaturated() {
        try (Bench bench = Bench.of(Bench.FIXED_24, 1, new Graded(new Phi.Identity(), false, false))) {
            bench.in(0, 8_388_607, 8_388_608, -8_388_608, -8_388_609);
            assertEquals(List.of("1:1=8388607", "2:1=8388607", "3:1=-8388608", "4:1=-8388608"), bench.to(9, 1));
            assertEquals(2, bench.engine.counters().saturations());
        }
    }

    @Test
    void realFunctionsFollowTheirFormulas() {
        Parameter two = Parameter.of(2);
        Parameter three = Parameter.of(3);
        check(new Phi.Power(two, three, 3), 2 * ((5 / 3.0) * (5 / 3.0) * (5 / 3.0)));
        check(new Phi.Exponential(two, three, 1.5, 0.5), 2 * StrictMath.exp(1.5 * (5 / 3.0 - 0.5)));
        check(new Phi.Step(two, Parameter.of(5)), 2);
        check(new Phi.Step(two, Parameter.of(5.5)), 0);
    }

    private static void check(Phi phi, double expected) {
        try (Bench bench = Bench.of(Bench.REAL, 1, new Graded(phi, false, true))) {
            bench.in(0, 5);
            assertEquals(List.of("1:1=" + Bench.number(expected)), bench.to(9, 1));
        }
    }
}
