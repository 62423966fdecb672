package org.mneme.simulator.property;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Decay;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix;
import org.mneme.ir.Weights.SignMatrix.Orientation;
import org.mneme.lower.SourceSpike;

/**
 * Random circuits of binary neurons that are all alike within a population: integrators with a floor and memoryless ones, as winner-take-all is made
 * of.
 */
public final class PlainCircuits {
    private static final String SOURCE = "source";

    private final Draw draw;
    private final List<String> names = new ArrayList<>(List.of(SOURCE));
    private final List<Integer> sizes = new ArrayList<>();

    private PlainCircuits(long seed) {
        this.draw = new Draw(seed * 7919 + 13);
    }

    /**
     * Returns the circuit of a seed.
     *
     * @param seed any number
     * @return always the same case
     */
    public static Case of(long seed) {
        return new PlainCircuits(seed).draw(seed);
    }

    private Case draw(long seed) {
        GraphBuilder graph = new GraphBuilder("plain-" + seed, new NumberDomain.Fixed(draw.pick(24, 32)), 0.001);
        sizes.add(draw.pick(1, 40, 70));
        graph.population(SOURCE, sizes.getFirst(), new Source(1));
        int populations = draw.whole(2, 4);
        for (int p = 1; p <= populations; p++) {
            names.add("lif" + p);
            sizes.add(draw.pick(1, 40, 70, 300));
            graph.population("lif" + p, sizes.get(p), new Lif(membrane(draw.pick(4, 12, 40))));
        }
        int projections = draw.whole(populations, 3 * populations);
        for (int k = 0; k < projections; k++) {
            int source = k < 2 ? 0 : draw.whole(0, populations);
            int target = 1 + k % populations;
            int longest = draw.pick(1, 1, 3, 9);
            Ints delay =
                    draw.chance(0.2) ? Ints.of(draws(sizes.get(target), longest)) : Ints.of(draw.whole(1, longest));
            graph.projection(
                    "j" + k,
                    names.get(source),
                    names.get(target),
                    weights(sizes.get(source), sizes.get(target)),
                    delay);
        }
        long ticks = draw.whole(10, 60);
        return new Case(seed, graph.build(), input(ticks), ticks, draw.seed());
    }

    private int[] draws(int count, int longest) {
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = draw.whole(1, longest);
        }
        return drawn;
    }

    private Membrane membrane(int scale) {
        int theta = draw.whole(0, scale);
        int floor = draw.pick(0, 0, -3, -2 * scale);
        boolean integrates = draw.chance(0.6);
        return new Membrane(
                Decay.Fraction.of(Decay.Fraction.ALL),
                Decay.Fraction.of(integrates ? 0 : Decay.Fraction.ALL),
                Parameter.of(0),
                Parameter.of(theta),
                new Membrane.Reset.Hard(Parameter.of(draw.pick(0, 0, floor, theta))),
                Parameter.of(integrates || draw.chance(0.3) ? floor : Double.NEGATIVE_INFINITY),
                Parameter.of(0));
    }

    private Weights weights(int sources, int targets) {
        return switch (draw.whole(0, 5)) {
            case 0 -> new Weights.Uniform(draw.pick(1, 2, -3, 5));
            case 1 -> signs(targets, sources, Orientation.ROWS_ARE_TARGETS);
            case 2 -> signs(sources, targets, Orientation.ROWS_ARE_SOURCES);
            case 3 ->
                sources == targets
                        ? new Weights.OneToOne(Parameter.of(draw.pick(1, 7, -2)))
                        : new Weights.Uniform(draw.pick(1, -1));
            case 4 -> new Weights.Dense(dense(sources, targets));
            default -> signs(targets, sources, Orientation.ROWS_ARE_TARGETS);
        };
    }

    private SignMatrix signs(int rows, int columns, Orientation orientation) {
        BitMatrix bits = BitMatrix.ofWords(rows, columns, (_, _) -> draw.seed());
        return new SignMatrix(
                bits, Optional.empty(), orientation, Optional.empty(), draw.pick(1, 2, -1), draw.chance(0.6));
    }

    private NumberMatrix dense(int sources, int targets) {
        byte[] values = new byte[sources * targets];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) draw.whole(-2, 3);
        }
        return new NumberMatrix.Int8(sources, targets, values);
    }

    private List<SourceSpike> input(long ticks) {
        List<SourceSpike> spikes = new ArrayList<>();
        double density = draw.pick(0.02, 0.3, 0.9);
        for (long tick = 0; tick < ticks; tick++) {
            boolean silent = draw.chance(0.5);
            for (int i = 0; !silent && i < sizes.getFirst(); i++) {
                if (draw.chance(density)) {
                    spikes.add(new SourceSpike(SOURCE, tick, i, 1));
                }
            }
        }
        spikes.sort(Comparator.comparingLong(SourceSpike::tick));
        return spikes;
    }
}
