package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
    @Test
    void barShowsTheShareDoneAndTheTimeLeft() {
        assertEquals(
                "recall [===============               ]  50 %, 12 s left",
                ProgressBar.text("recall", 5, 10, 12).strip());
        assertEquals(
                "sweep [" + " ".repeat(30) + "]   0 %",
                ProgressBar.text("sweep", 0, 10, 12).strip());
        assertEquals(
                "sweep [" + "=".repeat(30) + "] 100 %, 0 s left",
                ProgressBar.text("sweep", 10, 10, 12).strip());
    }

    @Test
    void nothingIsDrawnForShortWork() {
        StringWriter err = new StringWriter();

        try (ProgressBar bar = ProgressBar.on(new PrintWriter(err), "recall")) {
            bar.update(1, 2);
            bar.update(2, 2);
        }

        // On a terminal too: short work shows no bar.
        assertEquals("", err.toString());
    }
}
