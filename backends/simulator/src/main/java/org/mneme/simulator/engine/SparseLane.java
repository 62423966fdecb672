package org.mneme.simulator.engine;

import org.mneme.bits.NumberMatrix;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Weights;

/** Stored entries only: pushes the entries of each spike, in ascending order. */
final class SparseLane extends Lane {
    private final Weights.Sparse weights;
    private final NumberMatrix values;

    SparseLane(Route route, Weights.Sparse weights, int targets, NumberDomain domain) {
        super(route, targets, domain);
        this.weights = weights;
        this.values = weights.values();
    }

    @Override
    long cost() {
        long synapses = weights.targets().length();
        return spikes() * (1 + synapses / (weights.offsets().length() - 1));
    }

    @Override
    void deliverAll(long[] sums, long[] reached, Part part) {
        for (int k = from; k < to; k++) {
            int end = weights.offsets().at(neuron(k) + 1);
            for (int s = firstSynapse(neuron(k), part.from); s < end && target(s) < part.to; s++) {
                Bitmap.add(reached, target(s));
                sums[target(s)] += whole(values.at(0, s)) * integer(k);
            }
        }
    }

    @Override
    void deliverAll(double[] sums, long[] reached, Part part) {
        for (int k = from; k < to; k++) {
            int end = weights.offsets().at(neuron(k) + 1);
            for (int s = firstSynapse(neuron(k), part.from); s < end && target(s) < part.to; s++) {
                Bitmap.add(reached, target(s));
                sums[target(s)] += values.at(0, s) * real(k);
            }
        }
    }

    private int target(int synapse) {
        return weights.targets().at(synapse);
    }

    /** The first synapse of a source onto a target not below the given one. */
    private int firstSynapse(int source, int lowestTarget) {
        int low = weights.offsets().at(source);
        int high = weights.offsets().at(source + 1);
        while (low < high && lowestTarget > 0) {
            int middle = (low + high) >>> 1;
            if (target(middle) < lowestTarget) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    boolean reaches(int target) {
        for (int k = from; k < to; k++) {
            if (weights.stores(neuron(k), target)) {
                return true;
            }
        }
        return false;
    }

    @Override
    long integerInput(int target, Part part) {
        long sum = 0;
        for (int k = from; k < to; k++) {
            sum += whole(weights.at(neuron(k), target)) * integer(k);
        }
        return sum;
    }

    @Override
    double realInput(int target, Part part) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            int s = weights.find(neuron(k), target);
            sum += s < 0 ? 0 : values.at(0, s) * real(k);
        }
        return sum;
    }
}
