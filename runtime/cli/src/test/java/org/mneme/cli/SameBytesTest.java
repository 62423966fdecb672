package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input and seed give the same bytes, whatever the number of threads, the locale and the time zone. */
final class SameBytesTest {
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private static void elsewhere(String language, String place) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(place));
    }

    private static String timeless(String text) {
        return text.replaceAll("\"wallSeconds\" : [-+.0-9eE]+", "").replaceAll(" in [0-9.]+ s", "");
    }

    private static String run(int threads) {
        Outcome outcome = Outcome.of(
                "run",
                Checkout.memory("associative"),
                "--cue-noise",
                0.3,
                "--seed",
                11,
                "--threads",
                threads,
                "--json",
                "-");
        return timeless(outcome.succeeded().out() + outcome.err());
    }

    @Test
    void resultIsTheSameForAnyNumberOfThreadsAndAnywhere() {
        String one = run(1);

        assertEquals(one, run(2));
        assertEquals(one, run(8));
        elsewhere("ar-EG-u-nu-arab", "Asia/Kathmandu");
        assertEquals(one, run(1));
        elsewhere("tr-TR", "America/St_Johns");
        assertEquals(one, run(2));
    }

    /** In an associative memory steps may end with their winner alone, which a recording takes as well. */
    @ParameterizedTest
    @ValueSource(strings = {"spiking", "stochastic"})
    void recordingChangesNothing(String lowering) {
        Object[] plain = {"run", Checkout.associative(folder), "--set", "lowering=" + lowering, "--json", "-"};
        Object[] recording = Arrays.copyOf(plain, plain.length + 2);
        recording[plain.length] = "--record";
        recording[plain.length + 1] = folder.resolve("recording");

        Outcome alone = Outcome.of(plain).succeeded();
        Outcome recorded = Outcome.of(recording).succeeded();

        assertEquals(timeless(alone.out()), timeless(recorded.out()));
        assertEquals(timeless(alone.err()), timeless(recorded.err()));
    }

    @Test
    void everyFileIsTheSameAnywhere() throws IOException {
        Map<String, byte[]> here = filesWritten("here");
        elsewhere("hi-IN-u-nu-deva", "Pacific/Chatham");
        Map<String, byte[]> there = filesWritten("there");

        assertEquals(here.keySet(), there.keySet());
        here.forEach((name, bytes) -> assertArrayEquals(bytes, there.get(name), name));
    }

    private Map<String, byte[]> filesWritten(String name) throws IOException {
        Path file = Checkout.small(folder);
        Path out = Files.createDirectory(folder.resolve(name));
        Outcome.of("run", file, "--record", out.resolve("rec"), "--plots", out.resolve("plots"))
                .succeeded();
        Outcome.of("compile", file, "-o", out.resolve("graph")).succeeded();
        Outcome.of("inspect", file, "--picture", out.resolve("graph.svg")).succeeded();
        Outcome.of(
                        "sweep",
                        file,
                        "--set",
                        "learning=hebbian,pseudoinverse",
                        "--seeds",
                        "1..3",
                        "-o",
                        out.resolve("sweep.csv"))
                .succeeded();
        Map<String, byte[]> files = new TreeMap<>();
        for (Path written : Checkout.files(out)) {
            files.put(out.relativize(written).toString(), Files.readAllBytes(written));
        }
        return files;
    }
}
