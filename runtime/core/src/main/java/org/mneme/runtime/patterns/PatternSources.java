package org.mneme.runtime.patterns;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.mneme.runtime.config.Setting;

/** The pattern sources that are there, found by {@link ServiceLoader}, and reading of {@code patterns:} with them. */
public final class PatternSources {
    private PatternSources() {}

    /**
     * Returns all sources.
     *
     * @return ascending by key
     */
    public static List<PatternSource> all() {
        return ServiceLoader.load(PatternSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(PatternSource::key))
                .toList();
    }

    /**
     * Makes the patterns that a setting asks for.
     *
     * @param patterns a mapping with one key, that of the source
     * @param folder relative file names are resolved against it
     * @return the patterns
     * @throws org.mneme.runtime.config.SettingException if the source is unknown (with the nearest one) or a setting is wrong
     * @throws org.mneme.InputException if a file is wrong
     */
    public static EncodedPatterns load(Setting patterns, Path folder) {
        PatternSource source = source(patterns);
        return source.load(patterns.group().get(source.key()), folder);
    }

    /**
     * Returns the settings of patterns with all defaults filled in.
     *
     * @param patterns a mapping with one key, that of the source
     * @return source key → its settings; texts, numbers, booleans, lists and mappings
     * @throws org.mneme.runtime.config.SettingException if the source is unknown
     */
    public static Map<String, Object> settings(Setting patterns) {
        PatternSource source = source(patterns);
        Map<String, Object> filled = new LinkedHashMap<>();
        switch (patterns.group().get(source.key())) {
            case Setting.Group group -> group.entries().forEach((key, value) -> filled.put(key, Plain.of(value)));
            case Setting.Value value -> filled.put(source.shortFor(), Plain.of(value));
            case Setting.Items items -> {
                return Map.of(source.key(), Plain.of(items));
            }
        }
        source.defaults().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> filled.putIfAbsent(e.getKey(), Plain.of(e.getValue())));
        return Map.of(source.key(), filled);
    }

    private static PatternSource source(Setting patterns) {
        List<PatternSource> all = all();
        String key =
                patterns.group().single(all.stream().map(PatternSource::key).toArray(String[]::new));
        return all.stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    }
}
