package org.mneme.runtime.patterns;

import java.nio.file.Path;
import java.util.Map;
import org.mneme.model.io.CsvPatterns;
import org.mneme.runtime.config.Setting;

/** {@code csv: FILE} or {@code csv: {file, diluted}}: P rows of N signs; {@code diluted: true} lets 0 mean unknown. */
public final class CsvSource implements PatternSource {
    @Override
    public String key() {
        return "csv";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("diluted", "false");
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        FileSetting csv = FileSetting.read(setting, folder, "file", "diluted");
        return EncodedPatterns.of(CsvPatterns.read(csv.file(), csv.flag("diluted")));
    }
}
