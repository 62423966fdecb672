package org.mneme.board.run;

import java.util.ArrayList;
import java.util.List;

/** A clock that goes on only while somebody sleeps, and a little whenever it is looked at. */
final class FakeClock implements BoardClock {
    private static final long LOOK = 1_000;

    final List<Long> sleeps = new ArrayList<>();
    private long now;

    @Override
    public long nanoTime() {
        now += LOOK;
        return now;
    }

    @Override
    public void sleep(long nanos) {
        sleeps.add(nanos);
        now += nanos;
    }

    double seconds() {
        return now / 1e9;
    }
}
