package org.mneme.board.run;

import java.util.List;
import java.util.Optional;
import org.mneme.board.driver.BoardCallException;
import org.mneme.board.driver.BoardException;
import org.mneme.board.driver.DriverResult;
import org.mneme.board.driver.EventBuffer;
import org.mneme.board.run.SourceQueue.Due;

/** Gives a board the source spikes of the ticks ahead, as many as its queue takes. */
final class Feed {
    private final BoardSession session;
    private final SourceQueue queue;
    private final String board;
    private final EventBuffer events = new EventBuffer(4096);

    /** Spikes that the board has of the first tick still waiting here; they are not sent twice. */
    private int taken;

    Feed(BoardSession session, SourceQueue queue, String board) {
        this.session = session;
        this.queue = queue;
        this.board = board;
    }

    /**
     * Sends what waits for the ticks before one.
     *
     * @param tick the next to be executed
     * @param until exclusive
     * @return the tick up to which the board has everything; after {@code tick}
     * @throws BoardException if the queue does not even take the spikes of the next tick
     */
    long feed(long tick, long until) {
        Optional<Due> due = queue.first(until);
        while (due.isPresent()) {
            long at = due.get().tick();
            if (!send(due.get())) {
                if (at == tick) {
                    throw tooMany(due.get());
                }
                return at;
            }
            queue.taken(at);
            taken = 0;
            due = queue.first(until);
        }
        return until;
    }

    /** Whether the board took all spikes of a tick. */
    private boolean send(Due due) {
        while (taken < due.spikes().size()) {
            int count = Math.min(events.capacity(), due.spikes().size() - taken);
            for (int i = 0; i < count; i++) {
                SourceQueue.Spike spike = due.spikes().get(taken + i);
                events.put(i, due.tick(), spike.id(), spike.payload());
            }
            int accepted = session.send(events, 0, count);
            taken += accepted;
            if (accepted < count) {
                return false;
            }
        }
        return true;
    }

    private BoardException tooMany(Due due) {
        return new BoardCallException(new BoardException.Failure(
                board,
                "send",
                DriverResult.TOO_LARGE,
                List.of("its queue took " + taken + " of the " + due.spikes().size() + " source spikes of tick "
                        + due.tick() + ", which all have to be there before it; use a board with a longer queue")));
    }
}
