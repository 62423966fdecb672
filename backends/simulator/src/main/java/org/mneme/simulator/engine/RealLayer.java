package org.mneme.simulator.engine;

import org.mneme.ir.Population;

/** A population of floating-point neurons. */
abstract class RealLayer extends Layer {
    /** Input sums a of this tick; 0 between ticks. */
    final double[] input;
    /** One projection's contribution; 0 between lanes. */
    private final double[] contribution;

    private final long[] met;

    RealLayer(Population population, int firstId, int threads) {
        super(population, firstId, threads);
        this.input = new double[population.size()];
        this.contribution = new double[population.size()];
        this.met = Bitmap.of(population.size());
    }

    @Override
    final void arrive(Lane lane, boolean first, Part part) {
        if (first) {
            lane.deliver(input, reached, part);
            return;
        }
        lane.deliver(contribution, met, part);
        for (int w = part.from >>> 6; w < Bitmap.words(part.to); w++) {
            for (long rest = met[w]; rest != 0; rest &= rest - 1) {
                int j = 64 * w + Long.numberOfTrailingZeros(rest);
                input[j] += contribution[j];
                contribution[j] = 0;
            }
            reached[w] |= met[w];
            met[w] = 0;
        }
    }
}
