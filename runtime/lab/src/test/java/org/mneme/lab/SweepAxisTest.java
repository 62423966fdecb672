package org.mneme.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.InvalidValueException;

class SweepAxisTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("1..4", List.of("1", "2", "3", "4")),
                Arguments.of("1,2,5", List.of("1", "2", "5")),
                Arguments.of("0.1..0.5/0.1", List.of("0.1", "0.2", "0.3", "0.4", "0.5")),
                Arguments.of("0..1/0.4", List.of("0", "0.4", "0.8")),
                Arguments.of("-2..0, 7", List.of("-2", "-1", "0", "7")),
                Arguments.of("3..3", List.of("3")),
                Arguments.of("linear, exponential", List.of("linear", "exponential")),
                Arguments.of("[1,2],{a: 1, b: 2}", List.of("[1,2]", "{a: 1, b: 2}")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesAreListsAndRanges(String text, List<String> expected) {
        assertEquals(expected, SweepAxis.values("key", text));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("degree", "sweep: 'degree' is not written as key=values, such as degree=1..4"),
                Arguments.of("=1", "sweep: '=1' is not written as key=values, such as degree=1..4"),
                Arguments.of("d=", "d: '' is not a list of values such as 1..4 or 1,2,5"),
                Arguments.of("d=1,,2", "d: '1,,2' is not a list of values such as 1..4 or 1,2,5"),
                Arguments.of("d=4..1", "d: 4..1 is not a range that goes up, such as 1..4 or 0.1..0.5/0.1"),
                Arguments.of("d=1..4/0", "d: 1..4/0 is not a range that goes up, such as 1..4 or 0.1..0.5/0.1"),
                Arguments.of("d=1..9999999999", "d: 1..9999999999 is not a range of at most 100000 values"),
                Arguments.of("d=1,2,1", "d: [1, 2, 1] is not a list of distinct values"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeGetsOneSentence(String text, String sentence) {
        assertEquals(
                sentence,
                assertThrows(InvalidValueException.class, () -> SweepAxis.parse(text))
                        .getMessage());
    }

    @Test
    void seedsAreWholeNumbers() {
        assertEquals(List.of(1L, 2L, 3L, -9L), SweepAxis.seeds("1..3,-9"));
        assertEquals(
                "seeds: '0.5' is not a whole number",
                assertThrows(InvalidValueException.class, () -> SweepAxis.seeds("0.5"))
                        .getMessage());
    }

    @Test
    void planRunsSeedsFastestThenTheLastAxis() {
        SweepPlan plan = new SweepPlan(List.of(SweepAxis.parse("a=1,2"), SweepAxis.parse("b=x,y,z")), List.of(7L, 8L));

        assertEquals(12, plan.trials());
        assertEquals(new SweepPlan.Trial(Map.of("a", "1", "b", "x"), 7), plan.trial(0));
        assertEquals(new SweepPlan.Trial(Map.of("a", "1", "b", "x"), 8), plan.trial(1));
        assertEquals(new SweepPlan.Trial(Map.of("a", "1", "b", "y"), 7), plan.trial(2));
        assertEquals(new SweepPlan.Trial(Map.of("a", "2", "b", "z"), 8), plan.trial(11));
    }

    @Test
    void tooLargePlanIsRefused() {
        List<SweepAxis> axes = List.of(SweepAxis.parse("a=1..1000"), SweepAxis.parse("b=1..1001"));

        assertEquals(
                "sweep: 1001000 trials is not 1…1000000 trials",
                assertThrows(InvalidValueException.class, () -> new SweepPlan(axes, List.of(1L)))
                        .getMessage());
        assertThrows(InvalidValueException.class, () -> new SweepPlan(List.of(axes.get(0), axes.get(0)), List.of(1L)));
    }
}
