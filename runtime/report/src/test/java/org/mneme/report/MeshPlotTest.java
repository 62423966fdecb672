package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.map.Mapping;
import org.mneme.map.Route;
import org.mneme.report.LinkTraffic.Link;
import org.mneme.report.MeshLayout.Detail;
import org.mneme.report.MeshLayout.Square;
import org.mneme.report.SampleMappings.Shape;
import org.w3c.dom.Element;

class MeshPlotTest {
    private static Plot plot(Mapping mapping) {
        return MeshPlot.of(mapping, CoreUse.of(mapping), LinkTraffic.of(mapping));
    }

    /** Squares are paths of one moveto each. */
    private static long squares(Drawn drawn, String style) {
        return drawn.all("path", style).stream()
                .mapToLong(
                        p -> p.getAttribute("d").chars().filter(c -> c == 'M').count())
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"one,CORE", "chip,CORE", "hexagonal,CORE", "board,CORE"})
    void eachCoreInUseIsASquare(String shape, Detail detail) {
        Mapping mapping = MappingPageTest.sample(shape).mapping();
        Drawn drawn = Drawn.of(plot(mapping));
        CoreUse use = CoreUse.of(mapping);
        assertEquals(detail, MeshPlot.layout(mapping, use).detail());
        long drawnSquares = IntStream.rangeClosed(1, MeshColours.STEPS)
                .mapToLong(k -> squares(drawn, "u" + k))
                .sum();
        assertEquals(mapping.partition().clusters().size(), drawnSquares);
        assertTrue(drawn.texts().contains("80–100 %"), () -> drawn.texts().toString());
        assertTrue(drawn.texts().contains("row of tiles, north up"));
    }

    @ParameterizedTest
    @CsvSource({"one", "chip", "hexagonal", "board"})
    void theDrawingIsAsWideAsItsLegend(String shape) {
        Plot plot = plot(MappingPageTest.sample(shape).mapping());
        List<Element> labels = Drawn.of(plot).all("text").stream()
                .filter(text -> !List.of("end", "middle").contains(text.getAttribute("text-anchor")))
                .toList();
        assertTrue(labels.stream().anyMatch(text -> text.getTextContent().equals("80–100 %")));
        for (Element text : labels) {
            double end = Double.parseDouble(text.getAttribute("x")) + Svg.width(text.getTextContent());
            assertTrue(end <= plot.width(), text.getTextContent() + " ends at " + end + " of " + plot.width());
        }
    }

    @Test
    void coresWithoutSlicesAreEmpty() {
        Mapping mapping = MappingPageTest.sample("chip").mapping();
        assertEquals(128 - mapping.partition().clusters().size(), squares(Drawn.of(plot(mapping)), "empty"));
    }

    @Test
    void squaresStayApartAndOnTheDrawing() {
        for (String shape : List.of("one", "chip", "hexagonal", "board")) {
            Mapping mapping = MappingPageTest.sample(shape).mapping();
            Plot plot = plot(mapping);
            MeshLayout layout = MeshPlot.layout(mapping, CoreUse.of(mapping));
            List<Square> squares = mapping.placement().sites().stream()
                    .mapToObj(layout::square)
                    .toList();
            for (int a = 0; a < squares.size(); a++) {
                Square s = squares.get(a);
                assertTrue(s.x() >= 0 && s.y() >= 0, shape);
                assertTrue(s.x() + s.side() <= plot.width() && s.y() + s.side() <= plot.height(), shape);
                for (int b = 0; b < a; b++) {
                    Square t = squares.get(b);
                    assertTrue(
                            Math.abs(s.x() - t.x()) >= s.side() || Math.abs(s.y() - t.y()) >= s.side(),
                            shape + ": " + a + " and " + b);
                }
            }
        }
    }

    @Test
    void northIsUpAndEastIsRight() {
        Mesh mesh = Mesh.of(SampleMappings.target("t", Shape.BOARD));
        MeshLayout layout = MeshLayout.of(mesh, List.of(0, mesh.site(31, 127)));
        assertTrue(layout.columnMiddle(1) > layout.columnMiddle(0));
        assertTrue(layout.rowMiddle(1) < layout.rowMiddle(0));
        assertEquals(7 * 8 + 7, mesh.x(mesh.site(31, 127)));
        assertEquals(3 * 4 + 3, mesh.y(mesh.site(31, 127)));
    }

    @ParameterizedTest
    @CsvSource({"1,1,8,4,4,CORE", "8,8,8,8,4,CORE", "8,8,16,16,4,TILE", "60,60,8,8,4,CHIP"})
    void squaresStandForMoreWhereCoresWouldBeSpecks(
            int columns, int rows, int tileColumns, int tileRows, int cores, Detail expected) {
        Mesh mesh = Mesh.of(SampleMappings.target("t", new Shape(columns, rows, tileColumns, tileRows, cores, false)));
        MeshLayout layout = MeshLayout.of(mesh, List.of(0, mesh.site(mesh.chips() - 1, mesh.coresPerChip() - 1)));
        assertEquals(expected, layout.detail());
        assertTrue(layout.square(0).side() >= 2.5, () -> "" + layout.square(0));
    }

    @Test
    void trafficIsAddedUpBothWays() {
        Mapping sample = MappingPageTest.sample("chip").mapping();
        Route there = new Route(1, 0, 10, 0, List.of(4), List.of(new Route.Link(2, 1, 0), new Route.Link(3, 1, 1)));
        Route back = new Route(1, 10, 14, 0, List.of(0), List.of(new Route.Link(3, 1, 2), new Route.Link(3, 2, 3)));
        List<Link> links = LinkTraffic.of(with(sample, List.of(there, back)));
        assertEquals(List.of(new Link(2, 1, 0, 10, 4), new Link(3, 1, 1, 10, 4)), links);
    }

    private static Mapping with(Mapping m, List<Route> trees) {
        return new Mapping(
                m.target(),
                m.workload(),
                m.seed(),
                m.partition(),
                m.placement(),
                new org.mneme.map.Routes(trees, List.of(), List.of()),
                m.resources(),
                m.estimate(),
                m.notes());
    }

    /** Traffic on all links, of random walks, is the sum over routes of spikes × links. */
    @ParameterizedTest
    @CsvSource({"chip", "hexagonal"})
    void noTrafficIsLost(String shape) {
        Mapping sample = MappingPageTest.sample(shape).mapping();
        Mesh mesh = Mesh.of(sample.target());
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<Route> trees = new ArrayList<>();
            double expected = 0;
            for (int k = 0; k < 10; k++) {
                List<Route.Link> links = new ArrayList<>();
                int x = 50;
                int y = 50;
                for (int n = 0; n < 8; n++) {
                    int direction = random.nextInt(mesh.directions());
                    links.add(new Route.Link(x, y, direction));
                    x += mesh.dx(direction);
                    y += mesh.dy(direction);
                }
                trees.add(new Route(1, 0, k + 1, 0, List.of(1), links));
                expected += 8.0 * (k + 1);
            }
            double sum = LinkTraffic.of(with(sample, trees)).stream()
                    .mapToDouble(Link::both)
                    .sum();
            assertEquals(expected, sum, 1e-9, "seed " + seed);
        }
    }

    @Test
    void linesAreTheWiderTheMoreTheyCarry() {
        MeshColours colours = new MeshColours(96, 64);
        assertEquals(
                List.of(0, 1, 1, 2, 3, 3),
                IntStream.of(64, 16, 5, 4, 1, 0).mapToObj(colours::flow).toList());
        TreeSet<Double> widths = new TreeSet<>();
        for (int flow = MeshColours.FLOWS - 1; flow >= 0; flow--) {
            Svg svg = new Svg();
            colours.line(svg, "M0 0", flow);
            double width = Double.parseDouble(svg.toString().replaceAll(".*stroke-width=\"([0-9.]+)\".*", "$1"));
            assertTrue(widths.isEmpty() || width > widths.last());
            widths.add(width);
        }
    }

    @Test
    void sharesHaveFiveColours() {
        assertEquals(
                List.of(1, 1, 2, 5, 5),
                List.of(0.0, 0.2, 0.21, 0.81, 1.0).stream()
                        .map(MeshColours::step)
                        .toList());
    }

    @Test
    void theTableListsEveryCore() {
        Mapping mapping = MappingPageTest.sample("chip").mapping();
        Csv csv = plot(mapping).csv();
        assertEquals(mapping.partition().clusters().size(), csv.rows());
        assertTrue(
                csv.text()
                        .startsWith(
                                "site,chip,core,tile_column,tile_row,holds,tightest,share,neurons-per-core,input-axons-per-core,output-axons-per-core\n"));
        assertTrue(csv.text().lines().skip(1).allMatch(row -> row.split(",").length == 11), csv::text);
    }
}
