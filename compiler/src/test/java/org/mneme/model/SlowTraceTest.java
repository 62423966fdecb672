package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;

class SlowTraceTest {
    private static Rational value(SlowTrace trace, int mu, long x) {
        return Rational.of(trace.numerator(mu, x), trace.denominator());
    }

    @Test
    void boxcarAveragesTheLastStepsOfEachPattern() {
        Ints steps = Ints.of(1, 2, 5, 3);
        SlowTrace trace = SlowTrace.of(new Timing.Trace.Boxcar(steps), 4);
        SlowTrace sums = SlowTrace.sums(steps, 4);
        SplittableRandom random = new SplittableRandom(1);
        List<long[]> x = new ArrayList<>();
        for (int t = 0; t < 12; t++) {
            x.add(random.longs(4, -50, 51).toArray());
            for (int mu = 0; mu < 4; mu++) {
                long sum = 0;
                for (int rho = 0; rho < steps.at(mu) && rho <= t; rho++) {
                    sum += x.get(t - rho)[mu];
                }
                assertEquals(Rational.of(sum).over(steps.at(mu)), value(trace, mu, x.get(t)[mu]), "step " + t);
                assertEquals(BigInteger.valueOf(sum), sums.numerator(mu, x.get(t)[mu]));
            }
            long[] now = x.get(t);
            trace.push(mu -> now[mu]);
            sums.push(mu -> now[mu]);
        }
        trace.clear();
        assertEquals(Rational.of(7).over(5), value(trace, 2, 7));
    }

    @Test
    void kernelWeightsAreTheDecimalsWritten() {
        SlowTrace trace = SlowTrace.of(new Timing.Trace.Kernel(List.of(0.1, 0.25, -1e-20)), 2);
        trace.push(mu -> 10);
        trace.push(mu -> mu);
        assertEquals(Rational.of(3).over(10).plus(Rational.asWritten(-1e-19)), value(trace, 0, 3));
        assertEquals(Rational.of(55).over(100).plus(Rational.asWritten(-1e-19)), value(trace, 1, 3));
    }
}
