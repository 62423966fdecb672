package org.mneme.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;

/** A population at run time: which of its neurons are touched, the lanes that reach it, and what it sends. */
abstract class Layer {
    final Population population;
    /** Global id of its first neuron. */
    final int firstId;

    final SpikeBuffer out = new SpikeBuffer();
    /** Neurons met by a spike at this tick. */
    final long[] reached;
    /** Neurons not at rest. */
    final long[] active;
    /** Lanes with a volley at this tick, in the order in which inputs are added. */
    private final List<Lane> due = new ArrayList<>();

    private final Part whole;
    private final List<Part> parts;
    private int activeCount;
    long saturations;

    Layer(Population population, int firstId, int threads) {
        this.population = population;
        this.firstId = firstId;
        this.reached = Bitmap.of(population.size());
        this.active = Bitmap.of(population.size());
        this.whole = new Part(0, population.size());
        this.parts = Workers.split(population.size(), threads);
    }

    final void addDue(Lane lane) {
        due.add(lane);
    }

    final boolean isTouched() {
        return activeCount > 0 || !due.isEmpty();
    }

    final boolean isAtRest() {
        return activeCount == 0;
    }

    /** Whether no update would change or spike anything any more, unless something arrives. */
    boolean isIdle(long tick) {
        return activeCount == 0;
    }

    /** Does what the ticks before the given one, which were not executed, would have done. */
    void catchUp(long tick) {}

    /** Told the next tick once all state variables have been replaced. */
    void restored(long tick) {}

    /** Arrive, update, emit: leaves the spikes of the tick in {@link #out}. */
    final void tick(long tick, Workers workers) {
        if (parts.size() > 1 && workers.pays(work()) && isSplittable()) {
            workers.run(parts, part -> work(tick, part));
            for (Part part : parts) {
                collect(part);
            }
        } else {
            work(tick, whole);
            collect(whole);
        }
        due.clear();
        activeCount = Bitmap.count(active);
    }

    private long work() {
        long work = activeCount;
        for (int k = 0; k < due.size(); k++) {
            work += due.get(k).cost();
        }
        return work;
    }

    private boolean isSplittable() {
        for (int k = 0; k < due.size(); k++) {
            if (!due.get(k).isSplittable()) {
                return false;
            }
        }
        return true;
    }

    private boolean isWindowed() {
        for (int k = 0; k < due.size(); k++) {
            if (!due.get(k).isCheapInWindows()) {
                return false;
            }
        }
        return !due.isEmpty();
    }

    private void work(long tick, Part part) {
        if (!isWindowed()) {
            part.openAll();
            workWindow(tick, part);
            return;
        }
        part.openFirst();
        do {
            workWindow(tick, part);
        } while (part.openNext());
    }

    private void workWindow(long tick, Part part) {
        for (int k = 0; k < due.size(); k++) {
            arrive(due.get(k), k == 0, part);
        }
        update(tick, part);
    }

    private void collect(Part part) {
        out.addAll(part.out);
        saturations += part.saturations;
        part.out.clear();
        part.saturations = 0;
    }

    /** Finds which neurons are not at rest. */
    final void findActive() {
        for (int j = 0; j < population.size(); j++) {
            Bitmap.set(active, j, !isAtRest(j));
        }
        activeCount = Bitmap.count(active);
    }

    /** Adds a lane's volley to the inputs of a part. */
    abstract void arrive(Lane lane, boolean first, Part part);

    /** Updates the neurons of a part that are reached or active, clears their inputs, and adds their spikes to the part. */
    abstract void update(long tick, Part part);

    /** Whether one more update without input would change nothing, spike nothing and saturate nothing. */
    abstract boolean isAtRest(int j);

    /**
     * Returns a copy of a state variable.
     *
     * @throws IllegalArgumentException if the model has no such variable
     */
    abstract double[] read(StateVariable variable);

    /** Replaces a state variable. */
    abstract void write(StateVariable variable, double[] values);

    final IllegalArgumentException noVariable(StateVariable variable) {
        return new IllegalArgumentException(population.name() + " has no state variable " + variable.symbol());
    }
}
