package org.mneme.report;

/** Writes SVG elements; everything that is not a number is escaped. */
final class Svg {
    /** About how wide a character of a plot's text is, user units. */
    private static final double CHARACTER = 7;

    private final StringBuilder out = new StringBuilder();

    /**
     * Starts an element; {@link Element#close} or {@link Element#text} ends its tag.
     *
     * @param name of the element
     * @return the element
     */
    Element element(String name) {
        out.append('<').append(name);
        return new Element(name);
    }

    /**
     * Writes a path.
     *
     * @param style its classes
     * @param d path data; nothing is written where it is empty
     * @return this
     */
    Svg path(String style, CharSequence d) {
        return d.isEmpty()
                ? this
                : element("path").set("class", style).set("d", d.toString()).close();
    }

    /**
     * Writes text.
     *
     * @param style its classes, or none
     * @param anchor "start", "middle" or "end"
     * @param x of the anchor
     * @param y of the base line
     * @param text what to write
     * @return this
     */
    Svg text(String style, String anchor, double x, double y, String text) {
        Element element = element("text");
        if (!style.isEmpty()) {
            element.set("class", style);
        }
        if (!anchor.equals("start")) {
            element.set("text-anchor", anchor);
        }
        return element.set("x", x).set("y", y).text(text);
    }

    /**
     * Appends what is SVG already.
     *
     * @param svg elements
     * @return this
     */
    Svg raw(String svg) {
        out.append(svg);
        return this;
    }

    /** A tag being written. */
    final class Element {
        private final String name;

        private Element(String name) {
            this.name = name;
        }

        Element set(String attribute, String value) {
            out.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(escape(value))
                    .append('"');
            return this;
        }

        Element set(String attribute, double value) {
            out.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(number(value))
                    .append('"');
            return this;
        }

        /** Ends an empty element. */
        Svg close() {
            out.append("/>");
            return Svg.this;
        }

        /** Ends the tag; children follow, and the end tag as {@link Svg#raw}. */
        Svg open() {
            out.append('>');
            return Svg.this;
        }

        /** Ends an element that holds text. */
        Svg text(String text) {
            out.append('>').append(escape(text)).append("</").append(name).append('>');
            return Svg.this;
        }
    }

    /**
     * Writes a coordinate with at most two decimals.
     *
     * @param value finite
     * @return such as "12.5"
     */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String sign = hundredths < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + (rest < 10 ? ".0" : ".") + (rest % 10 == 0 ? rest / 10 : rest);
    }

    /**
     * Writes a point of path data.
     *
     * @param x user units
     * @param y user units
     * @return such as "12.5 3"
     */
    static String at(double x, double y) {
        return number(x) + " " + number(y);
    }

    /**
     * Guesses how wide a text is.
     *
     * @param text any text
     * @return user units
     */
    static double width(String text) {
        return CHARACTER * text.codePointCount(0, text.length());
    }

    /**
     * Shortens a text to a width.
     *
     * @param text any text
     * @param width user units
     * @return the text, or its beginning and "…"
     */
    static String shortened(String text, double width) {
        return beginning(text, (int) Math.max(1, width / CHARACTER));
    }

    /**
     * Shortens a text to so many characters.
     *
     * @param text any text
     * @param most ≥ 1
     * @return the text, or its beginning and "…"
     */
    static String beginning(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /**
     * Escapes text for XML and HTML; characters that XML cannot hold become '?'.
     *
     * @param text any text
     * @return escaped text, safe in content and in double-quoted attributes
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(inXml(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean inXml(int c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0;
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && (c & 0xFFFE) != 0xFFFE;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
