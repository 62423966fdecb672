package org.mneme.runtime.config;

/**
 * Where a setting was written.
 *
 * @param origin a file name, or what else gave it, such as "--set"
 * @param line 1-based; 0 where there is none
 * @param column 1-based; 0 where there is none
 */
public record Place(String origin, int line, int column) {
    @Override
    public String toString() {
        return line > 0 ? origin + ":" + line + ":" + column : origin;
    }
}
