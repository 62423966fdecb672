package org.mneme.lab.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkersTest {
    @Test
    void everyTaskIsRunOnce() {
        Set<Integer> done = new ConcurrentSkipListSet<>();
        Workers workers = new Workers();

        workers.run(100, 7, task -> assertTrue(done.add(task)));

        assertEquals(IntStream.range(0, 100).boxed().collect(Collectors.toCollection(TreeSet::new)), done);
        assertFalse(workers.stopped());
    }

    @Test
    void noTaskIsStartedAfterAStop() {
        Set<Integer> done = new ConcurrentSkipListSet<>();
        Workers workers = new Workers();

        workers.run(100, 1, task -> {
            done.add(task);
            if (task == 4) {
                workers.stop();
            }
        });

        assertEquals(Set.of(0, 1, 2, 3, 4), done);
    }

    @Test
    void failureOfATaskEndsTheRest() {
        Set<Integer> done = new ConcurrentSkipListSet<>();

        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> new Workers().run(1000, 2, task -> {
                    done.add(task);
                    if (task == 3) {
                        throw new IllegalArgumentException("task 3");
                    }
                }));

        assertEquals("task 3", thrown.getMessage());
        assertTrue(done.size() < 1000);
    }

    /** A task lasts until then: an interrupt that comes after the last one has ended asks nothing more. */
    @Test
    @Timeout(60)
    void interruptOfTheCallerStopsAndStays() {
        Workers workers = new Workers();
        Thread.currentThread().interrupt();

        workers.run(3, 1, task -> {
            while (!workers.stopped()) {
                Thread.onSpinWait();
            }
        });

        assertTrue(Thread.interrupted());
        assertTrue(workers.stopped());
    }
}
