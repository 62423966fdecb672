package org.mneme.runtime.patterns;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.mneme.model.PatternSet;
import org.mneme.model.io.IdxPatterns;
import org.mneme.runtime.config.Setting;

/** {@code idx: FILE} or {@code idx: {file, threshold, limit}}: images of the MNIST format, the first {@code limit} of them. */
public final class IdxSource implements PatternSource {
    /** That of the paper's image figure. */
    private static final int THRESHOLD = 125;

    @Override
    public String key() {
        return "idx";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("threshold", Integer.toString(THRESHOLD));
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        FileSetting idx = FileSetting.read(setting, folder, "file", "threshold", "limit");
        OptionalInt limit = idx.option("limit")
                .map(s -> OptionalInt.of(s.value().integer(1, Integer.MAX_VALUE)))
                .orElse(OptionalInt.empty());
        PatternSet patterns = IdxPatterns.read(idx.file(), idx.threshold(THRESHOLD), limit);
        OptionalInt width = IdxPatterns.width(idx.file());
        if (width.isEmpty()) {
            return EncodedPatterns.of(patterns);
        }
        int height = patterns.features() / width.getAsInt();
        return EncodedPatterns.of(patterns, new PatternImages(width.getAsInt(), height, List.of()), List.of());
    }
}
