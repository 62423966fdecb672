package org.mneme.report;

import java.nio.file.Path;
import java.util.List;
import org.mneme.report.Series.Point;
import org.mneme.report.Study.Table;

/** A study as one self-contained HTML page, without a script. */
public final class StudyPage {
    private static final int MOST_ROWS = 500;

    private final Study study;
    private final Page page;
    private final Html html;

    private StudyPage(Study study) {
        this.study = study;
        this.page = new Page(
                Svg.beginning(study.title(), Page.LONGEST_TEXT),
                false,
                "the folder of plots, or the table of the study,");
        this.html = page.html();
    }

    /**
     * Writes the page.
     *
     * @param study what was found
     * @param file an HTML file; written whole or not at all
     * @throws org.mneme.runtime.result.ResultFileException if it cannot be written
     */
    public static void write(Study study, Path file) {
        String text = html(study);
        PlotFiles.write(file, out -> out.write(text));
    }

    /**
     * Returns the page.
     *
     * @param study what was found
     * @return HTML; the same for the same study
     */
    static String html(Study study) {
        return new StudyPage(study).build();
    }

    private String build() {
        html.element("p", "eyebrow", "Mneme · study " + study.id()).element("h1", "", study.title());
        page.verdict(study.good(), study.verdict());
        settings();
        study.charts().forEach(this::chart);
        study.tables().forEach(this::table);
        if (!study.remarks().isEmpty()) {
            page.section("Remarks");
            study.remarks().forEach(remark -> html.element("p", "", remark));
        }
        return page.end("");
    }

    private void settings() {
        if (study.settings().isEmpty()) {
            return;
        }
        page.scroll("settings");
        html.raw("<table><tbody>");
        study.settings().forEach(page::row);
        html.raw("</tbody></table></div>\n");
    }

    private void chart(Chart chart) {
        page.figure(ChartPlot.of(chart));
        int points = chart.series().stream().mapToInt(s -> s.points().size()).sum();
        if (points == 0) {
            return;
        }
        html.raw("<details><summary>Numbers</summary>");
        begin(
                "numbers of " + chart.title(),
                chart.id() + "-numbers",
                List.of("series", chart.x().label(), chart.y().label(), "from", "to"),
                List.of(false, true, true, true, true));
        int left = MOST_ROWS;
        for (Series series : chart.series()) {
            for (Point p :
                    series.points().subList(0, Math.min(left, series.points().size()))) {
                boolean interval = p.low() != p.high() && ChartRange.intervals(series.mark());
                html.raw("<tr>").element("td", "", series.name());
                numbers(p.x(), p.y());
                if (interval) {
                    numbers(p.low(), p.high());
                } else {
                    html.raw("<td></td><td></td>");
                }
                html.raw("</tr>");
                left--;
            }
        }
        html.raw("</tbody></table></div>");
        if (points > MOST_ROWS) {
            html.element(
                    "p",
                    "soft",
                    "The first " + MOST_ROWS + " of " + Words.grouped(points) + " numbers; the CSV holds all.");
        }
        html.raw("</details>\n");
    }

    private void numbers(double... values) {
        for (double value : values) {
            html.element("td", "n", Words.number(value));
        }
    }

    private void begin(String label, String id, List<String> columns, List<Boolean> numbers) {
        page.scroll(label);
        html.raw("<table class=\"numbers\" id=\"" + Svg.escape(id) + "\"><thead><tr>");
        for (int c = 0; c < columns.size(); c++) {
            html.raw("<th scope=\"col\"" + (numbers.get(c) ? " class=\"n\"" : "") + ">")
                    .raw(Svg.escape(columns.get(c)) + "</th>");
        }
        html.raw("</tr></thead><tbody>");
    }

    private void table(Table table) {
        page.section(table.title());
        List<Boolean> numbers = Columns.numeric(table);
        begin(table.title(), table.id(), table.columns(), numbers);
        for (List<String> row : table.rows()) {
            html.raw("<tr>");
            for (int c = 0; c < row.size(); c++) {
                html.element("td", numbers.get(c) ? "n" : "", row.get(c));
            }
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div>\n");
    }
}
