package org.mneme.simulator.property;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.simulator.reference.DenseBackend;

/** The event-driven engine against the dense reference stepper, over random graphs. */
@Timeout(300)
class EngineEqualsDenseTest {
    private final Backend engine = Engine.backend();
    private final Backend dense = new DenseBackend();

    @Test
    void everyRandomGraphRunsAsTheDenseStepperRunsIt() {
        Optional<Case> failing = LongStream.range(0, Suite.CASES)
                .parallel()
                .mapToObj(RandomGraphs::of)
                .filter(given -> Suite.difference(engine, given).isPresent())
                .findFirst();
        assertTrue(
                failing.isEmpty(),
                () -> new Shrinker(given -> Suite.difference(engine, given)).report(failing.orElseThrow()));
    }

    @Test
    void circuitsOfPlainBinaryNeuronsRunAsTheDenseStepperRunsThem() {
        assertEquals(Optional.empty(), Suite.firstPlainDifference(engine, Suite.CASES, 1));
        long spiking = LongStream.range(0, Suite.CASES)
                .filter(seed ->
                        continued(PlainCircuits.of(seed), engine, engine, 5).contains("Fired[tick=9, "))
                .count();
        assertTrue(spiking > Suite.CASES / 4, spiking + " circuits spike at tick 9");
    }

    @Test
    void plainCircuitsSavedByOneGoOnInTheOther() {
        for (long seed = 0; seed < 100; seed++) {
            Case given = PlainCircuits.of(seed);
            String whole = continued(given, dense, dense, given.ticks());
            for (long middle = 1; middle < 10; middle++) {
                assertEquals(whole, continued(given, engine, engine, middle), "seed " + seed + " at " + middle);
                assertEquals(whole, continued(given, engine, dense, middle), "seed " + seed + " at " + middle);
                assertEquals(whole, continued(given, dense, engine, middle), "seed " + seed + " at " + middle);
                assertEquals(restored(given, dense, middle), restored(given, engine, middle), "seed " + seed);
            }
        }
    }

    /** The state right after an image has been restored. */
    private static String restored(Case given, Backend backend, long tick) {
        try (Run first = new Run(backend, given);
                Run second = new Run(backend, given)) {
            first.inject(0, given.ticks());
            first.advance(tick);
            second.execution().restore(first.execution().save());
            return Canonical.state(given, second);
        }
    }

    @Test
    void largerGraphsRunAsTheDenseStepperRunsThem() {
        for (long seed = 0; seed < 3; seed++) {
            Case given = Memories.small(seed);
            assertEquals(Optional.empty(), Suite.difference(engine, given), "memory " + seed);
        }
    }

    @Test
    void threadsChangeNothing() {
        for (long seed = 0; seed < 60; seed++) {
            Case given = seed == 0 ? Memories.large(seed) : RandomGraphs.of(seed);
            byte[] one = dump(given, 1);
            assertArrayEquals(one, dump(given, 2), "2 threads, seed " + seed);
            assertArrayEquals(one, dump(given, 8), "8 threads, seed " + seed);
        }
    }

    @Test
    void localeAndTimeZoneChangeNothing() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (long seed = 0; seed < 40; seed++) {
            byte[] here = dump(RandomGraphs.of(seed), 1);
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
                assertArrayEquals(here, dump(RandomGraphs.of(seed), 1), "seed " + seed);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    void whatOneSavesTheOtherGoesOnWith() {
        for (long seed = 0; seed < 60; seed++) {
            Case given = RandomGraphs.of(seed);
            long middle = 1 + Math.floorMod(given.executionSeed(), given.ticks() - 1);
            String whole = continued(given, dense, dense, given.ticks());
            for (Backend from : List.of(dense, engine)) {
                for (Backend to : List.of(dense, engine)) {
                    assertEquals(
                            whole,
                            continued(given, from, to, middle),
                            "seed " + seed + ": saved by " + from.name() + " at " + middle + ", restored by "
                                    + to.name());
                }
            }
        }
    }

    @Test
    void imagesHoldExactlyTheSpikesThatCanStillArriveOrWait() {
        for (long seed = 0; seed < 60; seed++) {
            Case given = RandomGraphs.of(seed);
            ExecutionImage expected = image(dense, given);
            ExecutionImage actual = image(engine, given);
            assertEquals(expected.spikes(), actual.spikes(), "seed " + seed);
            assertEquals(expected.counters(), actual.counters(), "seed " + seed);
        }
    }

    private static ExecutionImage image(Backend backend, Case given) {
        try (Run run = new Run(backend, given)) {
            run.inject(0, given.ticks());
            run.advance(given.ticks() / 2);
            return run.execution().save();
        }
    }

    /** Runs to a tick in one backend, saves, restores in another, and runs to the end there; all spikes and the last state. */
    private static String continued(Case given, Backend from, Backend to, long tick) {
        StringBuilder trace = new StringBuilder();
        try (Run first = new Run(from, given);
                Run second = new Run(to, given)) {
            first.inject(0, given.ticks());
            trace.append(text(first.advance(tick)));
            second.advance(Math.min(3, given.ticks()));
            second.execution().restore(first.execution().save());
            trace.append(text(second.advance(given.ticks())));
            return trace.append(Canonical.state(given, second)).toString();
        }
    }

    private static String text(List<Run.Fired> fired) {
        StringBuilder text = new StringBuilder();
        fired.forEach(f -> text.append(f).append('\n'));
        return text.toString();
    }

    private byte[] dump(Case given, int threads) {
        try (Run run = new Run(engine, given, threads, Run.everything(given))) {
            run.inject(0, given.ticks());
            return (text(run.advance(given.ticks())) + Canonical.state(given, run)).getBytes(StandardCharsets.UTF_8);
        }
    }
}
