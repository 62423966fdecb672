package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private record Sent(long number, long tick, int spikes) {}

    @Test
    void volleysStayUntilTheyHaveArrivedEverywhere() {
        SplittableRandom random = new SplittableRandom(1);
        int maxDelay = 9;
        History history = new History(maxDelay);
        Deque<Sent> kept = new ArrayDeque<>();
        SpikeBuffer volley = new SpikeBuffer();
        long tick = 0;
        for (long number = 0; number < 5000; number++) {
            tick += 1 + random.nextInt(3);
            volley.clear();
            int size = 1 + random.nextInt(random.nextInt(100) == 0 ? 1000 : 10);
            for (int k = 0; k < size; k++) {
                volley.add(k, number + k);
            }
            history.append(tick, volley);
            kept.add(new Sent(number, tick, size));
            while (kept.getFirst().tick() + maxDelay < tick) {
                kept.removeFirst();
            }
            assertEquals(kept.getFirst().number(), history.firstNumber());
            assertEquals(number + 1, history.nextNumber());
            for (Sent sent : kept) {
                assertEquals(sent.tick(), history.tick(sent.number()));
                int start = history.start(sent.number());
                assertEquals(sent.spikes(), history.end(sent.number()) - start);
                assertEquals(sent.number() + sent.spikes() - 1, history.payloads()[start + sent.spikes() - 1]);
            }
        }
        assertTrue(history.neurons().length < 40_000, "memory follows the spikes under way, not those ever sent");
    }
}
