package org.mneme.report;

import java.nio.file.Path;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.result.GraphFigures;

/** The picture of a graph: populations as boxes, projections as labelled arrows between them. */
public final class GraphPicture {
    private static final int MOST_POPULATIONS = 24;
    private static final int MOST_PROJECTIONS = 100;
    private static final double BOX = 156;
    private static final double ROW = 62;
    private static final double TOP = 16;
    private static final double WIDEST_GAP = 240;
    private static final double NARROWEST_GAP = 200;
    private static final double LOOP = 190;
    private static final double HEAD = 8;

    /** Bold letters are wider. */
    private static final double BOLD = 0.85;

    private final GraphFigures graph;
    private final GraphLayout layout;
    private final double gap;
    private final double left;
    private final double width;
    private final Svg svg = new Svg();

    private GraphPicture(GraphFigures graph) {
        this.graph = graph;
        this.layout = GraphLayout.of(new GraphFigures(
                graph.domain(),
                graph.neurons(),
                graph.synapses(),
                graph.nonZeroSynapses(),
                graph.populations().stream().limit(MOST_POPULATIONS).toList(),
                graph.projections().stream().limit(MOST_PROJECTIONS).toList()));
        int last = layout.columns() - 1;
        double loop = layout.lines().stream().anyMatch(line -> line.from() == last && line.to() == last) ? LOOP : 0;
        double room = Frame.WIDTH - 2 * TOP - BOX * layout.columns() - loop;
        this.gap = Math.clamp(room / Math.max(1, last), NARROWEST_GAP, WIDEST_GAP);
        double drawn = BOX * layout.columns() + gap * last + loop;
        this.width = Math.max(Frame.WIDTH, drawn + 2 * TOP);
        this.left = (width - drawn) / 2;
    }

    /**
     * Draws a graph.
     *
     * @param graph a graph without mistakes
     * @param file an SVG file; written whole or not at all
     * @throws org.mneme.runtime.result.ResultFileException if it cannot be written
     */
    public static void write(SpikingGraph graph, Path file) {
        Plot plot = plot(GraphFigures.of(graph));
        PlotFiles.write(file, out -> out.write(plot.document()));
    }

    /**
     * Draws a graph's figures.
     *
     * @param graph the figures
     * @return the picture; its table lists the projections
     */
    static Plot plot(GraphFigures graph) {
        return new GraphPicture(graph).plot();
    }

    private Plot plot() {
        layout.lines().forEach(this::arrow);
        layout.boxes().forEach(this::box);
        layout.lines().forEach(this::label);
        boolean cut = graph.populations().size() > MOST_POPULATIONS
                || graph.projections().size() > MOST_PROJECTIONS;
        return new Plot(
                "graph",
                "The spiking graph",
                "Populations with the number and model of their neurons; projections with the form of their weights and their delay in "
                        + "ticks."
                        + (cut
                                ? " Only the first " + MOST_POPULATIONS + " populations and " + MOST_PROJECTIONS
                                        + " projections are drawn."
                                : ""),
                width,
                layout.height() * ROW + 2 * TOP,
                svg.toString(),
                csv());
    }

    private double x(int column) {
        return left + column * (BOX + gap);
    }

    private static double y(double rows) {
        return TOP + rows * ROW;
    }

    private void box(GraphLayout.Box box) {
        double middle = x(box.column()) + BOX / 2;
        double top = y(box.top());
        double bottom = y(box.bottom());
        svg.element("rect")
                .set("class", "box")
                .set("x", x(box.column()))
                .set("y", top)
                .set("width", BOX)
                .set("height", bottom - top)
                .set("rx", 6)
                .close();
        String size = Words.grouped(box.population().size()) + " × "
                + box.population().model();
        svg.text(
                "strong",
                "middle",
                middle,
                (top + bottom) / 2 - 4,
                Svg.shortened(box.population().name(), BOLD * BOX));
        svg.text("soft", "middle", middle, (top + bottom) / 2 + 15, Svg.shortened(size, BOX - 8));
    }

    /** A straight line, or a loop to the right; a box in between hides it. */
    private void arrow(GraphLayout.Line line) {
        double y = y(line.y());
        boolean loop = line.from() == line.to();
        boolean forward = line.to() > line.from();
        double end = forward ? x(line.to()) : x(line.to()) + BOX;
        double start = forward || loop ? x(line.from()) + BOX : x(line.from());
        double tip = loop ? y + 12 : y;
        svg.path(
                "axis",
                loop
                        ? "M" + Svg.at(start, y - 12) + "h24a12 12 0 0 1 0 24H" + Svg.number(end + HEAD)
                        : "M" + Svg.at(start, y) + "H" + Svg.number(end + (forward ? -HEAD : HEAD)));
        svg.path("head", "M" + Svg.at(end, tip) + (forward ? "l-9 -4.5v9z" : "l9 -4.5v9z"));
    }

    /** The name above the line and the weights below it, in the gap next to its source. */
    private void label(GraphLayout.Line line) {
        GraphFigures.ProjectionFigures p = line.projection();
        String delay = p.minDelay() == p.maxDelay() ? "" + p.minDelay() : p.minDelay() + "…" + p.maxDelay();
        String form = p.weights() + ", delay " + delay;
        boolean loop = line.from() == line.to();
        double room = loop ? gap - 56 : gap - 20;
        double x = loop
                ? x(line.from()) + BOX + 44
                : x(line.from()) + (line.to() > line.from() ? BOX + gap / 2 : -gap / 2);
        String anchor = loop ? "start" : "middle";
        svg.text("strong", anchor, x, y(line.y()) - (loop ? 4 : 7), Svg.shortened(p.name(), BOLD * room));
        svg.text("soft", anchor, x, y(line.y()) + (loop ? 13 : 17), Svg.shortened(form, room));
    }

    private Csv csv() {
        return new Csv(
                "projection,source,target,weights,synapses,min_delay_ticks,max_delay_ticks",
                graph.projections().size(),
                k -> {
                    GraphFigures.ProjectionFigures p = graph.projections().get(k);
                    return String.join(
                            ",",
                            Csv.cell(p.name()),
                            Csv.cell(p.source()),
                            Csv.cell(p.target()),
                            Csv.cell(p.weights()),
                            Long.toString(p.synapses()),
                            Integer.toString(p.minDelay()),
                            Integer.toString(p.maxDelay()));
                });
    }
}
