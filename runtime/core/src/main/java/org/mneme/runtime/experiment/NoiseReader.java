package org.mneme.runtime.experiment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.config.Setting;

/** Reads what may happen to a spike: {@code noise: {drop: 0.01, flip: 0.02, jitter: 0.1, jitter-ticks: 2}}. */
final class NoiseReader {
    static final String KEY = "noise";
    private static final String DROP = "drop";
    private static final String FLIP = "flip";
    private static final String JITTER = "jitter";
    private static final String JITTER_TICKS = "jitter-ticks";

    private NoiseReader() {}

    /**
     * Reads noise.
     *
     * @param setting a mapping
     * @return the noise
     * @throws org.mneme.runtime.config.SettingException if a probability is not in 0…1, or the ticks are out of range
     */
    static Noise read(Setting setting) {
        Setting.Group group = setting.group().only(DROP, FLIP, JITTER, JITTER_TICKS);
        return new Noise(
                group.or(DROP, 0.0, NoiseReader::probability),
                group.or(FLIP, 0.0, NoiseReader::probability),
                group.or(JITTER, 0.0, NoiseReader::probability),
                group.or(JITTER_TICKS, 1, s -> s.value().integer(1, Noise.MOST_JITTER_TICKS)));
    }

    private static double probability(Setting setting) {
        double number = setting.value().number();
        if (!(number >= 0 && number <= 1)) {
            throw setting.error("a probability in 0…1 is needed here, not "
                    + setting.value().text());
        }
        return number;
    }

    static Map<String, Object> written(Noise noise) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(DROP, BigDecimal.valueOf(noise.drop()));
        written.put(FLIP, BigDecimal.valueOf(noise.flip()));
        written.put(JITTER, BigDecimal.valueOf(noise.jitter()));
        written.put(JITTER_TICKS, noise.jitterTicks());
        return written;
    }
}
