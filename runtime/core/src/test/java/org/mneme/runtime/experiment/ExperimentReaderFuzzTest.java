package org.mneme.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.InputException;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;

/** Settings with random parts replaced: either an experiment comes out, or a typed error of one line. */
class ExperimentReaderFuzzTest {
    private static final int ROUNDS = 4000;
    private static final Place PLACE = new Place("fuzz", 1, 1);

    private static final Setting WHOLE = Trees.parse("""
            {mneme: 1, name: 'hello', patterns: {random: {count: 3, features: 20, seed: 1, bias: 0.0}},
             sequence: [[0, 1, 2]], interaction: {symmetric: {exponential: {kappa: 1.0}}, asymmetric: {polynomial: {degree: 3}}},
             'self-coupling': 'included', learning: 'hebbian', timing: {dwell: [5, 1, 2], lambda: 2.5},
             update: {asynchronous: {seed: 3}}, lowering: 'auto', tick: '1 ms', precision: {'payload-bits': 24, 'state-bits': 32}}
            """);

    private static final Setting CONTROLLED = Trees.parse("""
            {patterns: {random: {count: 4, features: 20}}, interaction: 'exponential', sequence: {motifs: {count: 2, length: 2}},
             lowering: {spiking: {form: 'lateral', latencies: {volley: 1, answer: 2, reset: 1, stop: 1}}}, target: 'simulator',
             controls: [{at: 0, gate: ['0-1', 2]}, {at: '0.2 s', tempo: 0.5}, {at: 300, cue: 1, noise: 0.1}]}
            """);

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.5",
            "NaN",
            ".inf",
            "1e999",
            "99999999999999999999",
            "null",
            "true",
            "linear",
            "cycle",
            "associative",
            "excluded",
            "pseudoinverse",
            "polynomial",
            "exponential",
            "graded",
            "1 us",
            "1 parsec",
            "ms",
            "+-0",
            "\u0000",
            "µ",
            "0-9,3",
            "all",
            "5-2",
            "play",
            "seed",
            "degree",
            "kappa",
            "rows",
            "csv",
            "one-step",
            "asynchronous");

    private static String word(SplittableRandom random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static Setting mutated(Setting setting, SplittableRandom random) {
        if (random.nextInt(25) == 0) {
            return replacement(setting.path(), random, 3);
        }
        return switch (setting) {
            case Setting.Value value -> value;
            case Setting.Items items -> {
                List<Setting> list = new ArrayList<>();
                items.list().forEach(item -> list.add(mutated(item, random)));
                if (!list.isEmpty() && random.nextInt(20) == 0) {
                    list.removeLast();
                }
                yield new Setting.Items(PLACE, setting.path(), list);
            }
            case Setting.Group group -> {
                Map<String, Setting> entries = new LinkedHashMap<>();
                group.entries().forEach((key, inner) -> {
                    if (random.nextInt(15) > 0) {
                        entries.put(random.nextInt(60) == 0 ? word(random) : key, mutated(inner, random));
                    }
                });
                yield new Setting.Group(PLACE, setting.path(), entries);
            }
        };
    }

    private static Setting replacement(String path, SplittableRandom random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind < 2) {
            return new Setting.Value(PLACE, path, word(random));
        }
        int size = random.nextInt(4);
        if (kind == 2) {
            List<Setting> list = new ArrayList<>();
            for (int k = 0; k < size; k++) {
                list.add(replacement(path + "[" + k + "]", random, depth - 1));
            }
            return new Setting.Items(PLACE, path, list);
        }
        Map<String, Setting> entries = new LinkedHashMap<>();
        for (int k = 0; k < size; k++) {
            String key = word(random);
            entries.put(key, replacement(path + "." + key, random, depth - 1));
        }
        return new Setting.Group(PLACE, path, entries);
    }

    static Stream<Setting> wholes() {
        return Stream.of(WHOLE, CONTROLLED);
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void mutatedSettingsAreReadOrRefusedWithATypedError(Setting whole) {
        int read = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            try {
                ExperimentReader.read(mutated(whole, new SplittableRandom(seed)), Path.of("."));
                read++;
            } catch (InputException e) {
                String message = String.valueOf(e.getMessage());
                assertFalse(message.isBlank() || message.contains("\n"), "seed " + seed + ": " + message);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertTrue(read > ROUNDS / 20 && read < ROUNDS / 2, "read " + read);
    }
}
