package org.mneme.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/** The winner-take-all circuit of the spiking lowering, over random patterns in a cycle. */
final class Memories {
    private Memories() {}

    /** Rates of a clean recall, three ticks a step. */
    static Map<String, Double> rates(int patterns) {
        return Map.of(
                "rails",
                1 / 6.0,
                "hidden",
                1 / 3.0 / patterns,
                "ramp",
                0.0,
                "inhibitor",
                1 / 3.0,
                "cue",
                0.0,
                "clear",
                0.0);
    }

    static Workload workload(int features, int patterns, boolean sources) {
        return new Workload(winnerTakeAll(features, patterns, sources), Set.of("rails"), rates(patterns));
    }

    /** With cue and clear sources, or the bare loop. */
    static SpikingGraph winnerTakeAll(int features, int patterns, boolean sources) {
        Random random = new Random(features * 1_000_003L + patterns);
        BitMatrix signs = BitMatrix.of(patterns, features, (_, _) -> random.nextBoolean());
        BitMatrix rails = BitMatrix.of(
                patterns, 2 * features, (mu, i) -> i < features ? signs.get(mu, i) : !signs.get(mu, i - features));
        Membrane relay = Membrane.memoryless(Parameter.of(0));
        GraphBuilder graph = new GraphBuilder("winner-take-all", new NumberDomain.Fixed(24), 1e-3)
                .population("rails", 2 * features, new Lif(relay))
                .population("hidden", patterns, new Lif(Membrane.integrator(Parameter.of(2 * features - 1), 0, 0)))
                .population("ramp", 1, new Lif(relay))
                .population("inhibitor", 1, new Lif(relay));
        if (sources) {
            graph.population("cue", 2 * features, new Source(1)).population("clear", 1, new Source(1));
        }
        graph.projection("matches", "rails", "hidden", signs(rails, true, Optional.empty(), 2), 2)
                .projection("rails_ramp", "rails", "ramp", new Weights.Uniform(1), 4)
                .projection("ramp", "ramp", "ramp", new Weights.Uniform(1), 1)
                .projection("ramp_hidden", "ramp", "hidden", new Weights.Uniform(1), 1)
                .projection("hidden_inhibitor", "hidden", "inhibitor", new Weights.Uniform(1), 1)
                .projection("reset", "inhibitor", "hidden", new Weights.Uniform(-2 * features), 1)
                .projection("ramp_stop", "inhibitor", "ramp", new Weights.Uniform(-2 * features - 1), 1)
                .projection("next", "hidden", "rails", signs(rails, false, Optional.of(cycle(patterns)), 1), 1);
        if (sources) {
            graph.projection("cue", "cue", "rails", new Weights.OneToOne(Parameter.of(1)), 1);
            for (String silenced : List.of("rails", "hidden", "ramp", "inhibitor")) {
                graph.projection("clear_" + silenced, "clear", silenced, new Weights.Uniform(-3 * patterns - 2), 1);
            }
        }
        return graph.build();
    }

    private static Ints cycle(int patterns) {
        int[] next = new int[patterns];
        for (int mu = 0; mu < patterns; mu++) {
            next[mu] = (mu + 1) % patterns;
        }
        return Ints.of(next);
    }

    private static Weights signs(BitMatrix rails, boolean matches, Optional<Ints> rows, double scale) {
        return new Weights.SignMatrix(
                rails,
                Optional.empty(),
                matches
                        ? Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS
                        : Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES,
                rows,
                scale,
                matches);
    }
}
