package org.mneme.simulator.property;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix;
import org.mneme.ir.Weights.SignMatrix.Orientation;
import org.mneme.lower.SourceSpike;

/** Two-layer sequence memories: large enough for threads and for several words a row. */
public final class Memories {
    private final int features;
    private final int patterns;

    private Memories(int features, int patterns) {
        this.features = features;
        this.patterns = patterns;
    }

    /** A memory the dense stepper can judge. */
    public static Case small(long seed) {
        return new Memories(200, 260).layers(seed, 30);
    }

    /** A memory with enough work in a tick to be shared among threads. */
    static Case large(long seed) {
        return new Memories(4096, 8192).layers(seed, 14);
    }

    /** Features (signs) and hidden units (a cubic table) joined by one pattern matrix, read in both directions; cued once. */
    private Case layers(long seed, long ticks) {
        Draw draw = new Draw(seed);
        BitMatrix xi = BitMatrix.ofWords(patterns, features, (_, _) -> draw.seed());
        int[] next = IntStream.range(0, patterns).map(mu -> mu + 1).toArray();
        next[patterns - 1] = SignMatrix.ABSENT;
        SpikingGraph graph = new GraphBuilder("memory-" + seed, new NumberDomain.Fixed(32), 0.001)
                .population("cue", features, new Source(1))
                .population("feature", features, new Graded(new Phi.Sign(), false, false))
                .population("hidden", patterns, new Graded(Phi.Table.of(cube()), false, false))
                .projection("cue", "cue", "feature", new Weights.OneToOne(Parameter.of(1)), 1)
                .projection("phi", "feature", "hidden", view(xi, Orientation.ROWS_ARE_TARGETS, Optional.empty()), 1)
                .projection(
                        "psi",
                        "hidden",
                        "feature",
                        view(xi, Orientation.ROWS_ARE_SOURCES, Optional.of(Ints.of(next))),
                        1)
                .build();
        int cued = patterns - 12;
        List<SourceSpike> cue = IntStream.range(0, features)
                .mapToObj(i -> new SourceSpike("cue", 0, i, xi.get(cued, i) == draw.chance(0.9) ? 1 : -1))
                .toList();
        return new Case(seed, graph, cue, ticks, seed);
    }

    private IntTable cube() {
        return IntTable.tabulate(-features, features, h -> (int) (h * h * h / features));
    }

    private static Weights view(BitMatrix xi, Orientation orientation, Optional<Ints> rows) {
        return new SignMatrix(xi, Optional.empty(), orientation, rows, 1, false);
    }
}
