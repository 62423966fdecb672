package org.mneme.runtime.scene;

import java.util.List;

/**
 * How well a performance was what the patterns asked for, in the scene's own terms.
 *
 * @param right whether it stayed within the scene's stated tolerance
 * @param sentence one line, such as "notes: 512 of 512 onsets within 0.5 ms"
 * @param figures numbers, in the order in which they are told
 * @param table numbers one by one, such as an onset each row
 */
public record SceneScore(boolean right, String sentence, List<Figure> figures, Table table) {
    /** Copies the list. */
    public SceneScore {
        figures = List.copyOf(figures);
    }

    /**
     * A number.
     *
     * @param name what it is, such as "largest onset error"
     * @param value finite
     * @param unit such as "ms"; empty for a count
     */
    public record Figure(String name, double value, String unit) {}

    /**
     * A table of numbers.
     *
     * @param title what it shows
     * @param columns headings with units, such as "due, s"
     * @param rows one number a column; NaN where there is none
     */
    public record Table(String title, List<String> columns, List<List<Double>> rows) {
        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /**
         * Returns a table without rows.
         *
         * @return nothing
         */
        public static Table none() {
            return new Table("", List.of(), List.of());
        }
    }
}
