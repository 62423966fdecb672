package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StandardOutputTest {
    private final StringWriter err = new StringWriter();

    private int printTo(OutputStream target) {
        StandardOutput standard = new StandardOutput(target);
        PrintWriter out = new PrintWriter(standard, true, StandardCharsets.UTF_8);
        int code = Mneme.execute(out, new PrintWriter(err), "schema");
        return standard.check(code, new PrintWriter(err, true));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void everythingIsPassedOn() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertEquals(0, printTo(bytes));

        assertEquals(Outcome.of("schema").out(), bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void readerThatGoesAwayIsNoFailure() {
        assertEquals(0, printTo(failing("Broken pipe")));
        assertEquals("", err.toString());
    }

    @Test
    void fullDiskIsTold() {
        assertEquals(2, printTo(failing("No space left on device")));
        assertEquals(
                "mneme: the standard output cannot be written (No space left on device)",
                err.toString().strip());
    }
}
