package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a run goes on that is told something. */
final class ControlledStepsTest {
    @TempDir
    private Path folder;

    private Path cycle(String lowering) {
        return Checkout.write(folder.resolve("cycle.yaml"), """
                patterns: {random: {count: 6, features: 64, seed: 1}}
                interaction: {exponential: {kappa: 0.2}}
                timing: {steps-per-pattern: 2}
                lowering: %s
                """.formatted(lowering));
    }

    @Test
    void withoutStepsItEndsWhenAllWasShown() {
        JsonNode result = Outcome.json(cycle("spiking"), "--tempo", "0:1");

        assertTrue(
                result.at("/recall/steps").asInt() <= 13,
                () -> result.get("recall").toString());
    }

    @Test
    void stepsThatAreAskedForAreDone() {
        JsonNode result = Outcome.json(cycle("spiking"), "--tempo", "0:1", "--steps", 50);

        assertEquals(50, result.at("/recall/steps").asInt());
        assertEquals(0, result.at("/recall/bitErrors").asInt());
        assertEquals(0, result.at("/recall/orderErrors").asInt());
        assertTrue(result.at("/recall/success").asBoolean());
    }

    @Test
    void stepsOfAPauseAreCountedToo() {
        JsonNode result = Outcome.json(cycle("spiking"), "--tempo", "20:0", "--steps", 40);

        assertEquals(40, result.at("/recall/steps").asInt());
        JsonNode winners = result.at("/recall/winners");
        assertEquals(winners.get(20).asInt(), winners.get(40).asInt());
    }

    @Test
    void pauseThatShowsNoStepsEndsTheRun() {
        Path file = Checkout.write(folder.resolve("random.yaml"), """
                patterns: {random: {count: 6, features: 64, seed: 1}}
                interaction: {exponential: {kappa: 0.2}}
                lowering: stochastic
                """);
        JsonNode result = Outcome.json(file, "--tempo", "2000:0", "--steps", 10_000);

        assertTrue(result.at("/recall/steps").asInt() < 10_000);
        assertTrue(
                result.get("notes").toString().contains("nothing ends the pause"),
                () -> result.get("notes").toString());
    }

    @Test
    void chainThatFallsSilentEndsBeforeItsSteps() {
        JsonNode result = Outcome.json(cycle("spiking"), "--set", "sequence=chain", "--gate", "0-5", "--steps", 500);

        assertTrue(result.at("/recall/steps").asInt() < 20);
        assertTrue(result.at("/recall/success").asBoolean());
    }
}
