package org.mneme.runtime.experiment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.mneme.InvalidValueException;
import org.mneme.model.Interaction;
import org.mneme.runtime.config.Setting;

/** Reads {@code interaction:}. */
final class InteractionReader {
    private static final String LINEAR = "linear";
    private static final String POLYNOMIAL = "polynomial";
    private static final String EXPONENTIAL = "exponential";
    private static final String THRESHOLD = "threshold";
    private static final String SOFTMAX = "softmax";
    static final String SYMMETRIC = "symmetric";
    static final String ASYMMETRIC = "asymmetric";
    private static final double KAPPA = 1;

    private InteractionReader() {}

    /** f_S and f_A; equal where they were not told apart. */
    record Both(Interaction symmetric, Interaction asymmetric, boolean toldApart) {}

    static Both read(Setting setting) {
        if (setting instanceof Setting.Group group
                && (group.find(SYMMETRIC).isPresent() || group.find(ASYMMETRIC).isPresent())) {
            group.only(SYMMETRIC, ASYMMETRIC);
            Interaction asymmetric = one(group.get(ASYMMETRIC));
            Interaction symmetric =
                    group.find(SYMMETRIC).map(InteractionReader::one).orElse(asymmetric);
            return new Both(symmetric, asymmetric, true);
        }
        Interaction f = one(setting);
        return new Both(f, f, false);
    }

    private static Interaction one(Setting setting) {
        if (setting instanceof Setting.Value word) {
            return word.oneOf(words(word)).get();
        }
        Setting.Group group = setting.group();
        String key = group.single(LINEAR, POLYNOMIAL, EXPONENTIAL, THRESHOLD, SOFTMAX);
        Setting inner = group.get(key);
        return switch (key) {
            case LINEAR -> {
                inner.group().only();
                yield new Interaction.Linear();
            }
            case POLYNOMIAL ->
                new Interaction.Polynomial(inner.group()
                        .only("degree")
                        .get("degree")
                        .value()
                        .integer(1, Interaction.Polynomial.MAX_DEGREE));
            case EXPONENTIAL -> located(inner, () -> new Interaction.Exponential(kappa(inner)));
            case THRESHOLD -> {
                Setting matches = inner.group().only("matches").get("matches");
                BigDecimal fraction = matches.value().decimal();
                yield located(matches, () -> new Interaction.Threshold(fraction));
            }
            default -> located(inner, () -> new Interaction.Softmax(kappa(inner)));
        };
    }

    private static Map<String, Supplier<Interaction>> words(Setting.Value word) {
        Map<String, Supplier<Interaction>> words = new LinkedHashMap<>();
        words.put(LINEAR, Interaction.Linear::new);
        words.put(POLYNOMIAL, () -> {
            throw word.error("a degree is needed: {polynomial: {degree: 2}}");
        });
        words.put(EXPONENTIAL, () -> new Interaction.Exponential(KAPPA));
        words.put(THRESHOLD, () -> {
            throw word.error("a fraction of matches is needed: {threshold: {matches: 0.75}}");
        });
        words.put(SOFTMAX, () -> new Interaction.Softmax(KAPPA));
        return words;
    }

    private static double kappa(Setting inner) {
        Setting.Group group = inner.group().only("kappa");
        return group.or("kappa", KAPPA, kappa -> {
            double value = kappa.value().number();
            if (!(value > 0)) {
                throw kappa.error(kappa.value().text() + " is not a number above 0");
            }
            return value;
        });
    }

    /** Gives an error of the model the place of the setting it came from. */
    static <T> T located(Setting setting, Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidValueException e) {
            throw setting.error(e.value() + " is not " + e.expected());
        }
    }

    /** An interaction as it would be written. */
    static Object written(Interaction f) {
        return switch (f) {
            case Interaction.Linear _ -> LINEAR;
            case Interaction.Polynomial polynomial -> Map.of(POLYNOMIAL, Map.of("degree", polynomial.degree()));
            case Interaction.Exponential exponential -> Map.of(EXPONENTIAL, Map.of("kappa", exponential.kappa()));
            case Interaction.Threshold threshold -> Map.of(THRESHOLD, Map.of("matches", threshold.matches()));
            case Interaction.Softmax softmax -> Map.of(SOFTMAX, Map.of("kappa", softmax.kappa()));
        };
    }
}
