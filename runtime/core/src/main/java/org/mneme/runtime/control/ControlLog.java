package org.mneme.runtime.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * The control events a session was given, in order; replayed into a session of the same graph and seed they give the same spikes.
 *
 * <p>It grows with what a session is told, so a session keeps one only where it is asked to.
 */
public final class ControlLog implements Iterable<ControlLog.Entry> {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One control event.
     *
     * @param given the session's next tick when it was given; not after {@code control.tick()}
     * @param control the event
     */
    public record Entry(long given, Control control) {}

    /**
     * Appends an event.
     *
     * @param entry not given before the last one
     */
    public void add(Entry entry) {
        entries.add(entry);
    }

    /**
     * Returns the number of events.
     *
     * @return ≥ 0
     */
    public int size() {
        return entries.size();
    }

    /**
     * Returns the events in the order in which they were given.
     *
     * @return a copy
     */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public Iterator<Entry> iterator() {
        return Collections.unmodifiableList(entries).iterator();
    }
}
