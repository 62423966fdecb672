package org.mneme.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.Mistake;
import org.mneme.runtime.score.RecallScore;

/** A run as one self-contained HTML page: no script, font or picture comes from elsewhere, and reading it needs no script. */
public final class ReportPage {
    /** The most bytes of a page. */
    static final int LARGEST = 10_000_000;

    /** What files to download may take of them: the drawings are bounded, and come first. */
    private static final int LARGEST_LINKS = 4_000_000;

    private static final int LARGEST_LINK = 1_400_000;
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_TEXT = 400;
    private static final int MOST_DWELLS = 6;
    private static final String POLICY =
            "default-src 'none';style-src 'unsafe-inline';script-src 'unsafe-inline';img-src data:";

    private final Html html = new Html();
    private final RunResult result;
    private int links;

    private ReportPage(RunResult result) {
        this.result = result;
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
    static String html(RunResult result) {
        ReportPage page = new ReportPage(result);
        page.build();
        return page.html.toString();
    }

    private void build() {
        String name = Svg.beginning(result.name(), LONGEST_TEXT);
        html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", "", name + " – recall")
                .raw("<link rel=\"icon\" href=\"data:,\"><style>" + Style.page() + "</style></head><body><main>\n");
        head(name);
        Plots.of(result).forEach(this::figure);
        result.graph().ifPresent(this::sizes);
        section("How it was made");
        notes();
        settings();
        html.raw("</main><script>\n" + Readout.SCRIPT + "</script></body></html>\n");
    }

    private void head(String name) {
        RecallScore recall = result.recall();
        boolean good = result.success();
        html.element(
                        "p",
                        "eyebrow",
                        "Mneme · a sequence memory recalled by "
                                + (result.graph().isPresent() ? "spikes" : "its rules"))
                .element("h1", "", name)
                .raw("<p class=\"verdict " + (good ? "yes" : "no") + "\"><span aria-hidden=\"true\">"
                        + (good ? "✓" : "✗") + "</span>")
                .element("span", "", Words.capitalised(result.summaryLine()))
                .raw("</p>");
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

    private void figure(Plot plot) {
        section(plot.title());
        html.raw("<figure id=\"" + plot.id()
                        + "\"><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"drawing\">")
                .raw(plot.inline())
                .raw("</div>")
                .element("figcaption", "", plot.caption())
                .raw("</figure><p class=\"links\">");
        link(plot.id() + ".svg", "image/svg+xml", plot.document(), "SVG", plot.title());
        boolean few = plot.csv().rows() < LARGEST_LINK / 4;
        link(plot.id() + ".csv", "text/csv", few ? plot.csv().text() : "", "CSV", plot.title());
        html.raw("</p>\n");
    }

    /** Offers a file, unless it is empty or too large. */
    private void link(String file, String type, String content, String word, String title) {
        String data = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        if (content.isEmpty() || data.length() > LARGEST_LINK || links + data.length() > LARGEST_LINKS) {
            html.element("span", "", word + ": too large for this page; 'mneme run --plots' writes it");
            return;
        }
        links += data.length();
        html.raw("<a download=\"" + file + "\" href=\"data:" + type + ";base64," + data + "\" aria-label=\""
                        + Svg.escape(title + ", " + word) + "\">")
                .raw(word + "</a>");
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
        notes.stream().limit(MOST_ROWS).forEach(note -> html.element("li", "", Svg.beginning(note, LONGEST_TEXT)));
        html.raw("</ul>");
    }

    private void settings() {
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"settings\"><table><tbody>");
        row("backend", result.backend());
        row("f", result.f());
        result.lowering().ifPresent(lowering -> {
            row("lowering", lowering.name() + ": " + lowering.why());
            row(
                    "recall step",
                    Words.count(lowering.ticksPerStep(), "tick") + " of " + Csv.cell(lowering.tickSeconds() * 1e3)
                            + " ms");
            row(
                    "cue noise it bears",
                    String.format(Locale.ROOT, "%.1f %% of the bits", 100 * lowering.bearableCueNoise()));
        });
        if (result.recall().dwell().stream().anyMatch(held -> held > 1)) {
            row("held", dwells());
        }
        result.seeds().forEach((name, seed) -> row("seed: " + name, Long.toString(seed)));
        result.settings().entrySet().stream().limit(MOST_ROWS).forEach(e -> row(e.getKey(), text(e.getValue())));
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

    private void section(String title) {
        html.element("h2", "", title);
    }

    private void tile(String value, String what) {
        html.raw("<div>").element("b", "", value).element("span", "", what).raw("</div>");
    }

    private void row(String name, String value) {
        html.raw("<tr><th scope=\"row\">" + Svg.escape(Svg.beginning(name, LONGEST_TEXT)) + "</th>")
                .element("td", "", Svg.beginning(value, LONGEST_TEXT))
                .raw("</tr>");
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
