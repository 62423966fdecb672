package org.mneme.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mneme.report.Study.Table;

/** A study as a section of a Markdown page. */
final class StudyMarkdown {
    private static final String SPECIAL = "\\`*_[]<>|~$#&";

    private static final Pattern LIST = Pattern.compile("^(\\d*)([-+.)])(?= |$)");

    private final StringBuilder out = new StringBuilder();

    private StudyMarkdown() {}

    static String of(Study study, String imagePrefix) {
        StudyMarkdown section = new StudyMarkdown();
        section.write(study, folder(imagePrefix));
        return section.out.toString();
    }

    private static String folder(String prefix) {
        return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    private void write(Study study, String folder) {
        out.append("## ").append(escape(study.title())).append('\n');
        paragraph("**" + escape((study.good() ? "✓ " : "✗ ") + study.verdict()) + "**");
        if (!study.settings().isEmpty()) {
            out.append('\n');
            row(List.of("setting", "value"));
            rule(List.of(false, false));
            study.settings().forEach((name, value) -> row(List.of(name, value)));
        }
        for (Chart chart : study.charts()) {
            Plot plot = ChartPlot.of(chart);
            paragraph("![" + escape(chart.title()) + "](" + address(folder + chart.id() + ".svg") + ")");
            paragraph(escape(plot.caption()));
        }
        study.tables().forEach(this::table);
        study.remarks().forEach(remark -> paragraph(escape(remark)));
    }

    private void table(Table table) {
        paragraph("**" + escape(table.title()) + "**");
        out.append('\n');
        row(table.columns());
        rule(Columns.numeric(table));
        table.rows().forEach(this::row);
    }

    private void paragraph(String text) {
        out.append('\n').append(text).append('\n');
    }

    private void row(List<String> cells) {
        out.append(cells.stream().map(StudyMarkdown::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private void rule(List<Boolean> numeric) {
        out.append(numeric.stream().map(n -> n ? "---:" : "---").collect(Collectors.joining("|", "|", "|\n")));
    }

    /** Writes text that means nothing in Markdown, on one line. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                escaped.append(escaped.isEmpty() || escaped.charAt(escaped.length() - 1) == ' ' ? "" : " ");
            } else {
                escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
            }
        });
        // what would begin a list
        return LIST.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    private static String address(String path) {
        return path.replace("%", "%25").replace(" ", "%20").replace("(", "%28").replace(")", "%29");
    }
}
