package org.mneme.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.mneme.map.Mapping;
import org.mneme.map.Resource;
import org.mneme.targets.Figure;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** What a target has, how much of it is used, and how far it is known. */
final class LimitTables {
    /** Sources are long: on a narrow screen the table is scrolled. */
    private static final String TABLE = "<table class=\"numbers\" style=\"min-width:52rem\">";

    private static final String END = "</tbody></table></div>\n";
    private final Page page;
    private final Html html;
    private final Mapping mapping;

    /**
     * Prepares the tables.
     *
     * @param page where to
     * @param mapping the mapping
     */
    LimitTables(Page page, Mapping mapping) {
        this.page = page;
        this.html = page.html();
        this.mapping = mapping;
    }

    /**
     * Begins the rows of a table.
     *
     * @param html where to
     * @param names of the columns; one that starts with '#' heads numbers
     */
    static void columns(Html html, String... names) {
        html.raw("<thead><tr>");
        for (String name : names) {
            boolean number = name.startsWith("#");
            html.raw("<th scope=\"col\"" + (number ? " class=\"n\"" : "") + ">")
                    .raw(Svg.escape(number ? name.substring(1) : name) + "</th>");
        }
        html.raw("</tr></thead><tbody>");
    }

    /** Writes every limit where it is used most, with what is left. */
    void limits() {
        html.element(
                "p",
                "",
                "Every limit of the board, and of the chip and the core that use most of it. What is unverified, assumed or "
                        + "unknown says so.");
        page.scroll("limits");
        html.raw(TABLE);
        columns(html, "limit", "where", "#used", "#of", "#share", "known?", "source");
        for (LimitUse use : LimitUse.worst(mapping)) {
            Resource r = use.resource();
            Figure figure = mapping.target().figure(r.quantity());
            html.raw("<tr>").raw("<td><b>" + Svg.escape(r.quantity().key()) + "</b><br>");
            html.element("span", "soft", r.quantity().meaning()).raw("</td>");
            html.element("td", "", (use.scope() == LimitUse.Scope.BOARD ? "" : "worst: ") + r.place())
                    .element("td", "n", Words.grouped(Math.round(r.used())))
                    .element("td", "n", use.limited() ? Words.number(r.limit()) : limitless(r));
            share(use);
            status(r.status(), figure.source());
        }
        html.raw(END);
    }

    private static String limitless(Resource resource) {
        return resource.status() == Status.UNKNOWN ? "?" : "no limit";
    }

    private void share(LimitUse use) {
        if (!use.limited()) {
            html.raw("<td class=\"n\">–</td>");
            return;
        }
        long percent = Math.round(100 * use.share());
        html.raw("<td class=\"n\">" + percent + " %<span aria-hidden=\"true\" style=\"display:block;height:4px;width:"
                + Math.clamp(percent, 1, 100)
                + "%;min-width:1px;margin-left:auto;background:var(--link)\"></span></td>");
    }

    /** Writes the figures that energy and time are made of. */
    void costs() {
        figures("figures of energy and time", Quantity.Role.COST);
    }

    private void figures(String label, Quantity.Role... roles) {
        List<Quantity.Role> wanted = List.of(roles);
        page.scroll(label);
        html.raw(TABLE);
        columns(html, "figure", "#value", "known?", "source");
        Arrays.stream(Quantity.values()).filter(q -> wanted.contains(q.role())).forEach(quantity -> {
            Figure figure = mapping.target().figure(quantity);
            row(quantity.key(), quantity.meaning(), value(quantity, figure.value()), figure.status(), figure.source());
        });
        html.raw(END);
    }

    private static String value(Quantity quantity, OptionalDouble value) {
        if (value.isEmpty()) {
            return "?";
        }
        if (Double.isInfinite(value.getAsDouble())) {
            return "no limit";
        }
        return quantity.whole()
                ? Words.number(value.getAsDouble()) + (quantity.unit().isEmpty() ? "" : " " + quantity.unit())
                : Amounts.of(value.getAsDouble(), quantity.unit());
    }

    private void row(String name, String meaning, String value, Status status, String source) {
        html.raw("<tr><td><b>" + Svg.escape(name) + "</b><br>")
                .element("span", "soft", meaning)
                .raw("</td>")
                .element("td", "n", value);
        status(status, source);
    }

    /** Ends a row. */
    private void status(Status status, String source) {
        html.raw("<td style=\"white-space:nowrap\">" + status.key() + "</td>")
                .element("td", "soft", source)
                .raw("</tr>");
    }

    /** Writes everything that the target states, folded away. */
    void target() {
        Target target = mapping.target();
        html.raw("<details><summary>Everything that is stated of ")
                .raw(Svg.escape(target.name()) + ": " + target.count(Status.KNOWN) + " values known, "
                        + target.count(Status.UNVERIFIED) + " unverified, " + target.count(Status.ASSUMED)
                        + " assumed, " + target.count(Status.UNKNOWN) + " unknown</summary>");
        figures("figures of the target", Quantity.Role.SHAPE, Quantity.Role.LIMIT, Quantity.Role.RANGE);
        page.scroll("traits, weight formats and synapses of the target");
        html.raw(TABLE);
        columns(html, "what it can do", "#", "known?", "source");
        for (Trait trait : Trait.values()) {
            Trait.Support support = target.traits().get(trait);
            if (support != null) {
                row(trait.key(), trait.meaning(), "yes", support.status(), support.source());
            }
        }
        for (WeightFormat format : target.formats()) {
            row(
                    "weights: " + format.name(),
                    meaning(format),
                    Words.count(format.bits(), "bit"),
                    format.status(),
                    format.source());
        }
        SynapseRows rows = target.rows();
        row("synapses", meaning(rows), "", rows.status(), rows.source());
        html.raw(END + "</details>\n");
    }

    private static String meaning(WeightFormat format) {
        return format.low() + "…" + format.high() + (format.step() == 1 ? "" : " in steps of " + format.step())
                + (format.lowestExponent() == 0 && format.highestExponent() == 0
                        ? ""
                        : ", times 2 to the power " + format.lowestExponent() + "…" + format.highestExponent());
    }

    private static String meaning(SynapseRows rows) {
        return rows.crossbar()
                ? "a crossbar: no memory beyond axons and neurons"
                : "rows in blocks of at most " + rows.synapsesPerBlock() + " with " + rows.headerBits()
                        + " header bits, in words of " + Words.count(rows.wordBits(), "bit");
    }
}
