package org.mneme.runtime.patterns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.runtime.config.Setting;

/** {@code rows: ["+-+", "-++"]}: patterns written out, one character a feature; 0 stands for a feature a pattern leaves open. */
public final class RowSource implements PatternSource {
    @Override
    public String key() {
        return "rows";
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        List<Setting> items = setting.items().list();
        if (items.isEmpty()) {
            throw setting.error("at least 1 pattern is needed");
        }
        List<Signs> rows = new ArrayList<>();
        for (Setting item : items) {
            rows.add(row(item, rows));
        }
        return EncodedPatterns.of(PatternSet.of(rows));
    }

    private static Signs row(Setting item, List<Signs> before) {
        String text = item.value().text();
        if (!text.matches("[-+0]+")) {
            throw item.error("a pattern is written in the characters + - 0, in quotes, such as \"+-+\"");
        }
        if (!before.isEmpty() && text.length() != before.getFirst().length()) {
            throw item.error(text.length() + " features, but the first pattern has "
                    + before.getFirst().length());
        }
        return Signs.parse(text);
    }
}
