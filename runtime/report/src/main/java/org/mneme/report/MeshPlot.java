package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.map.Mapping;
import org.mneme.map.Resource;
import org.mneme.map.Route;
import org.mneme.report.CoreUse.Core;
import org.mneme.report.LinkTraffic.Link;
import org.mneme.report.MeshLayout.Detail;
import org.mneme.report.MeshLayout.Square;
import org.mneme.targets.Quantity;

/** The mesh of a board: squares coloured by how full cores are, lines between tiles as wide as their traffic. */
final class MeshPlot {

    private static final int MOST_EMPTY = 20_000;
    private static final double LEAST_LABEL_GAP = 15;
    private static final double LEAST_WIDTH = 640;

    private final Mapping mapping;
    private final CoreUse use;
    private final List<Link> links;
    private final MeshLayout layout;
    private final MeshColours colours;
    private final Svg svg = new Svg();

    private MeshPlot(Mapping mapping, CoreUse use, List<Link> links) {
        this.mapping = mapping;
        this.use = use;
        this.links = links;
        this.layout = layout(mapping, use);
        this.colours = new MeshColours(
                layout.pitch(), links.stream().mapToDouble(Link::both).max().orElse(0));
    }

    /**
     * Lays out the cores of a mapping.
     *
     * @param mapping the mapping
     * @param use its cores, at least one
     * @return where they are drawn
     */
    static MeshLayout layout(Mapping mapping, CoreUse use) {
        return MeshLayout.of(
                Mesh.of(mapping.target()), use.cores().stream().map(Core::site).toList());
    }

    /**
     * Draws a mapping.
     *
     * @param mapping the mapping
     * @param use how full its cores are; at least one
     * @param links what its links carry
     * @return the picture; its table lists the cores
     */
    static Plot of(Mapping mapping, CoreUse use, List<Link> links) {
        return new MeshPlot(mapping, use, links).plot();
    }

    private Plot plot() {
        svg.raw(MeshColours.RULES);
        chips();
        flows();
        squares();
        MeshLegend legend = new MeshLegend(svg, layout, colours, hasHost());
        double height = legend.draw();
        double width = Math.max(LEAST_WIDTH, Math.max(layout.right(), legend.right()) + Frame.RIGHT);
        return new Plot("mesh", "The mesh", caption(), width, height, svg.toString(), csv());
    }

    private String caption() {
        Mesh mesh = layout.mesh();
        String square = switch (layout.detail()) {
            case CORE ->
                "Each square is a core, coloured by how full it is: of neurons, of axons or of synapses, whichever is most";
            case TILE -> "Each square is a tile of " + mesh.coresPerTile() + " cores, coloured by the fullest of them";
            case CHIP -> "Each square is a chip of " + mesh.coresPerChip() + " cores, coloured by the fullest of them";
        };
        String lines = links.isEmpty()
                ? "; no spike leaves its tile."
                : "; a line between tiles is the wider the more spikes it carries both ways"
                        + (layout.detail() == Detail.CHIP ? " (only those between chips are drawn)." : ".");
        long drawn = drawnChips();
        String left = drawn < mesh.chips()
                ? " Only the part of the board that is used is drawn: " + Words.grouped(drawn) + " of "
                        + Words.count(mesh.chips(), "chip") + "."
                : "";
        return square + lines + left;
    }

    private long drawnChips() {
        long chips = 0;
        for (int row = layout.firstRow(); row <= layout.lastRow(); row++) {
            for (int column = layout.firstColumn(); column <= layout.lastColumn(); column++) {
                chips += layout.shows(row * layout.mesh().chipColumns() + column) ? 1 : 0;
            }
        }
        return chips;
    }

    private void chips() {
        Mesh mesh = layout.mesh();
        boolean named = mesh.chips() > 1 && layout.gap() >= LEAST_LABEL_GAP && mesh.tileColumns() * layout.pitch() > 50;
        StringBuilder boxes = new StringBuilder();
        for (int row = layout.firstRow(); row <= layout.lastRow(); row++) {
            for (int column = layout.firstColumn(); column <= layout.lastColumn(); column++) {
                int chip = row * mesh.chipColumns() + column;
                if (!layout.shows(chip)) {
                    continue;
                }
                double x = layout.chipLeft(column);
                double y = layout.chipTop(row);
                boxes.append('M')
                        .append(Svg.at(x, y))
                        .append('h')
                        .append(Svg.number(mesh.tileColumns() * layout.pitch()))
                        .append('v')
                        .append(Svg.number(mesh.tileRows() * layout.pitch()))
                        .append("H")
                        .append(Svg.number(x))
                        .append('z');
                if (named) {
                    svg.text("soft", "start", x, y - 3, "chip " + chip);
                }
            }
        }
        svg.path("box", boxes);
    }

    /** Lines from middle to middle; what lies under a tile is hidden by it. */
    private void flows() {
        StringBuilder[] paths = new StringBuilder[MeshColours.FLOWS];
        for (int k = 0; k < MeshColours.FLOWS; k++) {
            paths[k] = new StringBuilder();
        }
        for (Link link : links) {
            int toX = link.x() + layout.mesh().dx(link.direction());
            int toY = link.y() + layout.mesh().dy(link.direction());
            if (!layout.shows(link.x(), link.y()) || !layout.shows(toX, toY)) {
                continue;
            }
            if (layout.detail() == Detail.CHIP && sameChip(link, toX, toY)) {
                continue;
            }
            paths[colours.flow(link.both())]
                    .append('M')
                    .append(Svg.at(layout.columnMiddle(link.x()), layout.rowMiddle(link.y())))
                    .append('L')
                    .append(Svg.at(layout.columnMiddle(toX), layout.rowMiddle(toY)));
        }
        for (int k = MeshColours.FLOWS - 1; k >= 0; k--) {
            if (!paths[k].isEmpty()) {
                colours.line(svg, paths[k].toString(), k);
            }
        }
    }

    private boolean sameChip(Link link, int toX, int toY) {
        Mesh mesh = layout.mesh();
        return link.x() / mesh.tileColumns() == toX / mesh.tileColumns()
                && link.y() / mesh.tileRows() == toY / mesh.tileRows();
    }

    private void squares() {
        Map<Integer, Double> fullest = new TreeMap<>();
        Map<Integer, Square> squares = new TreeMap<>();
        for (Core core : use.cores()) {
            int unit = layout.unit(core.site());
            fullest.merge(unit, core.fullest(), Math::max);
            squares.putIfAbsent(unit, layout.square(core.site()));
        }
        if (layout.squares() <= MOST_EMPTY) {
            empty(squares.keySet());
        }
        StringBuilder[] paths = new StringBuilder[MeshColours.STEPS];
        for (int k = 0; k < MeshColours.STEPS; k++) {
            paths[k] = new StringBuilder();
        }
        squares.forEach((unit, square) -> append(paths[MeshColours.step(fullest.getOrDefault(unit, 0.0)) - 1], square));
        for (int k = 0; k < MeshColours.STEPS; k++) {
            svg.path("u" + (k + 1), paths[k]);
        }
    }

    private void empty(Set<Integer> used) {
        Mesh mesh = layout.mesh();
        StringBuilder path = new StringBuilder();
        StringBuilder under = new StringBuilder();
        int last = -1;
        for (int chip = 0; chip < mesh.chips(); chip++) {
            for (int core = 0; layout.shows(chip) && core < mesh.coresPerChip(); core++) {
                int site = mesh.site(chip, core);
                int unit = layout.unit(site);
                if (unit == last) {
                    continue;
                }
                last = unit;
                if (layout.detail() == Detail.CORE && core % mesh.coresPerTile() == 0) {
                    append(under, layout.tile(mesh.x(site), mesh.y(site)));
                }
                if (!used.contains(unit)) {
                    append(layout.detail() == Detail.CORE ? path : under, layout.square(site));
                }
            }
        }
        svg.path("page", under);
        svg.path("empty", path);
    }

    private static void append(StringBuilder path, Square square) {
        String side = Svg.number(square.side());
        path.append('M')
                .append(Svg.at(square.x(), square.y()))
                .append('h')
                .append(side)
                .append('v')
                .append(side)
                .append("h-")
                .append(side)
                .append('z');
    }

    private boolean hasHost() {
        return layout.shows(0) && mapping.routes().trees().stream().anyMatch(this::fromHost);
    }

    private boolean fromHost(Route route) {
        return mapping.workload().graph().populations().get(route.population()).model() instanceof Source;
    }

    private Csv csv() {
        Mesh mesh = layout.mesh();
        List<Population> populations = mapping.workload().graph().populations();
        List<String> names = new ArrayList<>(
                List.of("site", "chip", "core", "tile_column", "tile_row", "holds", "tightest", "share"));
        use.quantities().forEach(q -> names.add(q.key()));
        return new Csv(String.join(",", names), use.cores().size(), k -> {
            Core core = use.cores().get(k);
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(core.site()),
                    Integer.toString(mesh.chip(core.site())),
                    Integer.toString(mesh.core(core.site())),
                    Integer.toString(mesh.x(core.site())),
                    Integer.toString(mesh.y(core.site())),
                    Csv.cell(CoreUse.slices(core, populations)),
                    core.tightest().map(r -> r.quantity().key()).orElse(""),
                    Csv.cell(core.fullest())));
            for (Quantity quantity : use.quantities()) {
                Resource resource = core.limits().get(quantity);
                cells.add(resource == null ? "" : Csv.cell(resource.used()));
            }
            return String.join(",", cells);
        });
    }
}
