package org.mneme.ir;

import java.util.List;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;

/** Small graphs that hold every kind of part. */
final class SampleGraphs {
    private SampleGraphs() {}

    /** Every model, weight form and number format of the fixed domain. */
    static SpikingGraph fixed() {
        BitMatrix bits = BitMatrix.of(3, 70, (r, c) -> (r * 7 + c * c) % 3 == 0);
        BitMatrix mask = BitMatrix.of(3, 70, (r, c) -> (r + c) % 5 != 0);
        Membrane leaky = new Membrane(
                Decay.Fraction.of(1000),
                new Decay.Linear(Parameter.of(3)),
                Parameter.of(-1),
                Parameter.perNeuron(5, 6, 7),
                new Membrane.Reset.Hard(Parameter.of(-2)),
                Parameter.of(-9),
                Parameter.of(2));
        Membrane subtracting = new Membrane(
                Decay.Fraction.of(0),
                Decay.Fraction.of(4096),
                Parameter.of(0),
                Parameter.of(4),
                new Membrane.Reset.Subtract(),
                Parameter.of(Double.NEGATIVE_INFINITY),
                Parameter.of(0));
        Phi tables = new Phi.Table(List.of(IntTable.of(-1, -5, 0, 7), IntTable.of(0, 1)), Ints.of(0, 1, 0));
        return new GraphBuilder("sample", new NumberDomain.Fixed(24), 1e-3)
                .population("in", 70, new Source(9))
                .population("lif", 3, new Lif(leaky))
                .population("noisy", 2, new Escape(subtracting, new Escape.Hazard.Table(IntTable.of(-2, 0, 9, -1))))
                .population("graded", 3, new Graded(tables, true, true))
                .population("sign", 70, new Graded(new Phi.Sign(), false, false))
                .population("echo", 3, new Graded(new Phi.Identity(), false, false))
                .projection("pull", "in", "lif", signs(bits, Optional.of(mask), true, Optional.empty(), 2, false), 1)
                .projection(
                        "push",
                        "graded",
                        "sign",
                        signs(bits, Optional.empty(), false, Optional.of(Ints.of(2, -1, 0)), -3, false),
                        2)
                .projection("count", "in", "echo", signs(bits, Optional.empty(), true, Optional.empty(), 1, true), 3)
                .projection(
                        "int8",
                        "lif",
                        "noisy",
                        new Weights.Dense(new NumberMatrix.Int8(3, 2, new byte[] {1, -2, 3, 0, 5, -128})),
                        1)
                .projection(
                        "int16",
                        "noisy",
                        "lif",
                        new Weights.Dense(new NumberMatrix.Int16(2, 3, new short[] {1, 2, 3, 4, 5, -32768})),
                        1)
                .projection(
                        "int32",
                        "noisy",
                        "graded",
                        new Weights.Dense(new NumberMatrix.Int32(2, 3, new int[] {1, 2, 3, 4, 5, Integer.MIN_VALUE})),
                        1)
                .projection(
                        "sparse",
                        "lif",
                        "graded",
                        new Weights.Sparse(
                                3, Ints.of(0, 2, 2, 3), Ints.of(0, 2, 1), new NumberMatrix.Int8(1, 3, new byte[] {
                                    4, 0, 6
                                })),
                        Ints.of(1, 5, 9))
                .projection("one", "lif", "echo", new Weights.OneToOne(Parameter.perNeuron(1, 0, -1)), 1)
                .projection("all", "echo", "noisy", new Weights.Uniform(2), 7)
                .build();
    }

    /** What only the real domain has. */
    static SpikingGraph real() {
        Membrane leaky = new Membrane(
                Decay.Fraction.of(100.5),
                Decay.Fraction.of(0.25),
                Parameter.of(0.125),
                Parameter.of(1.5),
                new Membrane.Reset.Subtract(),
                Parameter.of(-0.5),
                Parameter.of(0));
        return new GraphBuilder("real sample", new NumberDomain.Real(), 2e-3)
                .population("in", 2, new Source(1))
                .population("noisy", 2, new Escape(leaky, new Escape.Hazard.Exponential(0.01, 0.5)))
                .population(
                        "power",
                        2,
                        new Graded(new Phi.Power(Parameter.of(2), Parameter.perNeuron(3, 4), 5), false, false))
                .population(
                        "exp",
                        2,
                        new Graded(new Phi.Exponential(Parameter.of(1), Parameter.of(1), 0.5, 3), true, false))
                .population("step", 2, new Graded(new Phi.Step(Parameter.of(1), Parameter.of(0.75)), false, true))
                .projection(
                        "a",
                        "in",
                        "noisy",
                        new Weights.Dense(new NumberMatrix.Real64(2, 2, new double[] {0.1, -0.2, 0.3, 1e300})),
                        1)
                .projection("b", "noisy", "power", new Weights.Uniform(0.1), 1)
                .projection("c", "power", "exp", new Weights.OneToOne(Parameter.of(0.5)), 1)
                .projection("d", "exp", "step", new Weights.Uniform(-0.5), 1)
                .build();
    }

    static Weights.SignMatrix signs(
            BitMatrix plus,
            Optional<BitMatrix> mask,
            boolean targets,
            Optional<Ints> rows,
            double scale,
            boolean unsigned) {
        return new Weights.SignMatrix(
                plus,
                mask,
                targets
                        ? Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS
                        : Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES,
                rows,
                scale,
                unsigned);
    }
}
