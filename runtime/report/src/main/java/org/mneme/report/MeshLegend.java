package org.mneme.report;

import java.math.BigDecimal;
import java.math.MathContext;
import org.mneme.report.MeshLayout.Square;

/** What explains the drawing of a mesh: the numbers of its tiles, the mark of the host, and the legend below it. */
final class MeshLegend {
    private static final double HEIGHT = 76;
    private static final double LEAST_TICK = 26;
    private static final double SWATCH = 14;
    private static final String MARK = "l-8 -5v10z";

    private final Svg svg;
    private final MeshLayout layout;
    private final MeshColours colours;
    private final boolean host;
    private double right;

    /**
     * Prepares the legend.
     *
     * @param svg the drawing
     * @param layout where the mesh is
     * @param colours of squares and lines
     * @param host whether spikes come from the host
     */
    MeshLegend(Svg svg, MeshLayout layout, MeshColours colours, boolean host) {
        this.svg = svg;
        this.layout = layout;
        this.colours = colours;
        this.host = host;
    }

    /**
     * Returns where the legend ends, once it is drawn.
     *
     * @return user units from the left
     */
    double right() {
        return right;
    }

    /**
     * Draws it.
     *
     * @return the height of the whole drawing
     */
    double draw() {
        host();
        axes();
        return legend();
    }

    private void host() {
        if (host) {
            Square tile = layout.tile(0, 0);
            svg.path("head", "M" + Svg.at(layout.chipLeft(0) - 2, tile.middleY()) + MARK);
        }
    }

    private void axes() {
        Mesh mesh = layout.mesh();
        int step = tickStep(layout.pitch());
        int x1 = (layout.lastColumn() + 1) * mesh.tileColumns();
        int y1 = (layout.lastRow() + 1) * mesh.tileRows();
        for (int x = layout.firstColumn() * mesh.tileColumns(); x < x1; x++) {
            if (x % step == 0) {
                svg.text("soft", "middle", layout.columnMiddle(x), layout.bottom() + 17, Integer.toString(x));
            }
        }
        for (int y = layout.firstRow() * mesh.tileRows(); y < y1; y++) {
            if (y % step == 0) {
                svg.text("soft", "end", Frame.LEFT - 14, layout.rowMiddle(y) + 4, Integer.toString(y));
            }
        }
        svg.text("soft", "end", layout.right(), layout.bottom() + 34, "column of tiles");
        svg.text("soft", "start", 4, 14, "row of tiles, north up");
    }

    private static int tickStep(double pitch) {
        int step = 1;
        while (step * pitch < LEAST_TICK) {
            step *= 2;
        }
        return step;
    }

    private double legend() {
        double y = layout.bottom() + 60;
        double x = 4;
        x = label(x, y, "how full a core is:");
        x = swatch(x, y, "empty", "core not used");
        for (int k = 1; k <= MeshColours.STEPS; k++) {
            x = swatch(x, y, "u" + k, (k - 1) * 100 / MeshColours.STEPS + "–" + k * 100 / MeshColours.STEPS + " %");
        }
        y += 26;
        if (colours.most() > 0) {
            x = label(4, y, "spikes a tick on a link:");
            for (int k = MeshColours.FLOWS - 1; k >= 0; k--) {
                colours.line(svg, "M" + Svg.at(x, y - 4) + "h24", k);
                x = label(x + 30, y, "≤ " + rounded(colours.high(k)));
            }
            y += 24;
        }
        if (host) {
            svg.path("head", "M" + Svg.at(14, y - 4) + MARK);
            label(22, y, "where the host's spikes come in");
        }
        return Math.max(y + 10, layout.bottom() + HEIGHT);
    }

    private static String rounded(double value) {
        return Words.number(new BigDecimal(value).round(new MathContext(2)).doubleValue());
    }

    private double label(double x, double y, String text) {
        svg.text("", "start", x, y, text);
        right = Math.max(right, x + Svg.width(text));
        return x + Svg.width(text) + 12;
    }

    private double swatch(double x, double y, String style, String text) {
        svg.element("rect")
                .set("class", style)
                .set("x", x)
                .set("y", y - SWATCH + 3)
                .set("width", SWATCH)
                .set("height", SWATCH)
                .close();
        return label(x + SWATCH + 5, y, text);
    }
}
