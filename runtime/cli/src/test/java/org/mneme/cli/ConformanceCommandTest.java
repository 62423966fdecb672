package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class ConformanceCommandTest {
    private static Outcome onEmulator(Object... args) {
        Outcome outcome = Outcome.of(args);
        assumeFalse(outcome.err().contains("left out of this build"), "no C compiler built the emulator");
        return outcome;
    }

    @Test
    void theEmulatorPassesEveryVector() {
        Outcome outcome = onEmulator("conformance", "emulator:").succeeded();
        assertTrue(outcome.out().startsWith("emulator:, emulated: "), outcome::out);
        assertTrue(outcome.lastLine().matches("\\d+ passed, 0 failed, 0 do not apply"), outcome::lastLine);
        assertTrue(outcome.out().contains("lif-strict-threshold"), outcome::out);
    }

    @Test
    void whatATargetDoesNotAcceptIsLeftOutAndWhyIsSaid() {
        JsonNode json = onEmulator("conformance", "emulator:?target=tinyodin", "--json")
                .succeeded()
                .json();
        assertEquals("tinyodin", json.get("target").asText());
        assertEquals("emulated", json.get("kind").asText());
        assertTrue(json.get("passes").asBoolean());
        int passed = 0;
        for (JsonNode vector : json.get("vectors")) {
            boolean leftOut = vector.get("outcome").asText().equals("not-applicable");
            assertFalse(leftOut && vector.get("remarks").isEmpty(), vector::toString);
            passed += vector.get("outcome").asText().equals("passed") ? 1 : 0;
        }
        assertTrue(passed > 0 && passed < json.get("vectors").size(), () -> json.toString());
    }

    @Test
    void boardsThatAreNotThereAreRefusedInASentence() {
        Outcome.of("conformance", "nosuchboard:").refused("nosuchboard");
        Outcome.of("conformance", "no-uri").refused("no-uri");
    }
}
