package org.mneme.board.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.ir.Decay;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.pass.BoardPasses;
import org.mneme.pass.Misfit;
import org.mneme.runtime.board.Targets;

/** Numbers of a graph against the ranges of the shipped targets. */
class BoardRangesTest {
    /** 40 neurons that all reach a cell with one weight. */
    private static SpikingGraph graph(double weight, double reset, double floor) {
        Membrane membrane = new Membrane(
                Decay.Fraction.of(Decay.Fraction.ALL),
                Decay.Fraction.of(2048),
                Parameter.of(0),
                Parameter.of(50),
                new Membrane.Reset.Hard(Parameter.of(reset)),
                Parameter.of(floor),
                Parameter.of(0));
        return new GraphBuilder("cell", new NumberDomain.Fixed(32), 1e-3)
                .population("in", 40, new Source(1))
                .population("cell", 1, new Lif(membrane))
                .projection("synapses", "in", "cell", new Weights.Uniform(weight), 1)
                .build();
    }

    private static List<String> misfits(String target, SpikingGraph graph) {
        return BoardPasses.apply(graph, Targets.named(target), false).misfits().stream()
                .map(Misfit::sentence)
                .toList();
    }

    private static long naming(List<String> misfits, String words) {
        return misfits.stream().filter(m -> m.contains(words)).count();
    }

    @Test
    void whatKeepsAllRangesFits() {
        assertEquals(List.of(), misfits("loihi1", graph(-3, 0, 0)));
        assertEquals(List.of(), misfits("emulator", graph(-30_000, 7, -5)));
    }

    @Test
    void loihiResetsToZeroAlone() {
        List<String> misfits = misfits("loihi1", graph(3, 7, 0));

        assertEquals(1, naming(misfits, "a reset to another value than 0"), misfits::toString);
        assertEquals(0, naming(misfits("spinnaker1", graph(3, 7, Double.NEGATIVE_INFINITY)), "reset"));
    }

    @Test
    void loihiHasNoFloorBelowZero() {
        List<String> misfits = misfits("loihi1", graph(-3, 0, -5));

        assertEquals(1, naming(misfits, "the depth of a floor of 5 where loihi1 has up to 0"), misfits::toString);
        assertEquals(0, naming(misfits("truenorth", graph(-3, 0, -5)), "the depth of a floor"));
    }

    @Test
    void sumsThatLoihiWouldWrapAreRefused() {
        // 40 · 1,000 is above 2^15 − 1
        List<String> misfits = misfits("loihi1", graph(1_000, 0, 0));

        assertEquals(1, naming(misfits, "takes 17 bits, where loihi1 adds in 16"), misfits::toString);
        assertEquals(0, naming(misfits("loihi1", graph(800, 0, 0)), "where loihi1 adds in 16"));
    }

    @Test
    void statesOfTinyOdinHaveTwelveBits() {
        List<String> misfits = misfits("tinyodin", graph(7, 0, Double.NEGATIVE_INFINITY));

        assertEquals(1, naming(misfits, "its potential decays by a fraction"), misfits::toString);
        assertEquals(0, naming(misfits, "has 12 bits"), misfits::toString);
        assertEquals(1, naming(misfits("tinyodin?state-bits=8", graph(7, 0, Double.NEGATIVE_INFINITY)), "has 8 bits"));
    }
}
