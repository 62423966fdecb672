package org.mneme.simulator.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.Noise;
import org.mneme.simulator.reference.DenseBackend;

/** Noise strikes the same spikes, in the same way, in the engine and in the dense stepper. */
@Timeout(300)
class NoiseTest {
    private final Backend engine = Engine.backend();
    private final Backend dense = new DenseBackend();

    @Test
    void everyNoisyGraphRunsAsTheDenseStepperRunsIt() {
        Optional<Case> failing = LongStream.range(0, Suite.NOISY_CASES)
                .parallel()
                .mapToObj(NoisyGraphs::of)
                .filter(given -> Suite.difference(engine, given).isPresent())
                .findFirst();
        assertTrue(
                failing.isEmpty(),
                () -> new Shrinker(given -> Suite.difference(engine, given)).report(failing.orElseThrow()));
    }

    @Test
    void threadsChangeNoDraw() {
        for (long seed = 0; seed < 20; seed++) {
            Case given = NoisyGraphs.of(seed);
            List<Run.Fired> one = spikes(given, engine, 1);
            assertEquals(one, spikes(given, engine, 8), "seed " + seed);
        }
    }

    @Test
    void imagesHoldTheSpikesHeldBackAndEachGoesOnFromTheOthers() {
        int heldBack = 0;
        for (long seed = 0; seed < 60; seed++) {
            Case given = NoisyGraphs.of(seed);
            ExecutionImage expected = image(given, dense);
            ExecutionImage actual = image(given, engine);
            assertEquals(expected.spikes(), actual.spikes(), "seed " + seed);
            heldBack += held(given, expected) > 0 ? 1 : 0;
            List<Run.Fired> rest = goOn(given, dense, expected);
            assertEquals(rest, goOn(given, engine, expected), "seed " + seed);
            assertEquals(rest, goOn(given, dense, actual), "seed " + seed);
        }
        assertTrue(heldBack >= 10, "spikes were held back in " + heldBack + " graphs");
    }

    @Test
    void anImageWithSpikesHeldBackIsOfNoExecutionWithoutJitter() {
        Case given = LongStream.range(0, 60)
                .mapToObj(NoisyGraphs::of)
                .filter(noisy -> held(noisy, image(noisy, dense)) > 0)
                .findFirst()
                .orElseThrow();
        Case steady = given.withNoise(new Noise(0.5, 0, 0, 1));
        ExecutionImage image = image(given, dense);
        for (Backend backend : List.of(dense, engine)) {
            try (Run run = new Run(backend, steady)) {
                assertThrows(
                        IllegalArgumentException.class, () -> run.execution().restore(image), backend.name());
            }
        }
    }

    @Test
    void everyKindStrikesInFiftyGraphsAndCollidesInTen() {
        Map<String, Integer> counts = new TreeMap<>();
        LongStream.range(0, Suite.NOISY_CASES)
                .parallel()
                .mapToObj(seed -> coverage(NoisyGraphs.of(seed)))
                .toList()
                .forEach(found -> found.forEach(what -> counts.merge(what, 1, Integer::sum)));
        String rare = Map.of(
                        "drop", 50, "flip graded", 25, "flip rails", 25, "jitter", 50, "collision", 10, "alive", 100)
                .entrySet()
                .stream()
                .filter(entry -> counts.getOrDefault(entry.getKey(), 0) < entry.getValue())
                .map(Map.Entry::toString)
                .collect(Collectors.joining(", "));
        assertEquals("", rare, counts::toString);
    }

    /** Which kinds of noise make a difference when they alone are there. */
    private Set<String> coverage(Case given) {
        Set<String> found = new TreeSet<>();
        List<Run.Fired> clean = spikes(given.withNoise(Noise.NONE), dense, 1);
        Noise noise = given.noise();
        mark(found, "alive", clean.size() > given.input().size());
        mark(found, "drop", differs(given, clean, new Noise(noise.drop(), 0, 0, 1)));
        boolean flips = differs(given, clean, new Noise(0, noise.flip(), 0, 1));
        List<Run.Fired> turned = spikes(given.withNoise(new Noise(0, noise.flip(), 0, 1)), dense, 1);
        boolean rails = flips && !neurons(turned).equals(neurons(clean));
        mark(found, "flip rails", rails);
        mark(found, "flip graded", flips && !rails);
        mark(found, "jitter", differs(given, clean, new Noise(0, 0, noise.jitter(), noise.jitterTicks())));
        mark(found, "collision", noise.jitter() > 0 && collides(given));
        return found;
    }

    private static void mark(Set<String> found, String what, boolean holds) {
        if (holds) {
            found.add(what);
        }
    }

    private boolean differs(Case given, List<Run.Fired> clean, Noise noise) {
        return !spikes(given.withNoise(noise), dense, 1).equals(clean);
    }

    private static Set<List<Long>> neurons(List<Run.Fired> fired) {
        return fired.stream().map(f -> List.of(f.tick(), (long) f.neuron())).collect(Collectors.toSet());
    }

    /** Whether fewer spikes are sent than are fired, though none is dropped: by a run whose graph feeds nothing back. */
    private boolean collides(Case given) {
        Case open = given.with(new SpikingGraph(
                        given.graph().name(),
                        given.graph().domain(),
                        given.graph().tickSeconds(),
                        given.graph().populations(),
                        given.graph().projections().stream()
                                .filter(p -> source(given, p.source()))
                                .toList()))
                .withNoise(new Noise(0, 0, given.noise().jitter(), given.noise().jitterTicks()));
        Case longer = open.withTicks(given.ticks());
        long clean = spikes(longer.withNoise(Noise.NONE), dense, 1).size();
        try (Run run = new Run(dense, longer)) {
            run.inject(0, longer.ticks());
            long sent = run.advance(longer.ticks()).size();
            return sent + held(longer, run.execution().save()) < clean;
        }
    }

    private static boolean source(Case given, String name) {
        return given.graph().population(name).model() instanceof Source;
    }

    private static List<Run.Fired> spikes(Case given, Backend backend, int threads) {
        try (Run run = new Run(backend, given, threads, Run.everything(given))) {
            run.inject(0, given.ticks());
            return run.advance(given.ticks());
        }
    }

    private static ExecutionImage image(Case given, Backend backend) {
        try (Run run = new Run(backend, given)) {
            run.inject(0, given.ticks());
            run.advance(given.ticks() / 2);
            return run.execution().save();
        }
    }

    private static List<Run.Fired> goOn(Case given, Backend backend, ExecutionImage image) {
        try (Run run = new Run(backend, given)) {
            run.execution().restore(image);
            List<Run.Fired> fired = new ArrayList<>(run.advance(given.ticks()));
            assertEquals(given.ticks(), run.execution().tick());
            return fired;
        }
    }

    /** How many spikes of neurons, not of sources, are still to be sent. */
    private static long held(Case given, ExecutionImage image) {
        int[] first = given.graph().firstIds();
        return image.spikes().stream()
                .filter(spike -> spike.tick() >= image.tick())
                .filter(spike -> {
                    int p = Arrays.binarySearch(first, spike.neuron());
                    Population population = given.graph().populations().get(p >= 0 ? p : -p - 2);
                    return !(population.model() instanceof Source);
                })
                .count();
    }
}
