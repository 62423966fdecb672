package org.mneme.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mneme.report.watch.WatchPage;
import org.mneme.report.watch.WatchReplay;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.Mistake;
import org.mneme.runtime.score.RecallScore;

/** A run as one self-contained HTML page: no script, font or picture comes from elsewhere, and reading it needs no script. */
public final class ReportPage {
    /** The most bytes of a page. */
    static final int LARGEST = 10_000_000;

    private static final int MOST_ROWS = 200;
    private static final int MOST_DWELLS = 6;
    private final Page page;
    private final Html html;
    private final RunResult result;

    private ReportPage(RunResult result) {
        this.result = result;
        this.page = new Page(name(result) + " – recall", true, "'mneme run --plots'");
        this.html = page.html();
    }

    /**
     * Writes the page, at most 10 MB.
     *
     * @param result the run
     * @param file an HTML file; written whole or not at all
     * @throws org.mneme.runtime.result.ResultFileException if it cannot be written
     */
    public static void write(RunResult result, Path file) {
        String page = html(result);
        PlotFiles.write(file, out -> out.write(page));
    }

    /**
     * Returns the page.
     *
     * @param result the run
     * @return HTML; the same for the same result
     */
    public static String html(RunResult result) {
        return new ReportPage(result).build();
    }

    private static String name(RunResult result) {
        return Svg.beginning(result.name(), Page.LONGEST_TEXT);
    }

    private String build() {
        head(name(result));
        WatchReplay.of(result).ifPresent(this::watch);
        Plots.of(result).forEach(page::figure);
        result.graph().ifPresent(this::sizes);
        page.section("How it was made");
        notes();
        settings();
        return page.end("<script>\n" + Readout.SCRIPT + "</script>");
    }

    private void head(String name) {
        RecallScore recall = result.recall();
        html.element(
                        "p",
                        "eyebrow",
                        "Mneme · a sequence memory recalled by "
                                + (result.graph().isPresent() ? "spikes" : "its rules"))
                .element("h1", "", name);
        page.verdict(result.success(), Words.capitalised(result.summaryLine()));
        if (!recall.mistakes().isEmpty()) {
            html.raw("<ul class=\"mistakes\">");
            recall.mistakes().stream()
                    .map(Mistake::sentence)
                    .forEach(sentence -> html.element("li", "", Words.capitalised(sentence) + "."));
            html.raw("</ul>");
        }
        html.element(
                "p",
                "soft",
                String.format(
                        Locale.ROOT,
                        "Cued with pattern %d, %d of its %s flipped.",
                        result.cue().index(),
                        result.cue().flipped(),
                        Words.count(recall.overlaps().features(), "bit")));
        html.raw("<div class=\"tiles\">");
        tile(Words.grouped(recall.inOrder()) + " / " + Words.grouped(recall.expected()), "patterns in order");
        tile(Words.grouped(recall.bitErrors()), "bit errors");
        tile(Words.grouped(recall.orderErrors()), "order errors");
        tile(Words.grouped(recall.timingErrors()), "timing errors");
        tile(Words.grouped(recall.steps()), "recall steps");
        if (result.graph().isPresent()) {
            tile(Words.grouped(result.ticks()), "ticks");
            tile(Words.grouped(result.counters().spikes()), "spikes");
            tile(Words.grouped(result.counters().synapticEvents()), "synaptic events");
        }
        tile(String.format(Locale.ROOT, "%.3f s", result.wallSeconds()), "wall time");
        html.raw("</div>\n");
    }

    private void watch(WatchReplay replay) {
        page.section("Watch it");
        html.raw(WatchPage.part(replay));
    }

    private void sizes(GraphFigures graph) {
        html.element(
                "p",
                "",
                Words.count(graph.neurons(), "neuron") + ", " + Words.count(graph.synapses(), "synapse") + " stored, "
                        + Words.grouped(graph.nonZeroSynapses()) + " of them not zero; numbers are " + graph.domain()
                        + ".");
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"populations\"><table>")
                .header("population", "model", "neurons");
        graph.populations().stream()
                .limit(MOST_ROWS)
                .forEach(p -> html.cells(p.name(), p.model(), Words.grouped(p.size())));
        html.raw(
                        "</tbody></table></div><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"projections\"><table>")
                .header("projection", "from → to", "weights", "delay, ticks", "synapses");
        graph.projections().stream()
                .limit(MOST_ROWS)
                .forEach(p -> html.cells(
                        p.name(),
                        p.source() + " → " + p.target(),
                        p.weights(),
                        p.minDelay() == p.maxDelay() ? "" + p.minDelay() : p.minDelay() + "…" + p.maxDelay(),
                        Words.grouped(p.synapses())));
        html.raw("</tbody></table></div>");
        if (graph.populations().size() > MOST_ROWS || graph.projections().size() > MOST_ROWS) {
            html.element("p", "soft", "Only the first " + MOST_ROWS + " of each are listed.");
        }
    }

    private void notes() {
        List<String> notes = result.notes();
        if (notes.isEmpty()) {
            return;
        }
        html.raw("<ul>");
        notes.stream().limit(MOST_ROWS).forEach(note -> html.element("li", "", Svg.beginning(note, Page.LONGEST_TEXT)));
        html.raw("</ul>");
    }

    private void settings() {
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"settings\"><table><tbody>");
        page.row("backend", result.backend());
        page.row("f", result.f());
        result.lowering().ifPresent(lowering -> {
            page.row("lowering", lowering.name() + ": " + lowering.why());
            page.row(
                    "recall step",
                    Words.count(lowering.ticksPerStep(), "tick") + " of " + Csv.cell(lowering.tickSeconds() * 1e3)
                            + " ms");
            page.row(
                    "cue noise it bears",
                    String.format(Locale.ROOT, "%.1f %% of the bits", 100 * lowering.bearableCueNoise()));
        });
        if (result.recall().dwell().stream().anyMatch(held -> held > 1)) {
            page.row("held", dwells());
        }
        result.seeds().forEach((name, seed) -> page.row("seed: " + name, Long.toString(seed)));
        result.settings().entrySet().stream().limit(MOST_ROWS).forEach(e -> page.row(e.getKey(), text(e.getValue())));
        html.raw("</tbody></table></div>\n");
    }

    /** How many patterns were held how long. */
    private String dwells() {
        Map<Integer, Integer> counts = new TreeMap<>();
        result.recall().dwell().stream().forEach(held -> counts.merge(held, 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        counts.entrySet().stream()
                .limit(MOST_DWELLS)
                .forEach(e -> text.append(text.isEmpty() ? "" : "; ")
                        .append(Words.count(e.getValue(), "pattern"))
                        .append(" for ")
                        .append(Words.count(e.getKey(), "step")));
        return text + (counts.size() > MOST_DWELLS ? "; …" : "");
    }

    private void tile(String value, String what) {
        html.raw("<div>").element("b", "", value).element("span", "", what).raw("</div>");
    }

    private static String text(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder();
        map.forEach((k, v) -> text.append(text.isEmpty() ? "" : ", ")
                .append(k)
                .append(": ")
                .append(v instanceof Map<?, ?> ? "{" + text(v) + "}" : text(v)));
        return text.toString();
    }
}
