package org.mneme.motor.music;

import java.util.Map;
import java.util.TreeMap;

/** When the ticks of a file are, as its tempo events have it. */
final class TempoMap {
    private static final int DEFAULT_MICROS = 500_000;

    private final int resolution;
    private final TreeMap<Long, Integer> micros;
    private final TreeMap<Long, Double> seconds = new TreeMap<>();

    /**
     * Adds up the times.
     *
     * @param resolution ticks of a quarter note, ≥ 1
     * @param changes tick → µs of a quarter note, ≥ 1, from then on; 500,000 before the first
     */
    TempoMap(int resolution, Map<Long, Integer> changes) {
        this.resolution = resolution;
        this.micros = new TreeMap<>(changes);
        this.micros.putIfAbsent(0L, DEFAULT_MICROS);
        double time = 0;
        long last = 0;
        int tempo = DEFAULT_MICROS;
        for (Map.Entry<Long, Integer> change : micros.entrySet()) {
            time += duration(change.getKey() - last, tempo);
            seconds.put(change.getKey(), time);
            last = change.getKey();
            tempo = change.getValue();
        }
    }

    private double duration(long ticks, int tempo) {
        return (double) ticks * tempo / (1e6 * resolution);
    }

    /** Returns when a tick is, s from the beginning of the file. */
    double seconds(double tick) {
        long from = micros.floorKey((long) Math.floor(tick));
        double since = (tick - from) * micros.getOrDefault(from, DEFAULT_MICROS) / (1e6 * resolution);
        return seconds.getOrDefault(from, 0.0) + since;
    }

    /** Returns the tempo at a tick, s a quarter note. */
    double quarterSeconds(long tick) {
        return micros.floorEntry(tick).getValue() / 1e6;
    }

    /** Returns how often the tempo changes between two ticks, the first left out. */
    int changes(long after, long before) {
        int changes = 0;
        int tempo = micros.floorEntry(after).getValue();
        for (int next :
                micros.subMap(after, false, Math.max(after, before), false).values()) {
            changes += next == tempo ? 0 : 1;
            tempo = next;
        }
        return changes;
    }
}
