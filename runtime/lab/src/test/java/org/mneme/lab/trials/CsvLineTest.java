package org.mneme.lab.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void cellsSurviveQuotes() {
        List<String> cells = List.of("plain", "a,b", "say \"so\"", "", " edge ");

        assertEquals("plain,\"a,b\",\"say \"\"so\"\"\",,\" edge \"", CsvLine.join(cells));
        assertEquals(cells, CsvLine.split(CsvLine.join(cells)));
        assertEquals("one line", CsvLine.join(List.of("one\nline")));
    }
}
