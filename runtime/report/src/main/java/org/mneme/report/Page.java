package org.mneme.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What self-contained HTML pages are made of: no script, font or picture comes from elsewhere. */
final class Page {
    /** The most characters of a name or a setting. */
    static final int LONGEST_TEXT = 400;

    /** What files to download may take of a page: the drawings are bounded, and come first. */
    private static final int LARGEST_LINKS = 4_000_000;

    private static final int LARGEST_LINK = 1_400_000;

    private final Html html = new Html();
    private final String otherwise;
    private int links;

    /**
     * Starts a page.
     *
     * @param title of the window
     * @param script whether there is one in the page
     * @param otherwise what writes a file too large to be offered on the page
     */
    Page(String title, boolean script, String otherwise) {
        this.otherwise = otherwise;
        String policy = "default-src 'none';style-src 'unsafe-inline';" + (script ? "script-src 'unsafe-inline';" : "")
                + "img-src data:";
        html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", "", title)
                .raw("<link rel=\"icon\" href=\"data:,\"><style>" + Style.page() + "</style></head><body><main>\n");
    }

    /**
     * Returns where to write what no other method does.
     *
     * @return the page so far
     */
    Html html() {
        return html;
    }

    /**
     * Writes what came out.
     *
     * @param good whether that is what was to be seen
     * @param sentence in words
     */
    void verdict(boolean good, String sentence) {
        html.raw("<p class=\"verdict " + (good ? "yes" : "no") + "\"><span aria-hidden=\"true\">" + (good ? "✓" : "✗")
                        + "</span>")
                .element("span", "", sentence)
                .raw("</p>");
    }

    void section(String title) {
        html.element("h2", "", title);
    }

    /**
     * Begins what scrolls sideways where it is too wide.
     *
     * @param label what it is, for those who cannot see it
     */
    void scroll(String label) {
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + Svg.escape(label) + "\">");
    }

    /**
     * Writes a row of a table of names and values.
     *
     * @param name heads the row
     * @param value shortened where it is long
     */
    void row(String name, String value) {
        html.raw("<tr><th scope=\"row\">" + Svg.escape(Svg.beginning(name, LONGEST_TEXT)) + "</th>")
                .element("td", "", Svg.beginning(value, LONGEST_TEXT))
                .raw("</tr>");
    }

    /**
     * Writes a plot under its heading, with links to its drawing and its numbers.
     *
     * @param plot the plot
     */
    void figure(Plot plot) {
        section(plot.title());
        html.raw("<figure id=\"plot-" + plot.id() + "\">");
        scroll("drawing");
        html.raw(plot.inline())
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
            html.element("span", "", word + ": too large for this page; " + otherwise + " writes it");
            return;
        }
        links += data.length();
        html.raw("<a download=\"" + file + "\" href=\"data:" + type + ";base64," + data + "\" aria-label=\""
                        + Svg.escape(title + ", " + word) + "\">")
                .raw(word + "</a>");
    }

    /**
     * Ends the page.
     *
     * @param scripts elements
     * @return HTML
     */
    String end(String scripts) {
        return html.raw("</main>" + scripts + "</body></html>\n").toString();
    }
}
