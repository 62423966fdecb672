package org.mneme.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.result.ResultFileException;

/** JSON, on the standard output or in a file. */
final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonText() {}

    /**
     * Prints a mapping.
     *
     * @param values texts, numbers, truths, lists and mappings
     * @param out where to
     */
    static void print(Map<String, ?> values, PrintWriter out) {
        try {
            out.println(MAPPER.writeValueAsString(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes a mapping.
     *
     * @param values texts, numbers, truths, lists and mappings
     * @param file a JSON file; written whole or not at all
     * @throws ResultFileException if it cannot be written
     */
    static void write(Map<String, ?> values, Path file) {
        try {
            WholeFile.write(file, out -> {
                out.write(MAPPER.writeValueAsBytes(values));
                out.write('\n');
            });
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }
}
