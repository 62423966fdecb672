package org.mneme.runtime.patterns;

import java.nio.file.Path;
import java.util.Map;
import org.mneme.runtime.config.Setting;

/** Makes patterns from settings; found by {@link java.util.ServiceLoader}. */
public interface PatternSource {
    /**
     * Returns the key under {@code patterns:} that picks it.
     *
     * @return for example "csv"
     */
    String key();

    /**
     * Makes the patterns.
     *
     * @param setting what stands under the key
     * @param folder relative file names are resolved against it
     * @return the patterns
     * @throws org.mneme.InputException if a setting or a file is wrong
     */
    EncodedPatterns load(Setting setting, Path folder);

    /**
     * Returns what holds where a setting is not written, so that results can state it.
     *
     * @return key → value, as it would be written
     */
    default Map<String, String> defaults() {
        return Map.of();
    }

    /**
     * Returns the key that a single value is short for: {@code csv: FILE} is {@code csv: {file: FILE}}.
     *
     * @return the key
     */
    default String shortFor() {
        return "file";
    }
}
