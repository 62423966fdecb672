package org.mneme.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.lower.Lowered;
import org.mneme.map.Cluster;
import org.mneme.map.Estimate;
import org.mneme.map.Mapping;
import org.mneme.map.Slice;
import org.mneme.pass.Compilation;
import org.mneme.report.LinkTraffic.Link;

/** A memory on the cores of a board as one self-contained HTML page; reading it needs no script. */
public final class MappingPage {
    private static final int MOST_ROWS = 200;
    private static final int BUSIEST = 10;

    private final MappedMemory memory;
    private final Mapping mapping;
    private final CoreUse use;
    private final List<Link> links;
    private final Page page;
    private final Html html;

    private MappingPage(MappedMemory memory) {
        this.memory = memory;
        this.mapping = memory.mapping();
        this.use = CoreUse.of(mapping);
        this.links = LinkTraffic.of(mapping);
        this.page = new Page(name() + " on " + mapping.target().name(), true, "'mneme compile --json'");
        this.html = page.html();
    }

    /**
     * Writes the page.
     *
     * @param memory what was mapped
     * @param file an HTML file; written whole or not at all
     * @throws org.mneme.runtime.result.ResultFileException if it cannot be written
     */
    public static void write(MappedMemory memory, Path file) {
        String text = html(memory);
        PlotFiles.write(file, out -> out.write(text));
    }

    /**
     * Returns the page.
     *
     * @param memory what was mapped
     * @return HTML; the same for the same memory
     */
    static String html(MappedMemory memory) {
        return new MappingPage(memory).build();
    }

    private String name() {
        return Svg.beginning(memory.name(), Page.LONGEST_TEXT);
    }

    private String build() {
        head();
        boolean drawn = !use.cores().isEmpty();
        if (drawn) {
            page.figure(MeshPlot.of(mapping, use, links));
            html.raw(MeshReader.data(mapping, use, MeshPlot.layout(mapping, use)));
            cut(use.cores().size(), MeshReader.MOST_CORES, "cores can be read off");
        }
        page.section("Limits");
        new LimitTables(page, mapping).limits();
        page.section("Populations on cores");
        populations();
        traffic();
        page.section("Energy and time");
        costs();
        new WeightTables(page, memory).write();
        page.section("Passes");
        passes();
        notes();
        page.section("How it was made");
        settings();
        new LimitTables(page, mapping).target();
        return page.end(drawn ? "<script>\n" + MeshReader.SCRIPT + "</script>" : "");
    }

    private void head() {
        Lowered lowered = memory.compilation().lowered();
        Estimate estimate = mapping.estimate();
        boolean fits = mapping.resources().stream().allMatch(r -> r.fits());
        int unknown = mapping.target().unknownLimits().size();
        html.element("p", "eyebrow", "Mneme · a sequence memory on the cores of a board")
                .element("h1", "", name());
        page.verdict(
                fits,
                (fits ? "Fits" : "Does not fit") + " " + mapping.target().name()
                        + (unknown == 0 ? "" : " as far as is known (" + Words.count(unknown, "limit") + " unknown)")
                        + ": " + MappingSummary.headline(mapping) + ".");
        html.element(
                "p",
                "soft",
                Words.capitalised(MappingSummary.arithmetic(mapping.target())) + ". "
                        + Words.capitalised(mapping.target().title()).replaceFirst("[.]?$", "."));
        html.raw("<div class=\"tiles\">");
        tile(Words.grouped(MappingSummary.cores(mapping)), "cores");
        tile(Words.grouped(MappingSummary.chips(mapping)), "chips");
        tile(Words.grouped(lowered.codec().ticksPerStep()), "ticks a recall step");
        tile(Words.number(three(estimate.spikes())), "spikes a tick");
        tile(Words.number(three(estimate.synapticEvents())), "synaptic events a tick");
        tile(Words.number(three(estimate.hops())), "hops a tick");
        estimate.joules()
                .ifPresent(j -> tile(Amounts.of(j * lowered.codec().ticksPerStep(), "J"), "energy a recall step"));
        estimate.seconds()
                .ifPresent(s -> tile(Amounts.of(s * lowered.codec().ticksPerStep(), "s"), "time a recall step"));
        html.raw("</div>\n");
    }

    private static double three(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
    }

    private void tile(String value, String what) {
        html.raw("<div>").element("b", "", value).element("span", "", what).raw("</div>");
    }

    private void cut(long all, int most, String what) {
        if (all > most) {
            html.element(
                    "p",
                    "soft",
                    "Only the first " + Words.grouped(most) + " of " + Words.grouped(all) + " " + what + ".");
        }
    }

    private void populations() {
        List<Population> populations = mapping.workload().graph().populations();
        long[] slices = new long[populations.size()];
        long[] cores = new long[populations.size()];
        long[] copies = new long[populations.size()];
        for (Cluster cluster : mapping.partition().clusters()) {
            for (int k = 0; k < cluster.slices().size(); k++) {
                Slice slice = cluster.slices().get(k);
                slices[slice.population()]++;
                copies[slice.population()] +=
                        (long) slice.size() * (cluster.copies().get(k) - 1);
            }
            cluster.slices().stream().mapToInt(Slice::population).distinct().forEach(p -> cores[p]++);
        }
        page.scroll("populations");
        html.raw("<table class=\"numbers\">");
        columns("population", "model", "#neurons", "#spikes a tick and neuron", "#slices", "#cores", "#copies");
        for (int p = 0; p < Math.min(MOST_ROWS, populations.size()); p++) {
            Population population = populations.get(p);
            boolean source = population.model() instanceof Source;
            html.raw("<tr>")
                    .element("td", "", Svg.beginning(population.name(), Page.LONGEST_TEXT))
                    .element("td", "", population.model().getClass().getSimpleName())
                    .element("td", "n", Words.grouped(population.size()))
                    .element("td", "n", Words.number(three(mapping.workload().rate(population.name()))))
                    .element("td", "n", source ? "on the host" : Words.grouped(slices[p]))
                    .element("td", "n", source ? "–" : Words.grouped(cores[p]))
                    .element("td", "n", source ? "–" : Words.grouped(copies[p]))
                    .raw("</tr>");
        }
        html.raw("</tbody></table></div>\n");
        cut(populations.size(), MOST_ROWS, "populations are listed");
    }

    /** Begins a table; a name that starts with '#' heads numbers. */
    private void columns(String... names) {
        LimitTables.columns(html, names);
    }

    private void traffic() {
        if (links.isEmpty()) {
            return;
        }
        page.section("Traffic");
        html.element(
                "p",
                "",
                "Spikes a tick × hops: " + Words.number(three(mapping.estimate().hops()))
                        + " along the trees of the routes, "
                        + Words.number(three(mapping.estimate().unicastHops()))
                        + " if each core were sent a spike of its own. The busiest links:");
        page.scroll("busiest links");
        html.raw("<table class=\"numbers\">");
        columns("between tiles (column, row)", "#spikes a tick there", "#back");
        Mesh mesh = Mesh.of(mapping.target());
        for (Link link : LinkTraffic.busiest(links, BUSIEST)) {
            html.raw("<tr>")
                    .element(
                            "td",
                            "",
                            "(" + link.x() + ", " + link.y() + ") and (" + (link.x() + mesh.dx(link.direction())) + ", "
                                    + (link.y() + mesh.dy(link.direction())) + ")")
                    .element("td", "n", Words.number(three(link.there())))
                    .element("td", "n", Words.number(three(link.back())))
                    .raw("</tr>");
        }
        html.raw("</tbody></table></div>\n");
    }

    private void costs() {
        html.element(
                "p",
                "",
                "Expected a tick, from the rates above and the target's figures: " + MappingSummary.costs(mapping)
                        + ". A recall step takes "
                        + Words.count(memory.compilation().lowered().codec().ticksPerStep(), "tick") + ".");
        new LimitTables(page, mapping).costs();
    }

    private void passes() {
        html.raw("<ol>");
        for (Compilation.Step step : memory.compilation().steps()) {
            html.raw("<li>").element("b", "", step.name());
            if (step.changes().isEmpty()) {
                html.element("span", "soft", ": nothing to change");
            } else {
                html.raw("<ul>");
                step.changes().stream()
                        .limit(MOST_ROWS)
                        .forEach(change -> html.element("li", "", Svg.beginning(change, Page.LONGEST_TEXT)));
                html.raw("</ul>");
            }
            html.raw("</li>");
        }
        html.raw("</ol>\n");
    }

    private void notes() {
        list(
                "Notes",
                Stream.concat(memory.compilation().lowered().notes().stream(), mapping.notes().stream())
                        .distinct()
                        .toList());
        list("How this chip differs from what is computed", mapping.target().differences());
    }

    private void list(String title, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        page.section(title);
        html.raw("<ul>");
        sentences.stream()
                .limit(MOST_ROWS)
                .forEach(sentence -> html.element("li", "", Svg.beginning(sentence, Page.LONGEST_TEXT)));
        html.raw("</ul>\n");
    }

    private void settings() {
        Lowered lowered = memory.compilation().lowered();
        page.scroll("settings");
        html.raw("<table><tbody>");
        page.row("lowering", lowered.lowering() + ": " + lowered.why());
        page.row("recall step", Words.count(lowered.codec().ticksPerStep(), "tick"));
        page.row(
                "cue noise it bears",
                String.format(Locale.ROOT, "%.1f %% of the bits", 100 * lowered.bearableCueNoise()));
        memory.settings().forEach(page::row);
        page.row(
                "target",
                mapping.target().name() + ", SHA-256 " + mapping.target().digest());
        html.raw("</tbody></table></div>\n");
    }
}
