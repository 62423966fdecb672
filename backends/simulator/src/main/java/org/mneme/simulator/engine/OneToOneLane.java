package org.mneme.simulator.engine;

import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;

/** Neuron i to neuron i. */
final class OneToOneLane extends Lane {
    private final Parameter weight;

    OneToOneLane(Route route, Parameter weight, int targets, NumberDomain domain) {
        super(route, targets, domain);
        this.weight = weight;
    }

    @Override
    long cost() {
        return spikes();
    }

    @Override
    void deliverAll(long[] sums, long[] reached, Part part) {
        for (int k = firstSpikeFrom(part.from); k < to && neuron(k) < part.to; k++) {
            Bitmap.add(reached, neuron(k));
            sums[neuron(k)] += weight.longAt(neuron(k)) * integer(k);
        }
    }

    @Override
    void deliverAll(double[] sums, long[] reached, Part part) {
        for (int k = firstSpikeFrom(part.from); k < to && neuron(k) < part.to; k++) {
            Bitmap.add(reached, neuron(k));
            sums[neuron(k)] += weight.at(neuron(k)) * real(k);
        }
    }

    @Override
    boolean reaches(int target) {
        return spikeOf(target) >= 0;
    }

    @Override
    long integerInput(int target, Part part) {
        return weight.longAt(target) * integer(spikeOf(target));
    }

    @Override
    double realInput(int target, Part part) {
        return weight.at(target) * real(spikeOf(target));
    }
}
