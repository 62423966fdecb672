package org.mneme.simulator.engine;

import org.mneme.ir.Weights;

/**
 * Where a lane leads.
 *
 * @param id place among all lanes: by projection, then delay
 * @param source index of the source population
 * @param target index of the target population
 * @param weights of the projection
 * @param delay ticks
 * @param isAll whether every target belongs to the lane
 * @param members the targets that belong to it, ascending; empty where all do
 * @param binary whether all payloads are 1
 * @param fanOut non-zero synapses of each source neuron on this lane
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record Route(
        int id,
        int source,
        int target,
        Weights weights,
        int delay,
        boolean isAll,
        int[] members,
        boolean binary,
        FanOut fanOut) {
    /** Whether a spike of a source neuron meets a stored synapse on this lane. */
    boolean meets(int neuron, int targets) {
        return switch (weights) {
            case Weights.Dense _, Weights.Uniform _ -> true;
            case Weights.OneToOne _ -> hasMember(neuron);
            case Weights.SignMatrix signs
            when signs.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES ->
                signs.matrixRow(neuron) != Weights.SignMatrix.ABSENT;
            case Weights.SignMatrix signs -> meetsAnyRow(signs, targets);
            case Weights.Sparse sparse -> meetsAny(sparse, neuron);
        };
    }

    boolean hasMember(int target) {
        int m = Lane.lowerBound(members, target);
        return isAll || m < members.length && members[m] == target;
    }

    private boolean meetsAnyRow(Weights.SignMatrix signs, int targets) {
        int size = isAll ? targets : members.length;
        for (int m = 0; m < size; m++) {
            if (signs.matrixRow(isAll ? m : members[m]) != Weights.SignMatrix.ABSENT) {
                return true;
            }
        }
        return false;
    }

    private boolean meetsAny(Weights.Sparse sparse, int neuron) {
        for (int s = sparse.offsets().at(neuron); s < sparse.offsets().at(neuron + 1); s++) {
            if (hasMember(sparse.targets().at(s))) {
                return true;
            }
        }
        return false;
    }
}
