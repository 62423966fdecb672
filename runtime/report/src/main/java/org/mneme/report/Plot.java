package org.mneme.report;

/**
 * A picture and its numbers.
 *
 * @param id short name, used for files and links
 * @param title what it shows
 * @param caption how to read it, a sentence or two
 * @param width of the drawing, user units
 * @param height of the drawing, user units
 * @param body the drawing's elements
 * @param csv the numbers drawn
 */
record Plot(String id, String title, String caption, double width, double height, String body, Csv csv) {
    /**
     * Returns the drawing for a page whose style sheet knows its classes.
     *
     * @return an svg element
     */
    String inline() {
        return svg("");
    }

    /**
     * Returns the drawing as a file of its own.
     *
     * @return an SVG document
     */
    String document() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg("<style>" + Style.drawing() + "</style>"
                        + "<rect class=\"page\" width=\"100%\" height=\"100%\"/>")
                + "\n";
    }

    private String svg(String head) {
        return new Svg()
                .element("svg")
                .set("xmlns", "http://www.w3.org/2000/svg")
                .set("class", "plot")
                .set("role", "img")
                .set("aria-labelledby", "t-" + id)
                .set("viewBox", "0 0 " + Svg.at(width, height))
                .set("width", width)
                .set("height", height)
                .open()
                .element("title")
                .set("id", "t-" + id)
                .text(title)
                .raw(head)
                .raw(body)
                .raw("</svg>")
                .toString();
    }
}
