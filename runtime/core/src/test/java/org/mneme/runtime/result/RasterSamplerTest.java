package org.mneme.runtime.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.ir.Graded;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;

class RasterSamplerTest {
    private static SpikingGraph graph(int a, int b) {
        Graded model = new Graded(new Phi.Identity(), false, false);
        return new SpikingGraph(
                "g",
                new NumberDomain.Fixed(32),
                1e-3,
                List.of(new Population("a", a, model), new Population("x", 5, model), new Population("b", b, model)),
                List.of());
    }

    @Test
    void fewSpikesAreAllKept() {
        RasterSampler sampler = new RasterSampler(graph(10, 10), List.of("b", "a"));
        sampler.spike(3, 4, 1);
        sampler.spike(3, 12, 1);
        sampler.spike(4, 16, -2);

        RasterSample sample = sampler.sample(6);

        assertEquals(List.of(new RasterSample.Dot(3, 1, 4, 1), new RasterSample.Dot(4, 0, 1, -2)), sample.dots());
        assertEquals(2, sample.spikes());
        assertEquals("", sample.thinning());
        assertEquals(6, sample.untilTick());
    }

    @Test
    void manyNeuronsAreThinnedByNeuronAndSaidSo() {
        RasterSampler sampler = new RasterSampler(graph(1000, 10), List.of("a", "b"));
        for (long tick = 0; tick < 100; tick++) {
            for (int i = 0; i < 1000; i++) {
                sampler.spike(tick, i, 1);
            }
        }

        RasterSample sample = sampler.sample(100);

        assertTrue(sample.dots().size() <= RasterSample.MOST_DOTS);
        assertEquals(4, sample.lanes().getFirst().stride());
        assertEquals("thinned to 25000 of 100000 spikes: 1 in 4 neurons of a", sample.thinning());
        assertTrue(sample.dots().stream().allMatch(dot -> dot.neuron() % 4 == 0));
    }

    @Test
    void fewSpikesOfManyNeuronsAreKeptBesideManyOfFew() {
        RasterSampler sampler = new RasterSampler(graph(100, 100_000), List.of("a", "b"));
        for (int tick = 0; tick < 1000; tick++) {
            for (int i = 0; i < 100; i++) {
                sampler.spike(tick, i, 1);
            }
            sampler.spike(tick, 105 + tick, 1);
        }

        RasterSample sample = sampler.sample(1000);

        assertEquals(1, sample.lanes().get(1).stride());
        assertTrue(sample.lanes().get(0).stride() > 1);
    }

    @Test
    void longRunsOfFewNeuronsAreCutAtATick() {
        RasterSampler sampler = new RasterSampler(graph(4, 1), List.of("a"));
        for (long tick = 0; tick < 100_000; tick++) {
            for (int i = 0; i < 4; i++) {
                sampler.spike(tick, i, 1);
            }
        }

        RasterSample sample = sampler.sample(100_000);

        assertEquals(48_000, sample.dots().size());
        assertEquals(12_000, sample.untilTick());
        assertEquals("thinned to 48000 of 400000 spikes: the first 12000 of 100000 ticks", sample.thinning());
    }
}
