package org.mneme.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GraphTextTest {
    @Test
    void textOfEveryKindOfPartIsTheGoldenOne() throws IOException {
        assertEquals(golden("sample.txt"), GraphText.of(SampleGraphs.fixed()));
        assertEquals(golden("real.txt"), GraphText.of(SampleGraphs.real()));
    }

    @Test
    void textDoesNotDependOnTheLocale() {
        String expected = GraphText.of(SampleGraphs.real());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, GraphText.of(SampleGraphs.real()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void sizesCountStoredAndNonZeroSynapses() {
        SpikingGraph graph = SampleGraphs.fixed();
        long stored = 0;
        long nonZero = 0;
        for (Projection projection : graph.projections()) {
            for (int i = 0; i < graph.population(projection.source()).size(); i++) {
                for (int j = 0; j < graph.population(projection.target()).size(); j++) {
                    stored += projection.weights().stores(i, j) ? 1 : 0;
                    nonZero += projection.weights().at(i, j) != 0 ? 1 : 0;
                }
            }
        }
        assertEquals(new GraphSizes(151, stored, nonZero), GraphSizes.of(graph));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GraphTextTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
