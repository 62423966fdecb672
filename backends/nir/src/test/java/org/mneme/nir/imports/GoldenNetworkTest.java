package org.mneme.nir.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenNetworkTest {
    static Stream<String> networks() {
        return Golden.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void spikesAndPotentialsAreThoseOfTheStepper(String name) {
        Golden golden = Golden.of(name);
        assertTrue(golden.spikes().size() > 10, "a network that is silent tests little");
        for (String backend : List.of("dense", "simulator")) {
            assertEquals(List.of(), golden.differences(new NirImporter(), backend), backend);
        }
    }
}
