package org.mneme.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Decay;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix.Orientation;
import org.mneme.lower.SourceSpike;

/** A lively graph of several hundred neurons with every weight form and a projection of many delays. */
final class RandomGraph {
    static final int SIZE = 700;
    static final int INPUTS = 90;

    private RandomGraph() {}

    static SpikingGraph of(NumberDomain domain, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BitMatrix rows = BitMatrix.of(SIZE, INPUTS, (_, _) -> random.nextBoolean());
        BitMatrix mask = BitMatrix.of(SIZE, INPUTS, (_, _) -> random.nextInt(4) > 0);
        byte[] dense = new byte[SIZE * INPUTS];
        random.nextBytes(dense);
        int[] offsets = new int[SIZE + 1];
        List<Integer> targets = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            for (int j = random.nextInt(90); j < SIZE; j += 1 + random.nextInt(200)) {
                targets.add(j);
            }
            offsets[i + 1] = targets.size();
        }
        int[] flat = targets.stream().mapToInt(Integer::intValue).toArray();
        byte[] values = new byte[flat.length];
        random.nextBytes(values);
        return new GraphBuilder("random", domain, 0.001)
                .population("in", INPUTS, new Source(5))
                .population("echo", SIZE, new Graded(new Phi.Identity(), false, true))
                .population("lif", SIZE, lif())
                .population("sign", INPUTS, new Graded(new Phi.Sign(), true, false))
                .projection(
                        "a",
                        "in",
                        "echo",
                        new Weights.SignMatrix(
                                rows, Optional.of(mask), Orientation.ROWS_ARE_TARGETS, Optional.empty(), 2, false),
                        Ints.of(1))
                .projection(
                        "b",
                        "in",
                        "lif",
                        new Weights.SignMatrix(
                                rows, Optional.empty(), Orientation.ROWS_ARE_TARGETS, Optional.empty(), 3, false),
                        Ints.of(2))
                .projection(
                        "c",
                        "in",
                        "lif",
                        new Weights.SignMatrix(
                                rows, Optional.empty(), Orientation.ROWS_ARE_TARGETS, Optional.empty(), 5, true),
                        Ints.of(random.ints(SIZE, 1, 9).toArray()))
                .projection(
                        "d",
                        "echo",
                        "lif",
                        new Weights.Sparse(
                                SIZE, Ints.of(offsets), Ints.of(flat), new NumberMatrix.Int8(1, flat.length, values)),
                        Ints.of(3))
                .projection(
                        "e",
                        "lif",
                        "sign",
                        new Weights.SignMatrix(
                                rows, Optional.of(mask), Orientation.ROWS_ARE_SOURCES, Optional.empty(), 1, false),
                        Ints.of(1))
                .projection(
                        "f", "lif", "sign", new Weights.Dense(new NumberMatrix.Int8(SIZE, INPUTS, dense)), Ints.of(2))
                .projection("g", "sign", "lif", new Weights.Uniform(-1), Ints.of(1))
                .projection("h", "echo", "lif", new Weights.OneToOne(Parameter.of(1)), Ints.of(4))
                .build();
    }

    private static Lif lif() {
        return new Lif(new Membrane(
                Decay.Fraction.of(2000),
                Decay.Fraction.of(700),
                Parameter.of(0),
                Parameter.of(300),
                new Membrane.Reset.Subtract(),
                Parameter.of(-500),
                Parameter.of(1)));
    }

    static List<SourceSpike> inputs(long seed, int ticks) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SourceSpike> spikes = new ArrayList<>();
        for (int t = 0; t < ticks; t += 1 + random.nextInt(4)) {
            for (int i = 0; i < INPUTS; i++) {
                int payload = random.nextInt(-5, 6);
                if (payload != 0) {
                    spikes.add(new SourceSpike("in", t, i, payload));
                }
            }
        }
        return spikes;
    }
}
