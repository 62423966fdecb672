package org.mneme.simulator.property;

import org.mneme.runtime.backend.Noise;

/** The cases of {@link RandomGraphs} under noise of one kind or of several. */
final class NoisyGraphs {
    private NoisyGraphs() {}

    /**
     * Returns the case of a seed.
     *
     * @param seed any number
     * @return always the same case
     */
    static Case of(long seed) {
        Draw draw = new Draw(~seed);
        boolean drops = draw.chance(0.5);
        boolean flips = draw.chance(0.6);
        boolean jitters = (!drops && !flips) || draw.chance(0.6);
        return RandomGraphs.of(seed)
                .withNoise(new Noise(
                        drops ? probability(draw) : 0,
                        flips ? probability(draw) : 0,
                        jitters ? probability(draw) : 0,
                        draw.pick(1, 2, 3, 5, 40)));
    }

    private static double probability(Draw draw) {
        return draw.chance(0.1) ? 1 : draw.pick(0.02, 0.1, 0.3, 0.5);
    }
}
