package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong command lines: one sentence, exit code 2, no file written. */
final class BadOptionTest {
    @TempDir
    private Path folder;

    /** The words of the command line, FILE standing for a small memory of 6 patterns, and a part of what must be said. */
    static Stream<Arguments> commandLines() {
        return Stream.of(
                bad("", "a command is needed"),
                bad("rnu FILE", "command 'rnu' is unknown; did you mean 'run'?"),
                bad("zebra", "command 'zebra' is unknown; see 'mneme --help'"),
                bad("--verson", "option '--verson' is unknown; did you mean '--version'?"),
                bad("run", "FILE is missing; see 'mneme run --help'"),
                bad("compile", "FILE is missing"),
                bad("inspect", "FILE is missing"),
                bad("run FILE more", "'more' is one argument too many"),
                bad("run FILE --stesp 3", "option '--stesp' is unknown; did you mean '--steps'?"),
                bad("run FILE --cue-nois=0.2", "did you mean '--cue-noise'?"),
                bad("run FILE -x", "option '-x' is unknown; see 'mneme run --help'"),
                bad("run FILE --steps", "--steps needs a value, K"),
                bad("run FILE --steps --cue 3", "--steps needs a value, K"),
                bad("run FILE --steps abc", "--steps: 'abc' is not a whole number"),
                bad("run FILE --steps 1.5", "--steps: '1.5' is not a whole number"),
                bad("run FILE --steps 99999999999", "--steps: '99999999999' is not a whole number that fits 32 bits"),
                bad("run FILE --steps 0", "steps: 0 is not in 1…"),
                bad("run FILE --steps -1", "steps: -1 is not in 1…"),
                bad("run FILE --steps 2 --steps 3", "--steps is given twice"),
                bad("run FILE --cue 6", "6 is not a pattern index in 0…5"),
                bad("run FILE --cue -1", "-1 is not a pattern index in 0…5"),
                bad("run FILE --cue-noise NaN", "--cue-noise: 'NaN' is not a number"),
                bad("run FILE --cue-noise abc", "--cue-noise: 'abc' is not a number"),
                bad("run FILE --cue-noise 1e999", "--cue-noise: '1e999' is not a number"),
                bad("run FILE --cue-noise -1", "-1.0 is not a fraction in 0…1"),
                bad("run FILE --cue-noise 2", "2.0 is not a fraction in 0…1"),
                bad("run FILE --threads 0", "--threads: 0 is not in 1…1024"),
                bad("run FILE --threads 1000000", "--threads: 1000000 is not in 1…1024"),
                bad("run FILE --seed x", "--seed: 'x' is not a whole number; see"),
                bad("run FILE --seed 9223372036854775808", "is not a whole number that fits 64 bits"),
                bad("run FILE --backend simulatr", "backend 'simulatr' is unknown; did you mean 'simulator'?"),
                bad("run FILE --backend gpu", "backend 'gpu' is unknown"),
                bad("run FILE --backend reference --record rec", "possible with the reference recall"),
                bad("run FILE --set", "--set needs a value, KEY=VALUE"),
                bad("run FILE --set name", "'name' is not of the form KEY=VALUE"),
                bad("run FILE --set =1", "'=1' is not of the form KEY=VALUE"),
                bad("run FILE --set name=", "--set: name: is empty"),
                bad("run FILE --set a..b=1", "a..b: the key has an empty part"),
                bad("run FILE --set interaction=[", "--set: interaction: is no YAML here"),
                bad("run FILE --set namee=x", "--set: namee: unknown key; did you mean 'name'?"),
                bad(
                        "run FILE --set interaction.polynomial.degree=x",
                        "interaction.polynomial.degree: 'x' is not a whole"),
                bad("run FILE --set interaction.polynomal.degree=2", "did you mean 'polynomial'?"),
                bad(
                        "run FILE --set self-coupling=excluded",
                        "'self-coupling: excluded' cannot run on backend 'simulator'"),
                bad("run FILE --set update=asynchronous", "'update: asynchronous' cannot run on backend 'simulator'"),
                bad("compile FILE --set self-coupling=excluded", "cannot express excluded self-coupling"),
                bad("compile FILE --cue-noise 2", "2.0 is not"),
                bad("sweep FILE", "--output OUT is missing"),
                bad("sweep FILE -o out.csv --seeds x", "seeds: 'x' is not a whole number"),
                bad("sweep FILE -o out.csv --seeds 5..1", "a range that goes up"),
                bad("sweep FILE -o out.csv --seeds 1,1", "distinct values"),
                bad("sweep FILE -o out.csv --seeds 1..99999999", "a range of at most 100000 values"),
                bad("sweep FILE -o out.csv --set degree", "written as key=values"),
                bad("sweep FILE -o out.csv --set nam=x,y", "did you mean 'name'?"),
                bad("sweep FILE -o out.csv --threads 0", "--threads: 0 is not in 1…1024"),
                bad("theory", "--features N is missing"),
                bad("theory --features 100", "exactly one of --degree D and --exponential is needed"),
                bad("theory --features 100 --degree 2 --exponential", "exactly one of"),
                bad("theory --features 1 --degree 2", "1 is not enough"),
                bad("theory --features 100 --degree 0", "degree: 0 is not "),
                bad("theory --features 100 --degree 2 --lambda 1", "--lambda: 1.0 is not above 1"),
                bad("theory --features 100 --degree 2 --steps-per-pattern 5", "give --lambda L too"),
                bad("theory --features 100 --degree 2 --lambda 2 --steps-per-pattern 0", "0 is not"),
                bad("theory --features 100 --exponential --patterns 0", "0 is not enough"),
                bad(
                        "schema more",
                        "schema: 'more' is not memory, run, network-run, mapping, study, capacity or boards"),
                bad("schema study more", "'more' is one argument too many"));
    }

    private static Arguments bad(String commandLine, String sentence) {
        return Arguments.of(commandLine, sentence);
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void wrongCommandLineIsToldInOneSentence(String commandLine, String sentence) {
        Path file = Checkout.small(folder);
        Object[] words = Arrays.stream(commandLine.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("FILE") ? file : word)
                .map(word -> word.equals("out.csv") || word.equals("rec") ? folder.resolve(word.toString()) : word)
                .toArray();

        Outcome.of(words).refused(sentence);

        assertEquals(List.of(file), Checkout.files(folder));
    }

    @ParameterizedTest
    @MethodSource("names")
    void impossibleFileNameIsTold(String name) {
        Path file = Checkout.small(folder);

        Outcome.of("run", name).refused("FILE: '", "' is not a file name");
        Outcome.of("run", file, "--json", name).refused("--json: '", "' is not a file name");
    }

    static Stream<String> names() {
        return Stream.of("", " ", "a\0b");
    }
}
