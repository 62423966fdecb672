package org.mneme.board.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;

class TargetSizesTest {
    @Test
    void theEmulatorIsWhatItIsToldToBe() {
        Target target = Targets.named("emulator?chips=4&neurons-per-core=4096&synapse-energy=1.5e-12");

        assertEquals(4096, target.limit(Quantity.NEURONS_PER_CORE));
        assertEquals(1.5e-12, target.value(Quantity.SYNAPSE_ENERGY).orElseThrow());
        assertEquals(Status.KNOWN, target.figure(Quantity.NEURONS_PER_CORE).status());
        assertTrue(target.figure(Quantity.NEURONS_PER_CORE).source().startsWith("option "));
        assertNotEquals(Targets.named("emulator").digest(), target.digest());
    }

    @Test
    void whatIsSaidOfAChipIsAssumedFromThenOn() {
        Target target = Targets.named("loihi1?chips=2");

        assertEquals(2, target.limit(Quantity.CHIPS));
        assertEquals(Status.ASSUMED, target.figure(Quantity.CHIPS).status());
        assertEquals(Status.KNOWN, target.figure(Quantity.NEURONS_PER_CORE).status());
    }

    @ParameterizedTest
    @CsvSource({
        "emulator?chips=4, 2, 2, 16, 16, 1",
        "emulator?chips=7, 4, 2, 16, 16, 1",
        "emulator?chips=1, 1, 1, 16, 16, 1",
        "emulator?chips=4&chip-columns=4&chip-rows=1, 4, 1, 16, 16, 1",
        "emulator?cores-per-chip=4, 1, 1, 2, 2, 1",
        "emulator?cores-per-chip=1000, 1, 1, 33, 31, 1",
        "emulator?cores-per-chip=8&cores-per-tile=4, 1, 1, 2, 1, 4",
        "loihi1?cores-per-chip=20, 8, 4, 3, 2, 4",
        "spinnaker1?cores-per-chip=17, 8, 8, 1, 1, 17"
    })
    void gridsAreTheMostSquareThatHoldThem(
            String specification, int chipColumns, int chipRows, int columns, int rows, int coresPerTile) {
        Target target = Targets.named(specification);

        assertEquals(chipColumns, target.limit(Quantity.CHIP_COLUMNS));
        assertEquals(chipRows, target.limit(Quantity.CHIP_ROWS));
        assertEquals(columns, target.limit(Quantity.TILE_COLUMNS));
        assertEquals(rows, target.limit(Quantity.TILE_ROWS));
        assertEquals(coresPerTile, target.limit(Quantity.CORES_PER_TILE));
    }

    @Test
    void infiniteIsNoLimit() {
        assertEquals(
                Long.MAX_VALUE, Targets.named("emulator?neurons-per-core=inf").limit(Quantity.NEURONS_PER_CORE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "emulator?chip=2 | there is no quantity 'chip'; did you mean 'chips'?",
                "emulator?chips | 'chips' is no option of a target; write quantity=value, such as chips=4",
                "emulator? | '' is no option of a target; write quantity=value, such as chips=4",
                "emulator?chips=four | chips: 'four' is not a number of chips, nor inf",
                "emulator?chips=1e999 | chips: '1e999' is not a number of chips, nor inf",
                "emulator?chips=0 | chips is 0, not 1 or more",
                "emulator?chips=1.5 | chips is 1.5, not whole",
                "emulator?chips=inf | chips is inf, not a number that can be counted to",
                "emulator?chips=2&chips=3 | chips is given twice; keep one",
                "emulator?chips=1e10 | it has 2560000000000 cores, more than can be numbered",
                "emulator?chips=9&chip-columns=2 | chips is 9, above chip-columns × chip-rows, which is 2",
                "tinyodin?chips=2 | it has 2 cores, but no routing between them",
                "loihi1?payload-bits=1 | payload-bits is 1, not 0 (binary spikes) or 2…32 (with the sign)"
            })
    void impossibleSizesAreRefused(String specification, String sentence) {
        TargetFileException e = assertThrows(TargetFileException.class, () -> Targets.named(specification));

        assertTrue(e.mistake().startsWith(sentence), e.getMessage());
        assertTrue(e.getMessage().startsWith(specification + ": "), e.getMessage());
    }
}
