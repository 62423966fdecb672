package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.ir.NumberDomain;

/**
 * The synapses of one projection that share one delay: the unit in which volleys arrive.
 *
 * <p>A projection with one delay is one lane with all targets; one with a delay a target is as many lanes as it has distinct delays.
 */
abstract class Lane {
    final Route route;
    final int targets;
    final boolean real;
    /** Number of the volley of the source's history that arrives next. */
    long next;

    /** The volley arriving now: index of its first spike, and past its last. */
    int from;

    int to;
    private int[] neurons = new int[0];
    private long[] payloads = new long[0];

    Lane(Route route, int targets, NumberDomain domain) {
        this.route = route;
        this.targets = targets;
        this.real = domain instanceof NumberDomain.Real;
    }

    /** Takes the next volley of the source and gets ready to deliver it, in any number of threads. */
    final void receive(History history) {
        neurons = history.neurons();
        payloads = history.payloads();
        from = history.start(next);
        to = history.end(next);
        next++;
        prepare();
    }

    final int neuron(int k) {
        return neurons[k];
    }

    final long integer(int k) {
        return payloads[k];
    }

    final double real(int k) {
        return Double.longBitsToDouble(payloads[k]);
    }

    /** The payload in either domain. */
    final double payload(int k) {
        return real ? real(k) : (double) integer(k);
    }

    /** A weight or payload of the fixed domain, which is an integer. */
    static long whole(double number) {
        return (long) number;
    }

    final int spikes() {
        return to - from;
    }

    /** Index of the first spike of the volley of a neuron not below the given one. */
    final int firstSpikeFrom(int neuron) {
        int found = Arrays.binarySearch(neurons, from, to, neuron);
        return found >= 0 ? found : -found - 1;
    }

    /** Index of the spike of a neuron, or negative if it has none in this volley. */
    final int spikeOf(int neuron) {
        return Arrays.binarySearch(neurons, from, to, neuron);
    }

    /** How many synapses of non-zero weight the volley meets. */
    final long synapticEvents() {
        return route.fanOut().sum(neurons, from, to);
    }

    /** Adds the volley's contribution to the integer inputs of a part's targets, and marks those reached. */
    final void deliver(long[] sums, long[] reached, Part part) {
        if (route.isAll()) {
            deliverAll(sums, reached, part);
            return;
        }
        int[] members = route.members();
        for (int m = lowerBound(members, part.from); m < members.length && members[m] < part.to; m++) {
            int target = members[m];
            if (reaches(target)) {
                Bitmap.add(reached, target);
                sums[target] += integerInput(target, part);
            }
        }
    }

    /** Writes the volley's contribution to the real inputs of a part's targets, which are 0, and marks those reached. */
    final void deliver(double[] sums, long[] reached, Part part) {
        if (route.isAll()) {
            deliverAll(sums, reached, part);
            return;
        }
        int[] members = route.members();
        for (int m = lowerBound(members, part.from); m < members.length && members[m] < part.to; m++) {
            int target = members[m];
            if (reaches(target)) {
                Bitmap.add(reached, target);
                sums[target] = realInput(target, part) + 0.0;
            }
        }
    }

    static int lowerBound(int[] ascending, int value) {
        int found = Arrays.binarySearch(ascending, value);
        return found >= 0 ? found : -found - 1;
    }

    /** Work of delivering the volley, in words read or so. */
    abstract long cost();

    /** Whether parts of the targets can be worked on apart. */
    boolean isSplittable() {
        return true;
    }

    /** Whether the volley is delivered to few targets at a time as cheaply as to all at once. */
    boolean isCheapInWindows() {
        return false;
    }

    void prepare() {}

    abstract void deliverAll(long[] sums, long[] reached, Part part);

    abstract void deliverAll(double[] sums, long[] reached, Part part);

    /** Whether the volley meets a stored synapse of a member. */
    abstract boolean reaches(int target);

    abstract long integerInput(int target, Part part);

    abstract double realInput(int target, Part part);
}
