package org.mneme.board.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Graded;
import org.mneme.ir.Phi;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix;
import org.mneme.ir.Weights.SignMatrix.Orientation;

/** Golden vectors of weights. */
final class WeightVectors {
    private static final int ABSENT = SignMatrix.ABSENT;

    private WeightVectors() {}

    static List<Circuit.Question> all() {
        List<Circuit.Question> all = new ArrayList<>(List.of(
                wide("rows-are-sources", Orientation.ROWS_ARE_SOURCES),
                wide("rows-are-targets", Orientation.ROWS_ARE_TARGETS),
                longRows("signed", false, false),
                longRows("unsigned", true, false),
                longRows("masked", false, true),
                manyRows(Orientation.ROWS_ARE_SOURCES),
                manyRows(Orientation.ROWS_ARE_TARGETS),
                sparseReach(),
                oneToOne(),
                recurrent(),
                several()));
        Stream.of(
                        signs("rows-are-sources", Orientation.ROWS_ARE_SOURCES),
                        signs("rows-are-targets", Orientation.ROWS_ARE_TARGETS),
                        unsigned("rows-are-sources", Orientation.ROWS_ARE_SOURCES),
                        unsigned("rows-are-targets", Orientation.ROWS_ARE_TARGETS),
                        maskedReach(),
                        absentSources(),
                        absentTargets(),
                        absent("unsigned", true),
                        absent("masked", false),
                        permuted(),
                        dense("8", dense8(5, 4)),
                        dense("16", dense16(5, 4)),
                        dense("32", dense32(5, 4)),
                        sparse(),
                        uniform())
                .forEach(all::addAll);
        return all;
    }

    private static Graded counts() {
        return new Graded(new Phi.Identity(), false, true);
    }

    private static BitMatrix bits(int rows, int columns) {
        return BitMatrix.of(rows, columns, (r, c) -> (r * 7 + c * 3 + r * c) % 5 < 2);
    }

    private static NumberMatrix.Int8 numbers8(int rows, int columns) {
        byte[] values = new byte[rows * columns];
        for (int k = 0; k < values.length; k++) {
            values[k] = (byte) (k * 37 % 256 - 128);
        }
        return new NumberMatrix.Int8(rows, columns, values);
    }

    static Weights dense8(int rows, int columns) {
        return new Weights.Dense(numbers8(rows, columns));
    }

    static Weights dense16(int rows, int columns) {
        short[] values = new short[rows * columns];
        for (int k = 0; k < values.length; k++) {
            values[k] = (short) (k * 9973 % 65_536 - 32_768);
        }
        return new Weights.Dense(new NumberMatrix.Int16(rows, columns, values));
    }

    private static Weights dense32(int rows, int columns) {
        int[] values = new int[rows * columns];
        for (int k = 0; k < values.length; k++) {
            values[k] = k * 0x9E37_79B9 >> 9;
        }
        return new Weights.Dense(new NumberMatrix.Int32(rows, columns, values));
    }

    /** Every source alone, then all. */
    private static Circuit drive(Circuit circuit, int sources) {
        for (int i = 0; i < sources; i++) {
            circuit.spikes("in", i, i);
        }
        return circuit.volleys("in", sources, sources + 1, sources + 2);
    }

    private static Circuit payloads(Circuit circuit, int sources) {
        for (int i = 0; i < sources; i += 2) {
            circuit.spike("in", sources + 3, i, i % 4 == 0 ? 6 : -5);
        }
        return circuit;
    }

    /** The same weights onto neurons that fire, and onto graded ones, which answer where they are reached. */
    private static List<Circuit.Question> through(String name, String says, int sources, int targets, Weights weights) {
        Circuit fires = Circuit.of(name, says)
                .source("in", sources)
                .neurons("lif", targets, Draft.memoryless(2))
                .join("in", "lif", weights, 1);
        Circuit answers = Circuit.of(name + "-graded", says)
                .source("in", sources, 9)
                .neurons("sum", targets, counts())
                .join("in", "sum", weights, 1);
        return List.of(
                drive(fires, sources).run(sources + 6L),
                payloads(drive(answers, sources), sources).run(sources + 6L));
    }

    private static List<Circuit.Question> signs(String suffix, Orientation orientation) {
        boolean bySource = orientation == Orientation.ROWS_ARE_SOURCES;
        BitMatrix plus = bySource ? bits(5, 4) : bits(4, 5);
        return through(
                "weights-sign-" + suffix,
                "A sign matrix weighs +scale where a bit is set and -scale where it is not; "
                        + (bySource ? "row r belongs to source r." : "row r belongs to target r."),
                5,
                4,
                new SignMatrix(plus, Optional.empty(), orientation, Optional.empty(), 3, false));
    }

    private static List<Circuit.Question> unsigned(String suffix, Orientation orientation) {
        BitMatrix plus = orientation == Orientation.ROWS_ARE_SOURCES ? bits(5, 4) : bits(4, 5);
        return through(
                "weights-unsigned-" + suffix,
                "An unsigned matrix weighs scale where a bit is set and 0 where it is not; a weight of 0 reaches all the same.",
                5,
                4,
                new SignMatrix(plus, Optional.empty(), orientation, Optional.empty(), 2, true));
    }

    private static List<Circuit.Question> maskedReach() {
        BitMatrix mask = BitMatrix.of(5, 4, (r, c) -> (r + c) % 2 == 0 && r != 3);
        return through(
                "weights-masked-zeros-reach",
                "A masked weight is 0, but its neuron is reached: it answers, and its synapse counts as none.",
                5,
                4,
                new SignMatrix(
                        bits(5, 4), Optional.of(mask), Orientation.ROWS_ARE_SOURCES, Optional.empty(), 1, false));
    }

    private static List<Circuit.Question> absentSources() {
        return through(
                "weights-absent-source-rows",
                "A source whose row is absent reaches nobody.",
                5,
                4,
                new SignMatrix(
                        bits(3, 4),
                        Optional.empty(),
                        Orientation.ROWS_ARE_SOURCES,
                        Optional.of(Ints.of(2, ABSENT, 0, 1, ABSENT)),
                        1,
                        false));
    }

    private static List<Circuit.Question> absentTargets() {
        return through(
                "weights-absent-target-rows",
                "A target whose row is absent is reached by nobody.",
                5,
                4,
                new SignMatrix(
                        bits(3, 5),
                        Optional.empty(),
                        Orientation.ROWS_ARE_TARGETS,
                        Optional.of(Ints.of(ABSENT, 2, 2, 0)),
                        -1,
                        false));
    }

    private static List<Circuit.Question> absent(String kind, boolean unsigned) {
        return through(
                "weights-absent-rows-" + kind,
                "An absent row of a matrix that is " + kind + " reaches nobody, and none of its synapses counts.",
                5,
                4,
                new SignMatrix(
                        bits(3, 4),
                        unsigned ? Optional.empty() : Optional.of(BitMatrix.of(3, 4, (r, c) -> r + c != 2)),
                        Orientation.ROWS_ARE_SOURCES,
                        Optional.of(Ints.of(2, ABSENT, 0, 1, ABSENT)),
                        1,
                        unsigned));
    }

    private static List<Circuit.Question> permuted() {
        BitMatrix mask = BitMatrix.of(6, 5, (r, c) -> (r * c + r) % 3 != 0);
        return through(
                "weights-permuted-rows",
                "The rows of a view may be any rows of its matrix, one of them several times.",
                5,
                4,
                new SignMatrix(
                        bits(6, 5),
                        Optional.of(mask),
                        Orientation.ROWS_ARE_TARGETS,
                        Optional.of(Ints.of(5, 0, 5, 3)),
                        2,
                        false));
    }

    private static Circuit.Question wide(String suffix, Orientation orientation) {
        boolean bySource = orientation == Orientation.ROWS_ARE_SOURCES;
        int columns = 131;
        Weights weights = new SignMatrix(bits(3, columns), Optional.empty(), orientation, Optional.empty(), -1, false);
        int sources = bySource ? 3 : columns;
        int targets = bySource ? columns : 3;
        return Circuit.of("weights-words-" + suffix, "Rows of more than 64 bits go over several words.")
                .source("in", sources)
                .neurons("lif", targets, Draft.memoryless(0))
                .join("in", "lif", weights, 1)
                .volleys("in", sources, 0, 1)
                .spikes("in", 2, 0)
                .spikes("in", 3, sources - 1)
                .run(6);
    }

    /** Few spikes over long rows, and many. */
    private static Circuit.Question longRows(String kind, boolean unsigned, boolean masked) {
        int columns = 900;
        Weights weights = new SignMatrix(
                bits(3, columns),
                masked ? Optional.of(BitMatrix.of(3, columns, (r, c) -> (r + c) % 3 != 0)) : Optional.empty(),
                Orientation.ROWS_ARE_TARGETS,
                Optional.empty(),
                1,
                unsigned);
        return Circuit.of(
                        "weights-long-rows-" + kind,
                        "A single spike meets one bit of each row, whatever else the rows hold.")
                .source("in", columns)
                .neurons("lif", 3, Draft.integrator(1).floor(-3))
                .join("in", "lif", weights, 1)
                .spikes("in", 0, 0)
                .spikes("in", 1, 1)
                .spikes("in", 2, 2)
                .spikes("in", 3, 64)
                .spikes("in", 4, 870, 898, 899)
                .volleys("in", columns, 6, 7)
                .run(9);
    }

    /** So many spikes, with so many payloads, that whatever is faster than one by one is worth it. */
    private static Circuit.Question manyRows(Orientation orientation) {
        boolean bySource = orientation == Orientation.ROWS_ARE_SOURCES;
        int sources = 70;
        int targets = 67;
        Weights weights = new SignMatrix(
                bySource ? bits(sources, targets) : bits(targets, sources),
                Optional.empty(),
                orientation,
                Optional.empty(),
                1,
                false);
        Circuit circuit = Circuit.of(
                        "weights-many-payloads-rows-are-" + (bySource ? "sources" : "targets"),
                        "Volleys of one payload, of two, and of as many as there are sources.")
                .source("in", sources, 1000)
                .neurons("lif", targets, Draft.integrator(300).floor(-300))
                .join("in", "lif", weights, 1)
                .volleys("in", sources, 0, 1);
        for (int i = 0; i < sources; i++) {
            circuit.spike("in", 2, i, i % 2 == 0 ? 3 : -1).spike("in", 4, i, i % 3 == 0 ? -i - 1 : i + 1);
        }
        return circuit.run(7);
    }

    private static List<Circuit.Question> dense(String width, Weights weights) {
        return through(
                "weights-dense-" + width, "Dense weights of " + width + " bits stand source by source.", 5, 4, weights);
    }

    private static Weights sparseWeights() {
        return new Weights.Sparse(
                4,
                Ints.of(0, 2, 2, 5, 6, 8),
                Ints.of(0, 3, 0, 1, 2, 3, 1, 2),
                new NumberMatrix.Int16(1, 8, new short[] {5, -7, 300, -300, 0, 2, 1, -1}));
    }

    private static List<Circuit.Question> sparse() {
        return through(
                "weights-sparse",
                "The synapses of a source stand between its offset and the next; one without any reaches nobody.",
                5,
                4,
                sparseWeights());
    }

    private static Circuit.Question sparseReach() {
        Weights zeros = new Weights.Sparse(
                3, Ints.of(0, 1, 3), Ints.of(1, 0, 2), new NumberMatrix.Int8(1, 3, new byte[] {0, 0, 4}));
        return Circuit.of(
                        "weights-sparse-zeros-reach",
                        "A stored 0 reaches its neuron; a pair that is not stored does not.")
                .source("in", 2)
                .neurons("sum", 3, counts())
                .join("in", "sum", zeros, 1)
                .spikes("in", 0, 0)
                .spikes("in", 2, 1)
                .run(5);
    }

    private static List<Circuit.Question> uniform() {
        return through(
                "weights-uniform",
                "A uniform weight joins every source to every target.",
                5,
                4,
                new Weights.Uniform(-2));
    }

    private static Circuit.Question oneToOne() {
        Circuit circuit = Circuit.of(
                        "weights-one-to-one", "Neuron i reaches neuron i alone, with its own weight or the shared one.")
                .source("in", 4, 9)
                .neurons("own", 4, counts())
                .neurons("shared", 4, counts())
                .oneToOne("in", "own", 1, 0, -3, 100)
                .oneToOne("in", "shared", 7);
        return payloads(drive(circuit, 4), 4).run(10);
    }

    private static Circuit.Question recurrent() {
        return Circuit.of("weights-recurrent", "A population may hear itself; a spike arrives at itself a delay later.")
                .source("in", 3)
                .neurons("ring", 3, Draft.memoryless(0))
                .neurons("echo", 3, new Graded(new Phi.Identity(), false, false))
                .oneToOne("in", "ring", 1)
                .oneToOne("in", "echo", 2)
                .join(
                        "ring",
                        "ring",
                        new Weights.Sparse(
                                3, Ints.of(0, 1, 2, 3), Ints.of(1, 2, 0), new NumberMatrix.Int8(1, 3, new byte[] {
                                    1, 1, 1
                                })),
                        1)
                .join("echo", "echo", new Weights.Uniform(-1), 2)
                .spikes("in", 0, 0)
                .spikes("in", 4, 2)
                .run(11);
    }

    private static Circuit.Question several() {
        return Circuit.of(
                        "weights-several-projections",
                        "Projections onto one population add up, each with its own weights and delay.")
                .source("a", 3)
                .source("b", 2)
                .neurons("out", 3, Draft.integrator(6).floor(0))
                .join("a", "out", dense8(3, 3), 1)
                .join("a", "out", new Weights.Uniform(2), 2)
                .join("b", "out", new Weights.Uniform(3), 1)
                .join("b", "out", new Weights.Uniform(-1), 4)
                .volleys("a", 3, 0, 3)
                .volleys("b", 2, 1, 5)
                .run(11);
    }
}
