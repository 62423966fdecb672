package org.mneme.motor.music;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ExampleTunesTest {
    @Test
    void examplesAreWhatTheseTunesMake() throws IOException {
        assertArrayEquals(
                ExampleTunes.minuet().bytes(1),
                Files.readAllBytes(Given.examples().resolve("minuet.mid")));
        assertArrayEquals(
                ExampleTunes.prelude(64, 6).bytes(1),
                Files.readAllBytes(Given.examples().resolve("prelude.mid")));
    }

    @Test
    void preludeHasAboutAThousandNotes() {
        int notes =
                MidiReader.read(Given.examples().resolve("prelude.mid")).notes().size();
        assertTrue(notes >= 1000, notes + " notes");
    }

    @Test
    void minuetHasItsBars() {
        MidiMusic music = MidiReader.read(Given.examples().resolve("minuet.mid"));
        assertEquals(32, new BarLines(Given.examples(), music, new Grid(8), 32 * 6).count());
    }
}
