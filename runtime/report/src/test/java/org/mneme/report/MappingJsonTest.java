package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.map.Violation;
import org.mneme.report.SampleMappings.Shape;

class MappingJsonTest {
    private static final MappedMemory PLAIN = SampleMappings.memory("plain", Shape.CHIP, 16);

    @TempDir
    Path folder;

    @Test
    void everyNumberIsThere() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MappingJson.write(PLAIN, bytes);
        JsonNode json = new ObjectMapper().readTree(bytes.toByteArray());
        assertEquals("mneme.mapping", json.get("schema").textValue());
        assertTrue(json.get("fits").booleanValue());
        assertEquals("envelope", json.at("/target/arithmetic").textValue());
        assertEquals(
                "its sums wrap, ours saturate", json.at("/target/differences/0").textValue());
        assertEquals(17, json.at("/cores/used").intValue());
        assertEquals(128, json.at("/cores/available").intValue());
        assertEquals(17, json.get("placement").size());
        assertEquals(16, json.at("/placement/0/used/neurons-per-core").intValue());
        assertEquals("rails", json.at("/placement/0/slices/0/population").textValue());
        assertEquals("unverified", json.at("/limits/2/status").textValue());
        assertTrue(json.at("/limits/3/limit").isNull());
        assertEquals(12.5, json.at("/perTick/spikes").doubleValue());
        assertTrue(json.at("/perTick/seconds").isNull());
        assertEquals(19, json.at("/quality/cueNoise/0/after").intValue());
        assertEquals(0.01, json.at("/graph/populations/0/spikesPerTick").doubleValue());
        assertEquals(4, json.get("links").size());
        assertEquals("[1,0]", "[" + json.at("/links/0/toX") + "," + json.at("/links/0/toY") + "]");
    }

    @Test
    void refusalsAreWhole() throws IOException {
        Path file = folder.resolve("no.json");
        Refusal refusal = new Refusal(
                Violation.Scope.NEVER_FITS, "population ramp", "needs a floor", "use loihi1", Optional.empty());
        MappingJson.write("plain", PLAIN.mapping().target(), List.of(refusal), file);
        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        assertEquals("never-fits", json.at("/violations/0/scope").textValue());
        assertEquals("use loihi1", json.at("/violations/0/remedy").textValue());
        assertTrue(json.at("/violations/0/quantity").isMissingNode());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }
}
