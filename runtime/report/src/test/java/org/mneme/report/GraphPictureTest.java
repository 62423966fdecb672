package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.GraphFigures.PopulationFigures;
import org.mneme.runtime.result.GraphFigures.ProjectionFigures;
import org.w3c.dom.Element;

class GraphPictureTest {
    private static PopulationFigures population(String name, String model) {
        return new PopulationFigures(name, 5, model);
    }

    private static ProjectionFigures projection(String name, String source, String target) {
        return new ProjectionFigures(name, source, target, "SignMatrix", 25, 1, 11);
    }

    private static final GraphFigures TIMED = SampleRuns.graph(
            List.of(
                    population("cue", "Source"),
                    population("feature", "Graded"),
                    population("hidden_S", "Graded"),
                    population("hidden_A", "Graded")),
            List.of(
                    projection("phi_S", "feature", "hidden_S"),
                    projection("phi_A", "feature", "hidden_A"),
                    projection("phi_A_end", "feature", "hidden_A"),
                    projection("psi_S", "hidden_S", "feature"),
                    projection("psi_A", "hidden_A", "feature"),
                    projection("cue", "cue", "feature")));

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** No two boxes and no two labels overlap, and all are within the picture. */
    private static void assertLegible(GraphFigures graph, String message) {
        Plot plot = GraphPicture.plot(graph);
        Drawn drawn = Drawn.of(plot);
        List<double[]> boxes = new ArrayList<>();
        for (Element box : drawn.all("rect", "box")) {
            boxes.add(new double[] {number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height")});
        }
        assertApart(boxes, message);
        List<double[]> labels = new ArrayList<>();
        for (Element text : drawn.all("text")) {
            double width = Svg.width(text.getTextContent());
            double x = number(text, "x") - (text.getAttribute("text-anchor").equals("middle") ? width / 2 : 0);
            labels.add(new double[] {x, number(text, "y") - 10, width, 12});
        }
        assertApart(labels, message);
        for (double[] label : labels) {
            assertTrue(label[0] >= 0 && label[0] + label[2] <= plot.width(), message);
            assertTrue(label[1] >= 0 && label[1] + label[3] <= plot.height(), message);
        }
    }

    private static void assertApart(List<double[]> parts, String message) {
        for (int a = 0; a < parts.size(); a++) {
            for (int b = 0; b < a; b++) {
                double[] p = parts.get(a);
                double[] q = parts.get(b);
                boolean apart =
                        p[0] + p[2] <= q[0] || q[0] + q[2] <= p[0] || p[1] + p[3] <= q[1] || q[1] + q[3] <= p[1];
                assertTrue(apart, message + ": parts " + a + " and " + b);
            }
        }
    }

    @Test
    void theTimedGraphHasItsHiddenPopulationsOneAboveTheOther() {
        GraphLayout layout = GraphLayout.of(TIMED);
        assertEquals(3, layout.columns());
        assertEquals(
                List.of(0, 1, 2, 2),
                layout.boxes().stream().map(GraphLayout.Box::column).toList());
        assertTrue(layout.boxes().get(2).bottom() < layout.boxes().get(3).top());
        assertLegible(TIMED, "timed");
    }

    @Test
    void anyGraphIsLegible() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(6);
            List<PopulationFigures> populations = new ArrayList<>();
            for (int p = 0; p < size; p++) {
                populations.add(population("population_" + p, p > 0 || random.nextInt(4) == 0 ? "Lif" : "Source"));
            }
            List<ProjectionFigures> projections = new ArrayList<>();
            for (int j = random.nextInt(10); j > 0; j--) {
                projections.add(projection(
                        "projection_" + j, "population_" + random.nextInt(size), "population_" + random.nextInt(size)));
            }
            GraphFigures graph = SampleRuns.graph(populations, projections);
            assertLegible(graph, "seed " + seed);
            GraphLayout layout = GraphLayout.of(graph);
            assertEquals(projections.size(), new HashSet<>(layout.lines()).size(), "seed " + seed);
        }
    }

    @Test
    void longNamesAreCut() {
        assertLegible(
                SampleRuns.graph(
                        List.of(population("w".repeat(500), "Source"), population("b", "Lif")),
                        List.of(projection("p".repeat(500), "w".repeat(500), "b"))),
                "long names");
    }

    @Test
    void aLargeGraphIsCutAndSaysSo() {
        List<PopulationFigures> populations = new ArrayList<>();
        List<ProjectionFigures> projections = new ArrayList<>();
        for (int p = 0; p < 500; p++) {
            populations.add(population("p" + p, "Lif"));
            projections.add(projection("j" + p, "p" + p, "p" + (p * 7) % 500));
        }
        Plot plot = GraphPicture.plot(SampleRuns.graph(populations, projections));
        assertTrue(plot.caption().contains("Only the first 24 populations"), plot.caption());
        assertTrue(plot.body().length() < 200_000);
        assertEquals(500, plot.csv().rows());
    }

    @Test
    void namesInTheTableAreQuoted() {
        Plot plot = GraphPicture.plot(SampleRuns.graph(
                List.of(population("a,b", "Source"), population("=c", "Lif")),
                List.of(projection("p\"q", "a,b", "=c"))));
        assertEquals(
                "\"p\"\"q\",\"a,b\",'=c,SignMatrix,25,1,11", plot.csv().text().split("\n")[1]);
    }
}
