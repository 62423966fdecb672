package org.mneme.simulator.reference;

import org.mneme.ir.StateVariable;

/** All state one neuron of any model can have; variables its model lacks stay 0. */
final class Cell {
    double u;
    double v;
    double ref;
    double x;
    double sign;

    double get(StateVariable variable) {
        return switch (variable) {
            case CURRENT -> u;
            case POTENTIAL -> v;
            case REFRACTORY -> ref;
            case SUM -> x;
            case LAST_SIGN -> sign;
        };
    }

    void set(StateVariable variable, double value) {
        switch (variable) {
            case CURRENT -> u = value;
            case POTENTIAL -> v = value;
            case REFRACTORY -> ref = value;
            case SUM -> x = value;
            case LAST_SIGN -> sign = value;
        }
    }

    Cell copy() {
        Cell copy = new Cell();
        for (StateVariable variable : StateVariable.values()) {
            copy.set(variable, get(variable));
        }
        return copy;
    }

    boolean sameAs(Cell other) {
        for (StateVariable variable : StateVariable.values()) {
            if (get(variable) != other.get(variable)) {
                return false;
            }
        }
        return true;
    }
}
