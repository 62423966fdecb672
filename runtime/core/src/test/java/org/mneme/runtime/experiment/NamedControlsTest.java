package org.mneme.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.bits.Ints;
import org.mneme.runtime.config.SettingException;

/** Controls of patterns whose motifs are called verse (0, 1) and chorus (2, 3). */
class NamedControlsTest {
    private static Experiment read(String controls) {
        return ExperimentReader.read(
                Trees.parse("{patterns: {drum: 1}, interaction: 'exponential', controls: " + controls + "}"),
                Path.of("."));
    }

    private static String refused(String controls) {
        return assertThrows(SettingException.class, () -> read(controls)).getMessage();
    }

    private static Ints gate(String gate) {
        return ((RunControl.Gate) read("[{at: 5, gate: " + gate + "}]")
                        .controls()
                        .events()
                        .getFirst())
                .open();
    }

    @Test
    void gateOfAMotifOpensItsUnits() {
        assertEquals(Ints.of(0, 1), gate("'verse'"));
        assertEquals(Ints.of(2, 3), gate("'chorus'"));
        assertEquals(Ints.of(0, 1, 2, 3), gate("['verse', 'chorus']"));
        assertEquals(Ints.of(1, 2, 3), gate("['chorus', 1]"));
        assertEquals(Ints.of(0, 1, 2, 3), gate("'all'"));
        assertEquals(Ints.of(1, 2), gate("'1-2'"));
    }

    @Test
    void motifsArePlayedByName() {
        assertEquals(
                List.of(1, 0, 1),
                read("[{play: ['chorus', 'verse', 1]}]").controls().play());
    }

    @Test
    void mistypedNameIsToldWithTheNearest() {
        assertTrue(refused("[{at: 5, gate: 'vers'}]").endsWith("did you mean 'verse'?"));
        assertTrue(refused("[{at: 5, gate: ['chorus', 'versa']}]").endsWith("did you mean 'verse'?"));
        assertTrue(refused("[{play: ['chors']}]").endsWith("did you mean 'chorus'?"));
        assertTrue(refused("[{play: [2]}]").contains("2 is not in 0…1"));
        assertTrue(refused("[{at: 5, gate: [4]}]").contains("4 is not a hidden unit in 0…3"));
    }

    @ParameterizedTest
    @CsvSource({"'1,1'", "'2-1'"})
    void rangesAreStillRead(String ranges) {
        assertTrue(refused("[{at: 5, gate: '" + ranges + "'}]").contains("gate"));
    }

    @Test
    void cueNowIsReadAndWritten() {
        Experiment experiment = read("[{at: 5, cue: 'now', noise: 0.3}]");

        assertEquals(
                List.of(new RunControl.Cue(5, RunControl.Cue.NOW, 0.3)),
                experiment.controls().events());
        List<?> written = (List<?>) experiment.settings().get("controls");
        assertEquals("now", written == null ? "" : ((Map<?, ?>) written.getFirst()).get("cue"));
        assertTrue(refused("[{at: 5, cue: 'then'}]").contains("'then' is not a whole number"));
        assertTrue(refused("[{at: 5, cue: -1}]").contains("-1 is not in 0…3"));
    }
}
