package org.mneme.simulator.engine;

import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;

/** An input population: sends what waits for the tick. */
final class SourceLayer extends Layer {
    final Waiting waiting = new Waiting();

    SourceLayer(Population population, int firstId) {
        super(population, firstId, 1);
    }

    void emit(long tick) {
        waiting.take(tick, out);
    }

    @Override
    void arrive(Lane lane, boolean first, Part part) {
        throw new IllegalStateException("a source has no port");
    }

    @Override
    void update(long tick, Part part) {}

    @Override
    boolean isAtRest(int j) {
        return true;
    }

    @Override
    double[] read(StateVariable variable) {
        throw noVariable(variable);
    }

    @Override
    void write(StateVariable variable, double[] values) {
        throw noVariable(variable);
    }
}
