package org.mneme.report.watch;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Something a recall was told.
 *
 * @param tick at which it acts
 * @param what in words, such as "tempo ×0.5"
 * @param gain from then on; empty where it stays
 * @param open how many hidden units may fire from then on; empty where that stays
 */
public record WatchTold(long tick, String what, OptionalDouble gain, OptionalInt open) {
    /**
     * Returns something that changes neither the tempo nor the gates.
     *
     * @param tick at which it acts
     * @param what in words
     * @return what was told
     */
    public static WatchTold of(long tick, String what) {
        return new WatchTold(tick, what, OptionalDouble.empty(), OptionalInt.empty());
    }
}
