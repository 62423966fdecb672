package org.mneme.runtime.config;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A node of a tree of settings. */
public sealed interface Setting {
    /**
     * Returns where it was written.
     *
     * @return the place
     */
    Place place();

    /**
     * Returns its path from the root, such as "interaction.polynomial.degree".
     *
     * @return empty for the root
     */
    String path();

    /**
     * Makes an error about this setting.
     *
     * @param mistake what is wrong and the nearest fix
     * @return the error, to be thrown
     */
    default SettingException error(String mistake) {
        return new SettingException(place(), path(), mistake);
    }

    /**
     * Returns this setting as a mapping.
     *
     * @return itself
     * @throws SettingException if it is none
     */
    default Group group() {
        if (this instanceof Group group) {
            return group;
        }
        throw error("a mapping (key: value) is needed here");
    }

    /**
     * Returns this setting as a list.
     *
     * @return itself
     * @throws SettingException if it is none
     */
    default Items items() {
        if (this instanceof Items items) {
            return items;
        }
        throw error("a list ([…]) is needed here");
    }

    /**
     * Returns this setting as a scalar.
     *
     * @return itself
     * @throws SettingException if it is none
     */
    default Value value() {
        if (this instanceof Value value) {
            return value;
        }
        throw error("a single value is needed here");
    }

    /**
     * A scalar, as written.
     *
     * @param place where
     * @param path from the root
     * @param text as written, without quotes
     */
    record Value(Place place, String path, String text) implements Setting {
        /**
         * Reads an integer.
         *
         * @param min least value accepted
         * @param max largest value accepted
         * @return the integer
         * @throws SettingException if it is none, or out of range
         */
        public long integer(long min, long max) {
            long value;
            try {
                value = Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw error("'" + text + "' is not a whole number");
            }
            if (value < min || value > max) {
                throw error(value + " is not in " + min + "…" + (max == Long.MAX_VALUE ? "" : max));
            }
            return value;
        }

        /**
         * Reads an integer of 32 bits.
         *
         * @param min least value accepted
         * @param max largest value accepted
         * @return the integer
         */
        public int integer(int min, int max) {
            return (int) integer((long) min, (long) max);
        }

        /**
         * Reads a finite number.
         *
         * @return the number
         * @throws SettingException if it is none
         */
        public double number() {
            return decimal().doubleValue();
        }

        /**
         * Reads a number of a range.
         *
         * @param least the least value accepted
         * @param most the largest value accepted
         * @return the number
         * @throws SettingException if it is none, or out of range
         */
        public double between(double least, double most) {
            double number = number();
            if (number < least || number > most) {
                throw error(text + " is not in " + plain(least) + "…" + plain(most));
            }
            return number;
        }

        /**
         * Reads a number above 0.
         *
         * @return the number
         * @throws SettingException if it is none, or 0 or less
         */
        public double positive() {
            double number = number();
            if (!(number > 0)) {
                throw error(text + " is not above 0");
            }
            return number;
        }

        /**
         * Reads a number above 0, up to a bound.
         *
         * @param most the largest value accepted
         * @return the number
         * @throws SettingException if it is none, 0 or less, or above the bound
         */
        public double positive(double most) {
            double number = positive();
            if (number > most) {
                throw error(text + " is above " + plain(most));
            }
            return number;
        }

        private static String plain(double bound) {
            return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
        }

        /**
         * Reads the name of a file.
         *
         * @param folder a relative name is resolved against it
         * @return the path
         * @throws SettingException if it is blank, or no file name
         */
        public Path file(Path folder) {
            if (text.isBlank()) {
                throw error("a file name is needed here");
            }
            try {
                return plain(folder.resolve(text));
            } catch (InvalidPathException e) {
                throw error("'" + text.replaceAll("\\p{Cntrl}", "?") + "' is not a file name");
            }
        }

        /** Without the "." that lead nowhere; where there is a "..", links make what it stands for unsure. */
        private static Path plain(Path path) {
            for (Path part : path) {
                if (part.toString().equals("..")) {
                    return path;
                }
            }
            Path normal = path.normalize();
            return normal.toString().isEmpty() ? Path.of(".") : normal;
        }

        /**
         * Reads a number exactly as written.
         *
         * @return the number
         * @throws SettingException if it is none, or not a finite double
         */
        public BigDecimal decimal() {
            try {
                BigDecimal value = new BigDecimal(text);
                if (Double.isFinite(value.doubleValue())) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // falls through to the sentence below
            }
            throw error("'" + text + "' is not a finite number");
        }

        /**
         * Reads one of some words.
         *
         * @param words word → meaning, in the order in which they are offered
         * @param <T> the meaning
         * @return the meaning of the word
         * @throws SettingException with the nearest word if it is none of them
         */
        public <T> T oneOf(Map<String, T> words) {
            T meaning = words.get(text);
            if (meaning == null) {
                throw error("'" + text + "' is unknown" + Nearest.suggestion(text, words.keySet()));
            }
            return meaning;
        }
    }

    /**
     * A list.
     *
     * @param place where
     * @param path from the root
     * @param list its elements
     */
    record Items(Place place, String path, List<Setting> list) implements Setting {
        /** Copies the list. */
        public Items {
            list = List.copyOf(list);
        }
    }

    /**
     * A mapping; the order of keys is kept.
     *
     * @param place where
     * @param path from the root
     * @param entries key → setting
     */
    record Group(Place place, String path, Map<String, Setting> entries) implements Setting {
        /** Copies the mapping. */
        public Group {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /**
         * Refuses keys other than the given ones.
         *
         * @param keys all keys that may occur
         * @return this
         * @throws SettingException naming the first other key, with the nearest of the given ones
         */
        public Group only(String... keys) {
            for (Map.Entry<String, Setting> entry : entries.entrySet()) {
                if (!List.of(keys).contains(entry.getKey())) {
                    throw entry.getValue().error("unknown key" + Nearest.suggestion(entry.getKey(), List.of(keys)));
                }
            }
            return this;
        }

        /**
         * Returns the setting of a key, if it is there.
         *
         * @param key the key
         * @return the setting
         */
        public Optional<Setting> find(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /**
         * Returns the setting of a key.
         *
         * @param key the key
         * @return the setting
         * @throws SettingException if it is missing
         */
        public Setting get(String key) {
            return find(key).orElseThrow(() -> error("'" + key + "' is missing"));
        }

        /**
         * Returns the scalar of a key, or its default as it would be written.
         *
         * @param key the key
         * @param defaults key → text
         * @return the scalar
         * @throws SettingException if the setting is no scalar
         */
        public Value valueOr(String key, Map<String, String> defaults) {
            return find(key)
                    .map(Setting::value)
                    .orElseGet(() -> new Value(place, path + "." + key, defaults.getOrDefault(key, "")));
        }

        /**
         * Reads the setting of a key, or takes a default.
         *
         * @param key the key
         * @param absent taken where the key is not there
         * @param read how to read it
         * @param <T> what is read
         * @return the value
         */
        public <T> T or(String key, T absent, Function<Setting, T> read) {
            return find(key).map(read).orElse(absent);
        }

        /**
         * Returns the only key of a mapping that must have exactly one of the given keys, such as {@code {polynomial: {degree: 2}}}.
         *
         * @param keys what may occur
         * @return the key
         * @throws SettingException if there is none, an unknown one, or more than one
         */
        public String single(String... keys) {
            only(keys);
            if (entries.size() != 1) {
                throw error("exactly one of " + String.join(", ", keys) + " is needed here, found "
                        + (entries.isEmpty() ? "none" : String.join(", ", new ArrayList<>(entries.keySet()))));
            }
            return entries.keySet().iterator().next();
        }
    }
}
