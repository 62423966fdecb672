package org.mneme.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.Ints;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.runtime.config.SettingException;

class ExperimentReaderTest {
    private static final String P = "patterns: {random: {count: 3, features: 20}}";
    private static final String F = "interaction: 'linear'";

    static Experiment read(String settings) {
        return ExperimentReader.read(Trees.parse(settings), Path.of("."));
    }

    @Test
    void helloIsReadAsWritten() {
        Experiment hello = read("""
                {mneme: 1, name: 'hello', patterns: {random: {count: 100, features: 300, seed: 1, bias: 0.0}},
                 sequence: 'cycle', interaction: {exponential: {kappa: 1.0}}, 'self-coupling': 'included',
                 learning: 'hebbian', timing: {'steps-per-pattern': 5, lambda: 2.5}, lowering: 'auto', tick: '1 ms'}
                """);

        assertEquals("hello", hello.name());
        assertEquals(PatternSet.random(100, 300, 1, 0), hello.memory().patterns());
        assertEquals(Successors.cycle(100), hello.memory().successors());
        Interaction exponential = new Interaction.Exponential(1);
        assertEquals(exponential, hello.memory().interaction());
        assertEquals(SelfCoupling.INCLUDED, hello.memory().selfCoupling());
        assertEquals(Learning.HEBBIAN, hello.memory().learning());
        assertEquals(
                new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(5)), 2.5, exponential),
                hello.memory().timing());
        assertEquals("auto", hello.lowering());
        assertEquals(1e-3, hello.options().tickSeconds());
        assertEquals(new Update.Synchronous(), hello.update());
    }

    @Test
    void settingsStateAllDefaults() {
        Map<String, Object> settings = read("{" + P + ", " + F + "}").settings();

        assertEquals(
                List.of(
                        "mneme",
                        "name",
                        "patterns",
                        "sequence",
                        "interaction",
                        "self-coupling",
                        "learning",
                        "timing",
                        "update",
                        "lowering",
                        "tick",
                        "precision"),
                List.copyOf(settings.keySet()));
        assertEquals(
                "{mneme=1, name=memory, patterns={random={count=3, features=20, bias=0.0, seed=1}}, sequence=cycle, "
                        + "interaction=linear, self-coupling=included, learning=hebbian, timing=one-step, update=synchronous, "
                        + "lowering=auto, tick=0.001 s, precision={payload-bits=24, state-bits=32}}",
                settings.toString());
    }

    @Test
    void settingsAreThoseThatWereMeantHoweverTheyWereWritten() {
        String shortly = "{" + P + ", interaction: 'exponential', timing: {dwell: [3, 1, 4]}, tick: '1000 us'}";
        String fully =
                "{" + P + ", interaction: {symmetric: {exponential: {kappa: 1}}, asymmetric: {exponential: {}}}, "
                        + "timing: {dwell: [3, 1, 4], lambda: 2.50}, tick: '0.001 s'}";

        assertEquals(read(fully).settings(), read(shortly).settings());
        assertEquals(read(fully).memory(), read(shortly).memory());
    }

    @Test
    void sequencesInteractionsAndUpdatesAreAllRead() {
        assertEquals(
                Successors.sequences(3, List.of(Ints.of(2, 0))),
                read("{" + P + ", " + F + ", sequence: [[2, 0]]}").memory().successors());
        assertEquals(
                Successors.associative(3),
                read("{" + P + ", " + F + ", sequence: 'associative'}").memory().successors());
        assertEquals(
                new Interaction.Softmax(0.5),
                read("{" + P + ", interaction: {softmax: {kappa: 0.5}}}")
                        .memory()
                        .interaction());
        assertEquals(
                15,
                ((Interaction.Threshold) read("{" + P + ", interaction: {threshold: {matches: 0.75}}}")
                                .memory()
                                .interaction())
                        .needed(20));
        assertEquals(
                new Update.Asynchronous(7),
                read("{" + P + ", " + F + ", update: {asynchronous: {seed: 7}}}")
                        .update());
        Timing timing = read("{" + P + ", interaction: {symmetric: 'linear', asymmetric: {polynomial: {degree: 3}}}, "
                        + "timing: {'steps-per-pattern': 2, lambda: 3}}")
                .memory()
                .timing();
        assertEquals(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2)), 3, new Interaction.Linear()), timing);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("{" + F + "}", "e.yaml:1:1: 'patterns' is missing"),
                Arguments.of("{" + P + "}", "e.yaml:1:1: 'interaction' is missing"),
                Arguments.of("{" + F + ", paterns: {}}", "e.yaml:1:34: paterns: unknown key; did you mean 'patterns'?"),
                Arguments.of("{mneme: 2}", "e.yaml:1:9: mneme: version 2 is not known; this program reads version 1"),
                Arguments.of(
                        "{" + F + ", patterns: 'x'}", "e.yaml:1:35: patterns: a mapping (key: value) is needed here"),
                Arguments.of(
                        "{" + F + ", patterns: {randm: {}}}",
                        "e.yaml:1:43: patterns.randm: unknown key; did you mean 'random'?"),
                Arguments.of(
                        "{" + F + ", patterns: {}}",
                        "e.yaml:1:35: patterns: exactly one of csv, drum, idx, images, npy, png, random, rows is needed here, found none"),
                Arguments.of(
                        "{" + F + ", patterns: {random: {count: 3, features: 0}}}",
                        "e.yaml:1:65: patterns.random.features: 0 is not in 1…2147483647"),
                Arguments.of(
                        "{" + F + ", patterns: {random: {count: 3, features: 9, bias: 1.5}}}",
                        "e.yaml:1:74: patterns.random.bias: 1.5 is not in -1…1"),
                Arguments.of(
                        "{" + P + ", interaction: {polynomial: {degree: 0}}}",
                        "interaction.polynomial.degree: 0 is not in 1…64"),
                Arguments.of("{" + P + ", interaction: {polynomial: {degree: 1.5}}}", "'1.5' is not a whole number"),
                Arguments.of(
                        "{" + P + ", interaction: {polynomial: {}}}", "interaction.polynomial: 'degree' is missing"),
                Arguments.of(
                        "{" + P + ", interaction: {polynomal: {degree: 2}}}",
                        "interaction.polynomal: unknown key; did you mean 'polynomial'?"),
                Arguments.of(
                        "{" + P + ", interaction: {polynomial: {degree: 2}, linear: {}}}",
                        "interaction: exactly one of linear, polynomial, exponential, threshold, softmax is needed here, found polynomial, linear"),
                Arguments.of(
                        "{" + P + ", interaction: 'polynomial'}",
                        "interaction: a degree is needed: {polynomial: {degree: 2}}"),
                Arguments.of(
                        "{" + P + ", interaction: 'expnential'}",
                        "'expnential' is unknown; did you mean 'exponential'?"),
                Arguments.of(
                        "{" + P + ", interaction: {exponential: {kappa: 0}}}",
                        "interaction.exponential.kappa: 0 is not a number above 0"),
                Arguments.of(
                        "{" + P + ", interaction: {exponential: {kappa: '.nan'}}}",
                        "interaction.exponential.kappa: '.nan' is not a finite number"),
                Arguments.of(
                        "{" + P + ", interaction: {threshold: {matches: 1.01}}}",
                        "interaction.threshold.matches: 1.01 is not in (0, 1]"),
                Arguments.of(
                        "{" + P + ", interaction: {symmetric: 'linear', asymmetric: 'linear'}}",
                        "interaction: symmetric and asymmetric interactions need a timing; add timing: {steps-per-pattern: 5}"),
                Arguments.of(
                        "{" + P + ", " + F + ", sequence: 'cycl'}",
                        "sequence: 'cycl' is unknown; did you mean 'cycle'?"),
                Arguments.of("{" + P + ", " + F + ", sequence: [[0, 3]]}", "sequence[0][1]: 3 is not in 0…2"),
                Arguments.of(
                        "{" + P + ", " + F + ", sequence: [0, 1]}",
                        "sequence[0]: a list of patterns is needed here, such as in [[0, 1, 2], [3, 4]]"),
                Arguments.of(
                        "{" + P + ", " + F + ", sequence: [[0]]}",
                        "sequence[0]: a sequence of 1 has no transition; give at least 2 patterns"),
                Arguments.of(
                        "{" + P + ", " + F + ", sequence: [[0, 1], [0, 2]]}",
                        "sequence[1]: 0 → 2 is not possible: pattern 0 already goes on to 1"),
                Arguments.of(
                        "{" + P + ", " + F + ", timing: {dwell: [1, 2]}}",
                        "timing.dwell: 2 values for 3 patterns; give one per pattern, or steps-per-pattern"),
                Arguments.of(
                        "{" + P + ", " + F + ", timing: {dwell: [1, 2, 0]}}", "timing.dwell[2]: 0 is not in 1…1000000"),
                Arguments.of(
                        "{" + P + ", " + F + ", timing: {lambda: 2}}",
                        "timing: exactly one of steps-per-pattern, dwell is needed here"),
                Arguments.of(
                        "{" + P + ", " + F + ", timing: {'steps-per-pattern': 2, lambda: -1}}",
                        "timing.lambda: -1 is not a number above 0"),
                Arguments.of(
                        "{" + P + ", " + F + ", timing: {'steps-per-patern': 2}}",
                        "timing.steps-per-patern: unknown key; did you mean 'steps-per-pattern'?"),
                Arguments.of(
                        "{" + P + ", " + F + ", 'self-coupling': 'excluded', learning: 'pseudoinverse'}",
                        "self-coupling: excluded is not defined with the pseudoinverse; use included, or hebbian learning"),
                Arguments.of(
                        "{" + P + ", " + F + ", learning: 'hebb'}",
                        "learning: 'hebb' is unknown; known are hebbian, pseudoinverse"),
                Arguments.of(
                        "{" + P + ", " + F + ", lowering: 'gradd'}",
                        "lowering: 'gradd' is unknown; did you mean 'graded'?"),
                Arguments.of(
                        "{" + P + ", " + F + ", tick: '1'}",
                        "tick: '1' has no unit; write s, ms or us, such as '1 ms'"),
                Arguments.of("{" + P + ", " + F + ", tick: '0 ms'}", "tick: '0 ms' is not a time above 0"),
                Arguments.of("{" + P + ", " + F + ", tick: 'soon'}", "tick: 'soon' is not a time such as '1 ms'"),
                Arguments.of("{" + P + ", " + F + ", tick: '1 min'}", "tick: 'min' is unknown; known are s, ms, us"),
                Arguments.of(
                        "{" + P + ", " + F + ", precision: {'payload-bits': 32}}",
                        "precision.payload-bits: 32 is not in 2…31"),
                Arguments.of(
                        "{" + P + ", " + F + ", precision: {'state-bits': 16}}",
                        "precision.state-bits: '16' is unknown; known are 24, 32"),
                Arguments.of(
                        "{" + P + ", " + F + ", update: {asynchronous: {sed: 1}}}",
                        "unknown key; did you mean 'seed'?"),
                Arguments.of("{" + P + ", " + F + ", name: ' '}", "name: a name is needed here"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeGetsOneSentenceThatNamesItsPlace(String settings, String sentence) {
        String message =
                assertThrows(SettingException.class, () -> read(settings)).getMessage();

        assertEquals(
                sentence,
                sentence.startsWith("e.yaml") ? message : message.substring(message.length() - sentence.length()));
    }

    @Test
    void moreRandomPatternsThanMemoryAreRefusedBeforeTheyAreDrawn() {
        String message = assertThrows(
                        SettingException.class,
                        () -> read("{" + F + ", patterns: {random: {count: 2000000000, features: 100000}}}"))
                .getMessage();

        assertEquals(
                "e.yaml:1:52: patterns.random.count: 2000000000 patterns of 100000 features need 23849488 MiB",
                message.substring(0, message.indexOf(", more than the Java heap of ")));
    }
}
