package org.mneme.runtime.patterns;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mneme.runtime.config.Setting;

/**
 * A file, written as its name alone or as {@code {file: NAME, …}} with options.
 *
 * @param file resolved
 * @param options the mapping, where there is one
 */
record FileSetting(Path file, Optional<Setting.Group> options) {
    static FileSetting read(Setting setting, Path folder, String key, String... optionKeys) {
        if (setting instanceof Setting.Group group) {
            String[] keys = new String[optionKeys.length + 1];
            keys[0] = key;
            System.arraycopy(optionKeys, 0, keys, 1, optionKeys.length);
            return new FileSetting(group.only(keys).get(key).value().file(folder), Optional.of(group));
        }
        return new FileSetting(setting.value().file(folder), Optional.empty());
    }

    boolean flag(String key) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("true", true);
        words.put("false", false);
        return option(key).map(setting -> setting.value().oneOf(words)).orElse(false);
    }

    Optional<Setting> option(String key) {
        return options.flatMap(group -> group.find(key));
    }

    int threshold(int absent) {
        return option("threshold").map(s -> s.value().integer(1, 255)).orElse(absent);
    }
}
