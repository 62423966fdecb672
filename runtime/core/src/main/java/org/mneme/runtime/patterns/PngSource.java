package org.mneme.runtime.patterns;

import java.nio.file.Path;
import java.util.Map;
import org.mneme.model.io.PngPatterns;
import org.mneme.runtime.config.Setting;

/** {@code png: FOLDER} or {@code png: {folder, threshold}}: one image a pattern, in the order of the file names. */
public final class PngSource implements PatternSource {
    private static final int THRESHOLD = 128;

    @Override
    public String key() {
        return "png";
    }

    @Override
    public String shortFor() {
        return "folder";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("threshold", Integer.toString(THRESHOLD));
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        FileSetting png = FileSetting.read(setting, folder, "folder", "threshold");
        return EncodedPatterns.of(PngPatterns.read(png.file(), png.threshold(THRESHOLD)));
    }
}
