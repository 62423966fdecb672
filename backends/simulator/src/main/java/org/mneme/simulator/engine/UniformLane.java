package org.mneme.simulator.engine;

import org.mneme.ir.NumberDomain;

/** All to all, one number: every target gets the same sum. */
final class UniformLane extends Lane {
    private final double weight;
    private long integerSum;
    private double realSum;

    UniformLane(Route route, double weight, int targets, NumberDomain domain) {
        super(route, targets, domain);
        this.weight = weight;
    }

    @Override
    void prepare() {
        integerSum = 0;
        realSum = 0;
        if (route.binary() && !real) {
            integerSum = whole(weight) * spikes();
            return;
        }
        for (int k = from; k < to; k++) {
            if (real) {
                realSum += weight * real(k);
            } else {
                integerSum += whole(weight) * integer(k);
            }
        }
    }

    @Override
    long cost() {
        return targets;
    }

    @Override
    void deliverAll(long[] sums, long[] reached, Part part) {
        Bitmap.addRange(reached, part.from, part.to);
        for (int j = part.from; j < part.to; j++) {
            sums[j] += integerSum;
        }
    }

    @Override
    void deliverAll(double[] sums, long[] reached, Part part) {
        Bitmap.addRange(reached, part.from, part.to);
        for (int j = part.from; j < part.to; j++) {
            sums[j] = realSum;
        }
    }

    @Override
    boolean reaches(int target) {
        return true;
    }

    @Override
    long integerInput(int target, Part part) {
        return integerSum;
    }

    @Override
    double realInput(int target, Part part) {
        return realSum;
    }
}
