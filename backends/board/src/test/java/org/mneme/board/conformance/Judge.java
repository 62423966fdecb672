package org.mneme.board.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.StateVariable;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.simulator.reference.DenseBackend;

/** What the dense reference stepper answers. */
final class Judge {
    /** Of fewer neurons, states are recorded at about so many ticks and after each of the first; of more, at the end. */
    private static final int SMALL = 400;

    private static final int STOPS = 4;
    private static final int FIRST = 8;

    private Judge() {}

    /** All questions, by name. */
    static List<Circuit.Question> questions() {
        return Stream.of(
                        LifVectors.all(),
                        GradedVectors.all(),
                        WeightVectors.all(),
                        DelayVectors.all(),
                        MemoryVectors.all())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Circuit.Question::name))
                .toList();
    }

    static GoldenVector answer(Circuit.Question question) {
        List<GoldenVector.Spike> spikes = new ArrayList<>();
        List<GoldenVector.State> states = new ArrayList<>();
        List<GoldenVector.Count> counts = new ArrayList<>();
        try (Execution execution = new DenseBackend()
                .open(question.graph(), new ExecutionOptions(question.seed(), 1, neurons(question)))) {
            execution.inject(question.input());
            for (long stop : stops(question)) {
                execution.advance(
                        stop,
                        (tick, neuron, payload) -> spikes.add(new GoldenVector.Spike(tick, neuron, (long) payload)));
                for (Population population : question.graph().populations()) {
                    for (StateVariable variable : population.model().state()) {
                        states.add(state(execution, stop, population.name(), variable));
                    }
                }
                counts.add(new GoldenVector.Count(stop, execution.counters()));
            }
        }
        return new GoldenVector(
                question.name(),
                question.says(),
                question.graph(),
                question.seed(),
                question.ticks(),
                question.input(),
                spikes,
                states,
                counts);
    }

    private static GoldenVector.State state(Execution execution, long tick, String population, StateVariable variable) {
        List<Long> values = Arrays.stream(execution.state(population, variable))
                .mapToObj(value -> (long) value)
                .toList();
        return new GoldenVector.State(tick, population, variable, values);
    }

    private static Set<String> neurons(Circuit.Question question) {
        Set<String> names = new HashSet<>();
        for (Population population : question.graph().populations()) {
            if (!(population.model() instanceof Source)) {
                names.add(population.name());
            }
        }
        return names;
    }

    private static Set<Long> stops(Circuit.Question question) {
        Set<Long> stops = new TreeSet<>();
        int neurons = question.graph().populations().stream()
                .filter(population -> !(population.model() instanceof Source))
                .mapToInt(Population::size)
                .sum();
        if (neurons < SMALL) {
            for (long tick = 1; tick <= FIRST && tick < question.ticks(); tick++) {
                stops.add(tick);
            }
            for (long k = 1; k < STOPS; k++) {
                stops.add(question.ticks() * k / STOPS);
            }
        }
        stops.add(question.ticks());
        return stops;
    }
}
