package org.mneme.runtime.exchange;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What another format can say of a graph, part by part.
 *
 * @param entries populations in graph order, then projections
 */
public record FidelityReport(List<Entry> entries) {
    /**
     * One part.
     *
     * @param object such as "population hidden"
     * @param fidelity how well the format says it
     * @param as what it becomes, such as "LIF, tau = dt"; empty where it becomes nothing
     * @param difference what is lost, or why it cannot be said; empty where faithful
     */
    public record Entry(String object, Fidelity fidelity, String as, String difference) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: %s", object, fidelity.word())
                    + (as.isEmpty() ? "" : ", as " + as)
                    + (difference.isEmpty() ? "" : " (" + difference + ")");
        }
    }

    /** Copies the list. */
    public FidelityReport {
        entries = List.copyOf(entries);
    }

    /**
     * Returns the parts of a fidelity.
     *
     * @param fidelity which
     * @return possibly empty
     */
    public List<Entry> of(Fidelity fidelity) {
        return entries.stream().filter(entry -> entry.fidelity() == fidelity).toList();
    }

    /**
     * Returns the worst fidelity of any part.
     *
     * @return faithful where there are no parts
     */
    public Fidelity worst() {
        return entries.stream().map(Entry::fidelity).max(Fidelity::compareTo).orElse(Fidelity.FAITHFUL);
    }

    /**
     * Returns the report as lines, one a part.
     *
     * @return lines with line ends
     */
    public String text() {
        return entries.stream().map(entry -> entry + "\n").collect(Collectors.joining());
    }
}
