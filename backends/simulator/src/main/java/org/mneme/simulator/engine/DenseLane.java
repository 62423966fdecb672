package org.mneme.simulator.engine;

import org.mneme.bits.NumberMatrix;
import org.mneme.ir.NumberDomain;

/** A number for every pair: pushes the row of each spike, in ascending order. */
final class DenseLane extends Lane {
    private final NumberMatrix values;

    DenseLane(Route route, NumberMatrix values, int targets, NumberDomain domain) {
        super(route, targets, domain);
        this.values = values;
    }

    @Override
    long cost() {
        return (long) spikes() * targets;
    }

    /** Integer rows are added whole. */
    @Override
    boolean isSplittable() {
        return real;
    }

    @Override
    void deliverAll(long[] sums, long[] reached, Part part) {
        Bitmap.addRange(reached, part.from, part.to);
        for (int k = from; k < to; k++) {
            values.addRow(neuron(k), integer(k), sums);
        }
    }

    @Override
    void deliverAll(double[] sums, long[] reached, Part part) {
        Bitmap.addRange(reached, part.from, part.to);
        for (int k = from; k < to; k++) {
            int source = neuron(k);
            double payload = real(k);
            for (int j = part.from; j < part.to; j++) {
                sums[j] += values.at(source, j) * payload;
            }
        }
    }

    @Override
    boolean reaches(int target) {
        return true;
    }

    @Override
    long integerInput(int target, Part part) {
        long sum = 0;
        for (int k = from; k < to; k++) {
            sum += whole(values.at(neuron(k), target)) * integer(k);
        }
        return sum;
    }

    @Override
    double realInput(int target, Part part) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += values.at(neuron(k), target) * real(k);
        }
        return sum;
    }
}
