package org.mneme.report;

/** Writes HTML; text is escaped. */
final class Html {
    private static final int LONGEST_CELL = 200;

    private final StringBuilder out = new StringBuilder();

    /**
     * Appends what is HTML already.
     *
     * @param html elements
     * @return this
     */
    Html raw(String html) {
        out.append(html);
        return this;
    }

    /**
     * Writes an element that holds text.
     *
     * @param name of the element
     * @param style its class, or none
     * @param text what it holds
     * @return this
     */
    Html element(String name, String style, String text) {
        out.append('<').append(name);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(Svg.escape(text)).append("</").append(name).append('>');
        return this;
    }

    /**
     * Begins a table whose last column holds numbers; the body is to be ended.
     *
     * @param columns their names
     * @return this
     */
    Html header(String... columns) {
        raw("<thead>").row("th", columns).raw("</thead><tbody>");
        return this;
    }

    /**
     * Writes a row of such a table.
     *
     * @param cells one a column
     * @return this
     */
    Html cells(String... cells) {
        return row("td", cells);
    }

    private Html row(String name, String... cells) {
        raw("<tr>");
        for (int c = 0; c < cells.length; c++) {
            element(name, c == cells.length - 1 ? "n" : "", Svg.beginning(cells[c], LONGEST_CELL));
        }
        return raw("</tr>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
