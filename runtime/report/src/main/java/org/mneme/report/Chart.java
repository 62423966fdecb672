package org.mneme.report;

import java.util.List;

/**
 * A plot of series over one pair of axes.
 *
 * @param id short name, used for files and links: lower-case letters, digits and hyphens
 * @param title what it shows
 * @param caption how to read it, a sentence or two
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series drawn in this order; at least one
 */
public record Chart(String id, String title, String caption, Scale x, Scale y, List<Series> series) {
    /**
     * An axis; its range is that of the numbers.
     *
     * @param label what is measured, with its unit
     * @param logarithmic whether equal factors are equally far apart; numbers that are not positive are then not drawn
     */
    public record Scale(String label, boolean logarithmic) {
        /**
         * Returns a linear axis.
         *
         * @param label what is measured, with its unit
         * @return the axis
         */
        public static Scale linear(String label) {
            return new Scale(label, false);
        }

        /**
         * Returns a logarithmic axis.
         *
         * @param label what is measured, with its unit
         * @return the axis
         */
        public static Scale log(String label) {
            return new Scale(label, true);
        }
    }

    /** Copies the series. */
    public Chart {
        series = List.copyOf(series);
    }
}
