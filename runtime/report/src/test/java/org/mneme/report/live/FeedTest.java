package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class FeedTest {
    private static Frame frame(long number) {
        return new Frame(1, number, List.of(), List.of(), List.of());
    }

    @Test
    void readersGoOnFromWhereTheyStand() {
        Feed feed = new Feed();
        assertEquals(List.of(), feed.read(0, 8).frames());
        for (int k = 0; k < 5; k++) {
            feed.append(frame(k));
        }
        Feed.Part first = feed.read(2, 8);

        assertEquals(List.of(frame(2), frame(3), frame(4)), first.frames());
        assertEquals(List.of(), feed.read(first.next(), 8).frames());
    }

    @Test
    void slowReaderGetsTheLastFramesOnly() {
        Feed feed = new Feed();
        for (int k = 0; k < 3 * Feed.SIZE; k++) {
            feed.append(frame(k));
        }

        assertEquals(
                List.of(frame(3L * Feed.SIZE - 2), frame(3L * Feed.SIZE - 1)),
                feed.read(0, 2).frames());
        List<Frame> all = feed.read(0, Feed.SIZE).frames();
        assertEquals(Feed.SIZE, all.size());
        assertEquals(2L * Feed.SIZE, all.getFirst().before());
    }

    @Test
    void framesReadWhileOthersAreAppendedFollowEachOther() throws InterruptedException {
        Feed feed = new Feed();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int k = 0; k < 300_000; k++) {
                feed.append(frame(k));
            }
            done.set(true);
        });
        long position = 0;
        long last = -1;
        while (!done.get() || last < 299_999) {
            Feed.Part part = feed.read(position, Feed.SIZE);
            position = part.next();
            long before = last;
            for (int k = 0; k < part.frames().size(); k++) {
                long number = part.frames().get(k).before();
                assertTrue(number > last, () -> number + " after " + before);
                assertTrue(k == 0 || number == last + 1, () -> number + " is not next");
                last = number;
            }
        }
        writer.join();
        assertEquals(299_999, last);
    }
}
