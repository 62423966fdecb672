package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.NumberMatrix;
import org.mneme.bits.Signs;

class RealFieldsTest {
    /** More patterns than a block; the sums are taken in the order the class states, so even their roundings agree. */
    @Test
    void signsAreThoseOfSumsTakenOneByOne() {
        for (long seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(60, 140);
            int p = random.nextInt(900, 2300);
            PatternSet patterns = PatternSet.random(p, n, seed, 0.3);
            SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(p), new Interaction.Polynomial(3))
                    .with(Learning.PSEUDOINVERSE);
            NumberMatrix phi = Pseudoinverse.phi(patterns);
            ReferenceRecall recall = ReferenceRecall.exact(memory);
            Signs state = Signs.of(IntStream.range(0, n)
                    .map(i -> random.nextInt(10) == 0 ? 0 : random.nextInt(2) * 2 - 1)
                    .toArray());
            recall.cue(state);
            recall.step();
            Signs before = state;
            double[] fields = new double[n];
            for (int mu = 0; mu < p; mu++) {
                double x = 0;
                for (int i = 0; i < n; i++) {
                    x += before.at(i) == 0 ? 0 : (double) before.at(i) * n * phi.at(i, mu);
                }
                double m = x / n;
                for (int i = 0; i < n; i++) {
                    fields[i] += patterns.at((mu + 1) % p, i) * (m * m * m);
                }
            }
            Signs expected = Signs.of(IntStream.range(0, n)
                    .map(i -> fields[i] == 0 ? before.at(i) : (int) Math.signum(fields[i]))
                    .toArray());
            assertEquals(expected, recall.state(), "seed " + seed);
        }
    }
}
