package org.mneme.cli.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mneme.InvalidValueException;
import org.mneme.runtime.config.Setting;

/** Settings given on the command line as {@code KEY=VALUE}, laid over those of a file. */
public final class Overrides {
    private static final String ORIGIN = "--set";
    private static final Set<String> SIDES = Set.of("symmetric", "asymmetric");
    private static final Set<String> HOLDS = Set.of("steps-per-pattern", "dwell");

    private Overrides() {}

    /**
     * A path and the text given for it.
     *
     * @param path such as "interaction.polynomial.degree"
     * @param text YAML
     * @param origin the option that gave it, which mistakes name
     */
    public record Assignment(String path, String text, String origin) {
        /**
         * Creates an assignment of {@code --set}.
         *
         * @param path such as "interaction.polynomial.degree"
         * @param text YAML
         */
        public Assignment(String path, String text) {
            this(path, text, ORIGIN);
        }

        /**
         * Splits {@code KEY=VALUE}.
         *
         * @param option the option's argument
         * @return its parts
         * @throws InvalidValueException if there is no key or no '='
         */
        public static Assignment parse(String option) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new InvalidValueException(
                        ORIGIN, "'" + option + "'", "of the form KEY=VALUE, such as interaction.polynomial.degree=3");
            }
            return new Assignment(
                    option.substring(0, equals).strip(),
                    option.substring(equals + 1).strip());
        }
    }

    /**
     * Lays settings over others: a mapping on the way to a key is made where it is missing, and replaces a single value.
     * Where only one of several keys can stand, as under {@code interaction}, the new one replaces the old.
     *
     * @param root the settings of a file
     * @param overrides in order; later ones win
     * @return new settings
     */
    public static Setting.Group apply(Setting.Group root, List<Assignment> overrides) {
        Setting.Group result = root;
        for (Assignment override : overrides) {
            Setting value = YamlSettings.value(override.text(), override.origin(), override.path());
            result = put(result, List.of(override.path().split("\\.", -1)), value);
        }
        return result;
    }

    /** A choice replaces the one there: a memory has one interaction, patterns come from one source. */
    private static void choose(String path, String key, Map<String, Setting> entries) {
        switch (path) {
            case "patterns", "lowering", "interaction.symmetric", "interaction.asymmetric" ->
                entries.keySet().removeIf(other -> !other.equals(key));
            case "interaction" ->
                entries.keySet()
                        .removeIf(other -> !other.equals(key) && !(SIDES.contains(key) && SIDES.contains(other)));
            case "timing" ->
                entries.keySet().removeIf(other -> !other.equals(key) && HOLDS.contains(key) && HOLDS.contains(other));
            default -> {
                // all keys stand side by side
            }
        }
    }

    private static Setting.Group put(Setting.Group group, List<String> keys, Setting value) {
        String key = keys.getFirst();
        if (key.isBlank()) {
            throw value.error("the key has an empty part");
        }
        Map<String, Setting> entries = new LinkedHashMap<>(group.entries());
        if (keys.size() == 1) {
            choose(group.path(), key, entries);
            entries.put(key, value);
        } else {
            choose(group.path(), key, entries);
            String inner = group.path().isEmpty() ? key : group.path() + "." + key;
            Setting.Group below = entries.get(key) instanceof Setting.Group old
                    ? old
                    : new Setting.Group(value.place(), inner, Map.of());
            entries.put(key, put(below, keys.subList(1, keys.size()), value));
        }
        return new Setting.Group(group.place(), group.path(), entries);
    }
}
