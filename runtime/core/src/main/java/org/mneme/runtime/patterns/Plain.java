package org.mneme.runtime.patterns;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mneme.runtime.config.Setting;

/** Settings as plain values: texts, numbers, booleans, lists and mappings. */
final class Plain {
    private Plain() {}

    static Object of(Setting setting) {
        return switch (setting) {
            case Setting.Value value -> of(value.text());
            case Setting.Items items -> items.list().stream().map(Plain::of).toList();
            case Setting.Group group -> {
                Map<String, Object> map = new LinkedHashMap<>();
                group.entries().forEach((key, value) -> map.put(key, of(value)));
                yield map;
            }
        };
    }

    static Object of(String text) {
        if (text.matches("[-+]?[0-9]{1,100}")) {
            return new BigInteger(text);
        }
        if (text.matches("[-+]?[0-9]{1,100}\\.[0-9]{1,100}")) {
            return new BigDecimal(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }
}
