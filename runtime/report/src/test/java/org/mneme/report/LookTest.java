package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mneme.report.Series.Mark;

class LookTest {
    private static List<Series> named(Mark mark, Stream<String> names) {
        return names.map(name -> new Series(name, mark, List.of())).toList();
    }

    /** What is drawn of a look by a mark. */
    private static String drawn(Look look, Mark mark) {
        String how = switch (mark) {
            case DOTS, DOTTED_LINE -> look.shape() + " " + look.hollow();
            case LINE, BAND -> "" + look.line();
            case DASHED -> "" + look.bound();
            case THIN -> "";
        };
        return look.colour() + " " + how;
    }

    @Test
    void aMeasurementAndItsTheoryShareAColour() {
        Map<String, Look> looks = Look.of(SampleStudies.degrees().series());
        assertEquals(8, looks.size());
        for (int d = 1; d <= 4; d++) {
            Look measured = Objects.requireNonNull(looks.get("d=" + d));
            Look theory = Objects.requireNonNull(looks.get("d=" + d + ", theory"));
            assertEquals(measured.colour(), theory.colour(), "d=" + d);
            assertEquals(0, theory.line(), "solid beside its dots");
        }
        assertEquals(4, looks.values().stream().map(Look::colour).distinct().count());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mark.class,
            names = {"THIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void twelveNamesLookDifferent(Mark mark) {
        Map<String, Look> looks = Look.of(named(mark, IntStream.range(0, 12).mapToObj(k -> "N=" + k)));
        Set<String> drawn =
                looks.values().stream().map(look -> drawn(look, mark)).collect(Collectors.toSet());
        assertEquals(12, drawn.size(), drawn.toString());
    }

    @Test
    void neighboursDifferWithoutColours() {
        for (Mark mark : List.of(Mark.DOTS, Mark.LINE)) {
            List<Look> looks =
                    List.copyOf(Look.of(named(mark, IntStream.range(0, 12).mapToObj(k -> "N=" + k)))
                            .values());
            for (int k = 0; k < 6; k++) {
                for (int l = k + 1; l < 6; l++) {
                    assertNotEquals(
                            drawn(looks.get(k), mark).substring(2),
                            drawn(looks.get(l), mark).substring(2),
                            mark.name());
                }
            }
        }
    }

    @Test
    void siblingsOfOneColourDifferInShape() {
        Map<String, Look> looks = Look.of(named(Mark.DOTS, Stream.of("d=2", "d=2, pseudoinverse", "d=2, third")));
        assertEquals(1, looks.values().stream().map(Look::colour).distinct().count());
        assertEquals(
                3,
                looks.values().stream()
                        .map(look -> drawn(look, Mark.DOTS))
                        .distinct()
                        .count());
        Map<String, Look> lines = Look.of(named(Mark.LINE, Stream.of("d=2, P_T", "d=2, P_S")));
        assertEquals(
                2,
                lines.values().stream()
                        .map(look -> drawn(look, Mark.LINE))
                        .distinct()
                        .count());
    }

    @Test
    void theColourGoesByThePartBeforeTheFirstComma() {
        assertEquals("d=2", Look.stem("d=2, theory, as published", 1));
        assertEquals("d=2, theory", Look.stem("d=2, theory, as published", 2));
        assertEquals("d=2, theory, as published", Look.stem("d=2, theory, as published", 3));
        assertEquals("d=2", Look.stem(" d=2 ", 2));
        assertEquals("", Look.stem(", x", 1));
    }

    @Test
    void namesThatDifferLateHaveColoursOfTheirOwn() {
        Map<String, Look> looks =
                Look.of(named(Mark.BAND, IntStream.range(0, 6).mapToObj(k -> "transition, polynomial d=2, N = " + k)));
        assertEquals(6, looks.values().stream().map(Look::colour).distinct().count());
    }

    @Test
    void boundsWithoutDotsDifferWithoutColours() {
        Map<String, Look> looks = Look.of(Stream.concat(
                        named(Mark.DOTTED_LINE, Stream.of("pseudoinverse", "Hebbian")).stream(),
                        named(Mark.DASHED, Stream.of("theory", "P = N", "coincidence bound")).stream())
                .toList());
        assertEquals(
                3,
                looks.entrySet().stream()
                        .skip(2)
                        .map(e -> e.getValue().bound())
                        .distinct()
                        .count());
    }
}
