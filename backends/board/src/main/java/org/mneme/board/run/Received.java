package org.mneme.board.run;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.mneme.board.driver.BoardException;
import org.mneme.board.driver.DriverResult;
import org.mneme.board.driver.EventBuffer;
import org.mneme.runtime.backend.SpikeSink;

/** The spikes of some ticks, taken off the board whole before anybody is told of one. */
final class Received {
    private static final int LEAST = 1024;

    private final EventBuffer events = new EventBuffer(4096);
    private final String board;
    private final UnderWay underWay;
    private long[] ticks = new long[LEAST];
    private int[] addresses = new int[LEAST];
    private int[] payloads = new int[LEAST];
    private int count;

    Received(String board, UnderWay underWay) {
        this.board = board;
        this.underWay = underWay;
    }

    /** Takes everything off the queue, to be told with what was taken before. */
    void drain(BoardSession session) {
        int got;
        do {
            got = session.receive(events);
            reserve(count + got);
            for (int i = 0; i < got; i++) {
                ticks[count] = events.tick(i);
                addresses[count] = events.address(i);
                payloads[count++] = events.payload(i);
            }
        } while (got == events.capacity());
    }

    private void reserve(int wanted) {
        if (wanted > ticks.length) {
            int length = Math.max(wanted, 2 * ticks.length);
            ticks = Arrays.copyOf(ticks, length);
            addresses = Arrays.copyOf(addresses, length);
            payloads = Arrays.copyOf(payloads, length);
        }
    }

    /**
     * Checks that the spikes are of some ticks and in order, then tells them.
     *
     * @param from first tick
     * @param until exclusive
     * @param neurons of the graph
     * @param recorded whether a neuron's spikes are to be told
     * @param sink told
     * @return how many there were
     * @throws BoardException if they are not, so that the driver is broken
     */
    int tell(long from, long until, int neurons, BitSet recorded, SpikeSink sink) {
        for (int i = 0; i < count; i++) {
            boolean ascending =
                    i == 0 || ticks[i] > ticks[i - 1] || ticks[i] == ticks[i - 1] && addresses[i] > addresses[i - 1];
            boolean there = ticks[i] >= from && ticks[i] < until && addresses[i] >= 0 && addresses[i] < neurons;
            if (!ascending || !there) {
                throw BoardException.of(new BoardException.Failure(
                        board,
                        "receive",
                        DriverResult.BROKEN,
                        List.of("the driver tells a spike of neuron " + addresses[i] + " at tick " + ticks[i]
                                + (there
                                        ? ", which is late or told twice"
                                        : ", and was asked for those of ticks " + from + " to " + (until - 1) + " and "
                                                + neurons + " neurons"))));
            }
        }
        for (int i = 0; i < count; i++) {
            underWay.add(ticks[i], addresses[i]);
            if (recorded.get(addresses[i])) {
                sink.spike(ticks[i], addresses[i], payloads[i]);
            }
        }
        int told = count;
        count = 0;
        return told;
    }
}
