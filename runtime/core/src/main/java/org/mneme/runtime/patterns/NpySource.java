package org.mneme.runtime.patterns;

import java.nio.file.Path;
import java.util.Map;
import org.mneme.model.io.NumpyPatterns;
import org.mneme.runtime.config.Setting;

/**
 * {@code npy: FILE} or {@code npy: {file, member, diluted}}: a P × N NumPy array, {@code member} naming the one wanted of an .npz.
 */
public final class NpySource implements PatternSource {
    @Override
    public String key() {
        return "npy";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("diluted", "false");
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        FileSetting npy = FileSetting.read(setting, folder, "file", "member", "diluted");
        return EncodedPatterns.of(NumpyPatterns.read(
                npy.file(), npy.option("member").map(s -> s.value().text()), npy.flag("diluted")));
    }
}
