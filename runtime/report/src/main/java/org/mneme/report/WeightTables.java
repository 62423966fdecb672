package org.mneme.report;

import java.util.List;
import org.mneme.pass.Compilation;
import org.mneme.pass.WeightFact;

/** How synapses hold the weights, and what that does to the recall. */
final class WeightTables {
    private static final int MOST_ROWS = 200;
    private static final String END = "</tbody></table></div>\n";

    private final Page page;
    private final Html html;
    private final MappedMemory memory;

    /**
     * Prepares the tables.
     *
     * @param page where to
     * @param memory what was mapped
     */
    WeightTables(Page page, MappedMemory memory) {
        this.page = page;
        this.html = page.html();
        this.memory = memory;
    }

    /**
     * Returns how weights are held.
     *
     * @param memory what was mapped
     * @return one fact a projection; empty where the passes say nothing of it
     */
    static List<WeightFact> facts(MappedMemory memory) {
        return memory.compilation().fitting().map(Compilation.Fitting::weights).orElse(List.of());
    }

    /** Writes a section, unless there is nothing to say. */
    void write() {
        List<WeightFact> facts = facts(memory);
        if (facts.isEmpty() && memory.quality().isEmpty()) {
            return;
        }
        page.section("Weights");
        if (!facts.isEmpty()) {
            weights(facts);
        }
        memory.quality().ifPresent(this::quality);
    }

    private void weights(List<WeightFact> facts) {
        long rounded = facts.stream().filter(fact -> !fact.exact()).count();
        html.element(
                "p",
                "",
                rounded == 0
                        ? "The synapses hold every weight exactly."
                        : "The weights of " + rounded + " of " + Words.count(facts.size(), "projection")
                                + " are rounded to what the synapses can hold.");
        page.scroll("how weights are held");
        html.raw("<table class=\"numbers\">");
        LimitTables.columns(html, "projection", "format", "#times 2^", "#largest error", "#rms error", "#became 0");
        for (WeightFact fact : facts.subList(0, Math.min(MOST_ROWS, facts.size()))) {
            html.raw("<tr>")
                    .element("td", "", Svg.beginning(fact.projection(), Page.LONGEST_TEXT))
                    .element("td", "", fact.format())
                    .element("td", "n", Words.number(fact.exponent()))
                    .element("td", "n", fact.exact() ? "exact" : Words.number(fact.largestError()))
                    .element("td", "n", fact.exact() ? "exact" : Words.number(fact.rmsError()))
                    .element("td", "n", Words.grouped(fact.vanished()))
                    .raw("</tr>");
        }
        html.raw(END);
        facts.stream()
                .filter(fact -> fact.vanished() > 0)
                .forEach(fact -> html.element("p", "soft", Words.capitalised(fact.sentence()) + "."));
    }

    private void quality(MappedMemory.Quality quality) {
        html.element("p", "", Words.capitalised(quality.sentence()));
        if (quality.rows().isEmpty()) {
            return;
        }
        page.scroll("recall before and after the weights were rounded");
        html.raw("<table class=\"numbers\">");
        LimitTables.columns(html, "flipped cue bits", "#recalls", "#right before", "#right after");
        for (MappedMemory.Row row : quality.rows()) {
            html.raw("<tr>")
                    .element("td", "", Words.number(100 * row.cueNoise()) + " %")
                    .element("td", "n", Words.grouped(row.recalls()))
                    .element("td", "n", Words.grouped(row.before()))
                    .element("td", "n", Words.grouped(row.after()))
                    .raw("</tr>");
        }
        html.raw(END);
    }
}
