package org.mneme.examples;

import org.mneme.lower.Lowerings;
import org.mneme.lower.RecallStep;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionOptions;

/** From patterns to overlaps: ten patterns in a ring, recalled by spikes. */
public final class HelloMemory {
    public static void main(String[] args) {
        var patterns = PatternSet.random(10, 200, 1, 0.0); // P = 10 patterns of N = 200 features, seed 1
        var memory = SequenceMemory.of(patterns, Successors.cycle(10), new Interaction.Polynomial(2));
        var lowered = Lowerings.auto(memory); // a spiking graph, and how to read it
        try (var session = Session.open(lowered, Backends.named("simulator"), SessionOptions.seeded(1))) {
            session.cue(patterns.row(0).flip(3, 14, 15)); // three bits wrong
            for (RecallStep step : session.recall(10)) {
                int expected = (int) step.step() % 10;
                System.out.printf(
                        "step %2d: overlap %3d of 200%n",
                        step.step(), step.state().overlap(patterns.row(expected)));
            }
        }
    }
}
