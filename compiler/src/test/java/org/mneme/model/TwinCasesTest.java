package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/** The reference recall and the capacity theory against an independent implementation, by the file of cases it wrote. */
class TwinCasesTest {
    private static final Path CASES = Path.of("..", "examples", "api", "python", "cases.json");

    private static final List<String> INTERACTIONS =
            List.of("linear", "polynomial", "exponential", "softmax", "threshold");

    @TestFactory
    Stream<DynamicTest> everyStateEqualsTheTwins() throws IOException {
        return list("cases").stream()
                .map(node -> DynamicTest.dynamicTest(node.required("name").asText(), () -> check(node)));
    }

    @TestFactory
    Stream<DynamicTest> everyFormulaEqualsTheTwins() throws IOException {
        return list("theory").stream()
                .map(node ->
                        DynamicTest.dynamicTest(node.required("formula").asText() + " " + node.required("args"), () -> {
                            double expected = node.required("value").asDouble();
                            double actual = formula(node.required("formula").asText(), node.required("args"));
                            assertEquals(expected, actual, Math.abs(expected) * 1e-11);
                        }));
    }

    @Test
    void everyKindOfCaseIsThere() throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (JsonNode node : list("cases")) {
            kinds.add(node.required("interaction").fieldNames().next());
            kinds.add(node.required("selfCoupling").asText());
            kinds.add(node.required("learning").asText());
            kinds.add(timingKind(node.required("timing")));
            kinds.add(node.required("order").isNull() ? "synchronous" : "asynchronous");
            kinds.add(node.required("ended").asBoolean() ? "ends" : "goes on");
            kinds.add(node.required("patterns").toString().contains("0") ? "diluted" : "dense");
        }
        Set<String> all = new TreeSet<>(INTERACTIONS);
        all.addAll(List.of("included", "excluded", "hebbian", "pseudoinverse"));
        all.addAll(List.of("no timing", "one tau", "a tau a pattern", "kernel"));
        all.addAll(List.of("synchronous", "asynchronous", "ends", "goes on", "diluted", "dense"));
        assertEquals(all, kinds);
    }

    private static String timingKind(JsonNode timing) {
        if (timing.isNull()) {
            return "no timing";
        }
        if (timing.has("weights")) {
            return "kernel";
        }
        return timing.required("tau").size() == 1 ? "one tau" : "a tau a pattern";
    }

    private static void check(JsonNode node) {
        SequenceMemory memory = memory(node);
        ReferenceRecall recall = ReferenceRecall.exact(memory);
        recall.cue(Signs.parse(node.required("cue").asText()));
        List<String> expected = texts(node.required("states"));
        JsonNode order = node.required("order");
        List<String> states = new ArrayList<>(List.of(recall.state().toString()));
        boolean ended = false;
        for (int t = 0; t < node.required("steps").asInt() && !ended; t++) {
            ended = order.isNull()
                    ? !recall.step()
                    : !recall.stepAsynchronous(ints(order.get(t)).toArray());
            if (!ended) {
                states.add(recall.state().toString());
            }
        }
        assertEquals(expected, states);
        assertEquals(node.required("ended").asBoolean(), ended);
        assertEquals(memory.learning() == Learning.PSEUDOINVERSE ? "double" : "exact", recall.arithmetic());
    }

    private static SequenceMemory memory(JsonNode node) {
        PatternSet patterns = PatternSet.of(
                texts(node.required("patterns")).stream().map(Signs::parse).toList());
        assertEquals(node.required("P").asInt(), patterns.count());
        assertEquals(node.required("N").asInt(), patterns.features());
        JsonNode timing = node.required("timing");
        return new SequenceMemory(
                patterns,
                new Successors(ints(node.required("next"))),
                interaction(node.required("interaction")),
                node.required("selfCoupling").asText().equals("excluded")
                        ? SelfCoupling.EXCLUDED
                        : SelfCoupling.INCLUDED,
                node.required("learning").asText().equals("pseudoinverse") ? Learning.PSEUDOINVERSE : Learning.HEBBIAN,
                timing.isNull()
                        ? new Timing.OneStep()
                        : new Timing.Mixed(
                                trace(timing),
                                number(timing.required("lambda")),
                                interaction(node.required("symmetric"))));
    }

    private static Timing.Trace trace(JsonNode timing) {
        return timing.has("weights")
                ? new Timing.Trace.Kernel(stream(timing.required("weights"))
                        .map(TwinCasesTest::number)
                        .toList())
                : new Timing.Trace.Boxcar(ints(timing.required("tau")));
    }

    private static Interaction interaction(JsonNode node) {
        String kind = node.fieldNames().next();
        JsonNode given = node.required(kind);
        return switch (kind) {
            case "linear" -> new Interaction.Linear();
            case "polynomial" ->
                new Interaction.Polynomial(given.required("degree").asInt());
            case "exponential" -> new Interaction.Exponential(number(given.required("kappa")));
            case "softmax" -> new Interaction.Softmax(number(given.required("kappa")));
            case "threshold" ->
                new Interaction.Threshold(
                        new BigDecimal(given.required("matches").asText()));
            default -> throw new AssertionError(kind);
        };
    }

    private static double formula(String name, JsonNode args) {
        int n = args.path("N").asInt();
        int d = args.path("d").asInt();
        int s = args.path("dS").asInt();
        int a = args.path("dA").asInt();
        int p = args.path("P").asInt();
        int tau = args.path("tau").asInt();
        double lambda = args.has("lambda") ? number(args.required("lambda")) : 0;
        return switch (name) {
            case "polynomialTransition" -> CapacityTheory.polynomialTransition(n, d);
            case "polynomialSequence" -> CapacityTheory.polynomialSequence(n, d);
            case "exponentialTransition" -> CapacityTheory.exponentialTransition(n);
            case "exponentialSequence" -> CapacityTheory.exponentialSequence(n);
            case "mixedPolynomialTransition" -> CapacityTheory.mixedPolynomialTransition(n, s, a, lambda);
            case "mixedPolynomialSequenceMin" -> CapacityTheory.mixedPolynomialSequence(n, s, a, lambda);
            case "mixedPolynomialSequenceMinPlusOne" ->
                CapacityTheory.mixedPolynomialSequenceByUnionBound(n, s, a, lambda);
            case "mixedExponentialTransition" -> CapacityTheory.mixedExponentialTransition(n, lambda);
            case "mixedExponentialSequence" -> CapacityTheory.mixedExponentialSequence(n, lambda);
            case "crosstalkVariance" -> CapacityTheory.crosstalkVariance(n, p);
            case "crosstalkExcessKurtosis" -> CapacityTheory.crosstalkExcessKurtosis(n, p);
            case "dwell" -> CapacityTheory.dwell(tau, lambda, a);
            case "dwellDegreeBound" -> CapacityTheory.dwellDegreeBound(tau, lambda);
            default -> throw new AssertionError(name);
        };
    }

    private static List<JsonNode> list(String name) throws IOException {
        List<JsonNode> nodes = stream(
                        new ObjectMapper().readTree(Files.readString(CASES)).required(name))
                .toList();
        assertTrue(!nodes.isEmpty(), name);
        return nodes;
    }

    private static double number(JsonNode node) {
        return Double.parseDouble(node.asText());
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Ints ints(JsonNode array) {
        return Ints.of(stream(array).mapToInt(JsonNode::asInt).toArray());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        assertTrue(array.isArray());
        return StreamSupport.stream(array.spliterator(), false);
    }
}
