package org.mneme.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import org.mneme.runtime.backend.BoardFigures;
import org.mneme.targets.Status;

/** What is said of the board that something ran on. */
final class BoardLine {
    private BoardLine() {}

    /**
     * Says it on one line.
     *
     * @param board the figures
     * @return such as "board emulator:?target=loihi1: emulated, shape of loihi1, arithmetic of Mneme; 3 cores, loaded in 0.010 s, 120 hops"
     */
    static String of(BoardFigures board) {
        return String.format(
                Locale.ROOT,
                "board %s %s, %s; %d %s, loaded in %.3f s, %d hops, energy %s, time %s%s%s",
                board.uri().endsWith(":") ? board.uri() : board.uri() + ":",
                board.kind(),
                board.arithmetic(),
                board.cores(),
                board.cores() == 1 ? "core" : "cores",
                board.loadSeconds(),
                board.hops(),
                amount(board.joules(), "J", board.status()),
                amount(board.seconds(), "s", board.status()),
                board.eventsLost() == 0 ? "" : ", " + board.eventsLost() + " SPIKES LOST",
                board.fullQueues() == 0 ? "" : ", waited " + board.fullQueues() + " times for its queue");
    }

    private static String amount(OptionalDouble value, String unit, Status status) {
        if (value.isEmpty()) {
            return "unknown";
        }
        String flag = status == Status.KNOWN ? "" : " (" + status.name().toLowerCase(Locale.ROOT) + ")";
        return String.format(Locale.ROOT, "%.3g %s%s", value.getAsDouble(), unit, flag);
    }
}
