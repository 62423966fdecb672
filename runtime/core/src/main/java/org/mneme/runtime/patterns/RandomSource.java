package org.mneme.runtime.patterns;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.mneme.model.PatternSet;
import org.mneme.runtime.config.Setting;

/** {@code random: {count, features, seed, bias}}: independent random patterns, a feature +1 with probability ½ + ½ bias. */
public final class RandomSource implements PatternSource {
    private static final long MIB = 1 << 20;

    @Override
    public String key() {
        return "random";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("seed", "1", "bias", "0.0");
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        Setting.Group group = setting.group().only("count", "features", "seed", "bias");
        int count = group.get("count").value().integer(1, Integer.MAX_VALUE);
        int features = group.get("features").value().integer(1, Integer.MAX_VALUE);
        long seed = group.or("seed", 1L, s -> s.value().integer(Long.MIN_VALUE, Long.MAX_VALUE));
        double bias = group.or("bias", 0.0, RandomSource::bias);
        requireRoom(group, count, features);
        return EncodedPatterns.of(PatternSet.random(count, features, seed, bias));
    }

    private static double bias(Setting setting) {
        BigDecimal bias = setting.value().decimal();
        if (bias.abs().compareTo(BigDecimal.ONE) > 0) {
            throw setting.error(bias.toPlainString() + " is not in -1…1");
        }
        return bias.doubleValue();
    }

    private static void requireRoom(Setting.Group group, int count, int features) {
        long words = count * ((features + 63L) / 64);
        long heap = Runtime.getRuntime().maxMemory();
        if (words > Integer.MAX_VALUE - 8 || words * Long.BYTES > heap / 10 * 9) {
            throw group.get("count")
                    .error(
                            count + " patterns of " + features + " features need "
                                    + (words * Long.BYTES + MIB - 1) / MIB
                                    + " MiB, more than the Java heap of " + heap / MIB
                                    + " MiB or one array can hold; use fewer, or give Java more memory (-Xmx; for the command MNEME_JAVA_OPTS=-Xmx8g)");
        }
    }
}
