package org.mneme.ir;

import java.util.List;

/**
 * A neuron that answers when it is reached: x = (retain ? x : 0) + a (saturating), then a spike of payload φ(x) if φ(x) ≠ 0, or always
 * with {@code sendZero}. Not reached, it does nothing.
 *
 * @param phi the payload of a spike
 * @param retain whether x is kept from tick to tick
 * @param sendZero whether a payload of 0 is sent
 */
public record Graded(Phi phi, boolean retain, boolean sendZero) implements NeuronModel {
    @Override
    public List<Port> ports() {
        return List.of(Port.INPUT);
    }

    @Override
    public List<StateVariable> state() {
        return phi instanceof Phi.Sign
                ? List.of(StateVariable.SUM, StateVariable.LAST_SIGN)
                : List.of(StateVariable.SUM);
    }
}
