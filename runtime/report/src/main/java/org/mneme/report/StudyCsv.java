package org.mneme.report;

import java.util.List;
import org.mneme.report.Series.Point;

/** The numbers of charts as tables, a point a row. */
final class StudyCsv {
    private static final String COLUMNS = "series,x,y,low,high";

    private StudyCsv() {}

    /** A row to be written. */
    private record Row(String before, Point point) {
        String text() {
            return before + "," + Csv.cell(point.x()) + "," + Csv.cell(point.y()) + "," + Csv.cell(point.low()) + ","
                    + Csv.cell(point.high());
        }
    }

    /**
     * Returns the numbers of a chart.
     *
     * @param chart its series
     * @return columns series, x, y, low, high
     */
    static Csv of(Chart chart) {
        return csv(COLUMNS, rows(chart, ""));
    }

    /**
     * Returns the numbers of all charts of a study.
     *
     * @param study its charts
     * @return columns chart, series, x, y, low, high
     */
    static Csv of(Study study) {
        return csv(
                "chart," + COLUMNS,
                study.charts().stream()
                        .flatMap(chart -> rows(chart, Csv.cell(chart.id()) + ",").stream())
                        .toList());
    }

    private static Csv csv(String header, List<Row> rows) {
        return new Csv(header, rows.size(), k -> rows.get(k).text());
    }

    private static List<Row> rows(Chart chart, String before) {
        return chart.series().stream()
                .flatMap(series -> series.points().stream().map(p -> new Row(before + Csv.cell(series.name()), p)))
                .toList();
    }
}
