package org.mneme.runtime.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mneme.bits.Ints;
import org.mneme.model.Interaction;
import org.mneme.model.Timing;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.EncodedPatterns;

/** Reads {@code timing:}. */
final class TimingReader {
    static final String ONE_STEP = "one-step";
    /** The word for what the patterns themselves say. */
    static final String FROM_PATTERNS = "from-patterns";

    private static final String STEPS = "steps-per-pattern";
    private static final String DWELL = "dwell";
    private static final String LAMBDA = "lambda";
    private static final double DEFAULT_LAMBDA = 2.5;
    private static final int MOST_STEPS = 1_000_000;

    private TimingReader() {}

    static Timing read(Setting setting, EncodedPatterns encoded, Interaction symmetric) {
        if (setting instanceof Setting.Value word) {
            boolean held = word.oneOf(Words.of(ONE_STEP, false, FROM_PATTERNS, true));
            return held
                    ? new Timing.Mixed(new Timing.Trace.Boxcar(own(word, encoded)), DEFAULT_LAMBDA, symmetric)
                    : new Timing.OneStep();
        }
        Setting.Group group = setting.group().only(STEPS, DWELL, LAMBDA);
        if (group.find(STEPS).isPresent() == group.find(DWELL).isPresent()) {
            throw group.error("exactly one of steps-per-pattern, dwell is needed here");
        }
        double lambda = group.or(LAMBDA, DEFAULT_LAMBDA, TimingReader::lambda);
        Ints steps = group.find(STEPS)
                .map(s -> Ints.of(s.value().integer(1, MOST_STEPS)))
                .orElseGet(() -> dwell(group.get(DWELL), encoded));
        return new Timing.Mixed(new Timing.Trace.Boxcar(steps), lambda, symmetric);
    }

    private static double lambda(Setting setting) {
        double lambda = setting.value().number();
        if (!(lambda > 0)) {
            throw setting.error(setting.value().text() + " is not a number above 0");
        }
        return lambda;
    }

    private static Ints own(Setting.Value word, EncodedPatterns encoded) {
        return encoded.dwell()
                .orElseThrow(() -> word.error("these patterns have no dwell times of their own; give dwell: a list, or "
                        + "steps-per-pattern"));
    }

    private static Ints dwell(Setting setting, EncodedPatterns encoded) {
        if (setting instanceof Setting.Value word) {
            return word.oneOf(Map.of(FROM_PATTERNS, own(word, encoded)));
        }
        int count = encoded.patterns().count();
        List<Setting> values = setting.items().list();
        if (values.size() != count) {
            throw setting.error(values.size() + (values.size() == 1 ? " value" : " values") + " for " + count
                    + (count == 1 ? " pattern" : " patterns") + "; give one per pattern, or steps-per-pattern");
        }
        return Ints.of(
                values.stream().mapToInt(v -> v.value().integer(1, MOST_STEPS)).toArray());
    }

    /** A timing as it would be written. */
    static Object written(Timing timing) {
        return switch (timing) {
            case Timing.OneStep _ -> ONE_STEP;
            case Timing.Mixed mixed -> {
                Map<String, Object> map = new LinkedHashMap<>();
                switch (mixed.trace()) {
                    case Timing.Trace.Boxcar boxcar -> {
                        if (boxcar.steps().length() == 1) {
                            map.put(STEPS, boxcar.steps().at(0));
                        } else {
                            map.put(DWELL, boxcar.steps().stream().boxed().toList());
                        }
                    }
                    case Timing.Trace.Kernel kernel -> map.put("kernel", kernel.weights());
                }
                map.put(LAMBDA, mixed.lambda());
                yield map;
            }
        };
    }
}
