package org.mneme.board.driver;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The URI of a board: {@code scheme:path?key=value&key=value}. Options are written as they are, without escapes.
 *
 * @param scheme lower case; names the driver
 * @param path which of the driver's boards; possibly empty
 * @param options in order
 */
public record BoardUri(String scheme, String path, Map<String, String> options) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):([^?\\s]*)(?:\\?(\\S*))?");

    /** Copies the options. */
    public BoardUri {
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Reads a URI.
     *
     * @param text such as {@code emulator:?target=loihi1&chips=4}
     * @return its parts
     * @throws BoardUriException if it is none
     */
    public static BoardUri parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BoardUriException(
                    text, "a board is named by a URI such as 'emulator:' or 'emulator:?target=loihi1'");
        }
        Map<String, String> options = new LinkedHashMap<>();
        String query = form.group(3);
        if (query != null && !query.isEmpty()) {
            for (String option : query.split("&", -1)) {
                int equals = option.indexOf('=');
                if (equals < 1) {
                    throw new BoardUriException(text, "option '" + option + "' has to be written key=value");
                }
                if (options.put(option.substring(0, equals), option.substring(equals + 1)) != null) {
                    throw new BoardUriException(text, "option " + option.substring(0, equals) + " is given twice");
                }
            }
        }
        return new BoardUri(form.group(1).toLowerCase(Locale.ROOT), form.group(2), options);
    }

    /**
     * Returns the same with other options.
     *
     * @param others in order
     * @return a new URI
     */
    public BoardUri with(Map<String, String> others) {
        return new BoardUri(scheme, path, others);
    }

    /** Returns it as it is written. */
    @Override
    public String toString() {
        return scheme + ":" + path
                + (options.isEmpty()
                        ? ""
                        : options.entrySet().stream()
                                .map(option -> option.getKey() + "=" + option.getValue())
                                .collect(Collectors.joining("&", "?", "")));
    }
}
