package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record Outcome(int code, String out, String err) {
    private static final int LONGEST_SENTENCE = 2100;

    /** Runs a command in this process. */
    static Outcome of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[args.length];
        for (int k = 0; k < args.length; k++) {
            words[k] = args[k].toString();
        }
        int code = Mneme.execute(new PrintWriter(out), new PrintWriter(err), words);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** Runs a memory with more arguments and returns the JSON, whatever the exit code. */
    static JsonNode json(Object... args) {
        Object[] all = new Object[args.length + 3];
        all[0] = "run";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--json";
        all[args.length + 2] = "-";
        Outcome outcome = of(all);
        assertTrue(outcome.code() <= 1, outcome::toString);
        return outcome.json();
    }

    /** What was printed, as JSON. */
    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line that was printed. */
    String lastLine() {
        List<String> lines = out.lines().toList();
        return lines.isEmpty() ? "" : lines.getLast();
    }

    /** Requires exit code 0. */
    Outcome succeeded() {
        assertEquals(0, code, this::toString);
        return this;
    }

    /** Requires exit code 2 and nothing but one sentence that holds the given words. */
    void refused(String... words) {
        assertEquals(2, code, this::toString);
        assertEquals("", out);
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.startsWith("mneme: ") && err.endsWith("\n"), err);
        assertFalse(err.contains("Exception") || err.contains("java."), err);
        assertTrue(err.length() < LONGEST_SENTENCE, () -> err.length() + " characters");
        for (String word : words) {
            assertTrue(err.contains(word), () -> "'" + word + "' is not in: " + err);
        }
    }
}
