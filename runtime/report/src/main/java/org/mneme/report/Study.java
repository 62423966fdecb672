package org.mneme.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study found: the settings, charts, tables and remarks that its page, its CSV and its JSON hold.
 *
 * @param id short name: lower-case letters, digits and hyphens
 * @param title of the page
 * @param verdict one sentence: what came out
 * @param good whether that is what was to be seen
 * @param settings name → value, in this order: all that is needed to run it again
 * @param charts in this order
 * @param tables in this order
 * @param remarks paragraphs that explain what is seen, differences from theory above all
 */
public record Study(
        String id,
        String title,
        String verdict,
        boolean good,
        Map<String, String> settings,
        List<Chart> charts,
        List<Table> tables,
        List<String> remarks) {
    /**
     * A table of numbers.
     *
     * @param id short name: lower-case letters, digits and hyphens
     * @param title what it holds
     * @param columns their names, with units
     * @param rows as many cells as columns each
     */
    public record Table(String id, String title, List<String> columns, List<List<String>> rows) {
        /** Copies the lists and checks the shape. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
                }
            }
        }
    }

    /** Copies the lists. */
    public Study {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
        remarks = List.copyOf(remarks);
    }
}
