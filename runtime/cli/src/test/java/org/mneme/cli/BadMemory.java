package org.mneme.cli;

import java.util.List;
import java.util.stream.Stream;

/**
 * A memory file with a mistake.
 *
 * @param mistake what is wrong, in words
 * @param yaml the file
 * @param place where the mistake is, as ":line:column", or ""
 * @param sentence a part of what must be said
 * @param structural whether the JSON Schema has to refuse it too
 */
record BadMemory(String mistake, String yaml, String place, String sentence, boolean structural) {
    private static final String REST = "\ninteraction: linear\n";
    private static final String PATTERNS = "patterns: {random: {count: 4, features: 16}}\n";

    @Override
    public String toString() {
        return mistake;
    }

    static Stream<BadMemory> all() {
        return Stream.of(syntax(), keys(), patterns(), rest()).flatMap(List::stream);
    }

    /** A file that is wrong as text; the schema never sees it. */
    private static BadMemory text(String mistake, String yaml, String place, String sentence) {
        return new BadMemory(mistake, yaml, place, sentence, false);
    }

    private static BadMemory wrong(String mistake, String yaml, String place, String sentence) {
        return new BadMemory(mistake, yaml, place, sentence, true);
    }

    /** A mistake that needs more than the file's structure to be seen. */
    private static BadMemory meaning(String mistake, String yaml, String place, String sentence) {
        return new BadMemory(mistake, yaml, place, sentence, false);
    }

    private static List<BadMemory> syntax() {
        return List.of(
                text("empty file", "", "", "is empty"),
                text("comments only", "# nothing\n", "", "is empty"),
                text("open list", "patterns: [1\n", ":2:1", "expected ',' or ']'"),
                text("open quote", "name: \"a\n", ":2:1", "is no YAML here"),
                text("tab indentation", "patterns:\n\trandom: 1\n", ":2:1", "a tab cannot indent"),
                text("two documents", PATTERNS + "---\na: 1\n", ":2:1", "another document"),
                text("duplicate key", "name: a\nname: b\n", ":2:1", "name: is there twice"),
                text("unknown alias", "name: *a\n", ":1:7", "undefined alias a"),
                text("alias bomb", bomb(10, 10), "", "aliases"),
                text("doubling aliases", bomb(25, 2), ":1:13", "repeated too often by aliases"),
                text("alias of itself", "patterns: &a [*a]\n", ":1:11", "nested too deeply"),
                text("deep brackets", "a: " + "[".repeat(100_000), ":1:53", "nested too deeply"),
                text("deep indentation", deep(5000), ":51:51", "nested too deeply"),
                text("control characters", "a\u0000b\u0001", "", "special characters are not allowed"),
                text("mapping as key", "{a: 1}: 2\n", ":1:1", "a key must be a word"),
                text("list of keys", "- 1\n", ":1:1", "a mapping (key: value) is needed here"),
                text("a word", "hello\n", ":1:1", "a mapping (key: value) is needed here"),
                text("terminal sequences", "\"\\e[31mred\": 1\n", ":1:14", "?[31mred: unknown key"));
    }

    private static String bomb(int levels, int width) {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, y]\n");
        for (int level = 1; level <= levels; level++) {
            String alias = "*a" + (level - 1);
            yaml.append("a%d: &a%d [%s]\n".formatted(level, level, (alias + ", ").repeat(width - 1) + alias));
        }
        return yaml.toString();
    }

    private static String deep(int levels) {
        StringBuilder yaml = new StringBuilder();
        for (int level = 0; level < levels; level++) {
            yaml.append(" ".repeat(level)).append("a:\n");
        }
        return yaml.toString();
    }

    private static List<BadMemory> keys() {
        return List.of(
                wrong("misspelt key", "pattrens: 1\n", ":1:11", "pattrens: unknown key; did you mean 'patterns'?"),
                wrong("key like no other", "zebra: 1\n", ":1:8", "known are mneme, name, patterns"),
                wrong("no patterns", "interaction: linear\n", ":1:1", "'patterns' is missing"),
                wrong("no interaction", PATTERNS, ":1:1", "'interaction' is missing"),
                wrong("later version", "mneme: 2\n" + PATTERNS + REST, ":1:8", "version 2 is not known"),
                wrong("version in words", "mneme: one\n" + PATTERNS + REST, ":1:8", "'one' is not a whole number"),
                wrong("blank name", "name: ' '\n" + PATTERNS + REST, ":1:7", "name: a name is needed here"),
                wrong("name as list", "name: [a]\n" + PATTERNS + REST, ":1:7", "a single value is needed here"),
                wrong("unknown lowering", PATTERNS + "lowering: gradde" + REST, ":2:11", "did you mean 'graded'?"),
                wrong("unknown rule", PATTERNS + "learning: hebb" + REST, ":2:11", "'hebb' is unknown"),
                wrong(
                        "unknown coupling",
                        PATTERNS + "self-coupling: include" + REST,
                        ":2:16",
                        "did you mean 'included'?"),
                wrong("tick without unit", PATTERNS + "tick: 1" + REST, ":2:7", "has no unit"),
                wrong("tick of 0", PATTERNS + "tick: 0 ms" + REST, ":2:7", "above 0"),
                wrong("tick in minutes", PATTERNS + "tick: 1 min" + REST, ":2:7", "'min' is unknown"),
                wrong("1 payload bit", PATTERNS + "precision: {payload-bits: 1}" + REST, ":2:27", "1 is not in 2…31"),
                wrong("16 state bits", PATTERNS + "precision: {state-bits: 16}" + REST, ":2:25", "known are 24, 32"),
                wrong("unknown update", PATTERNS + "update: random" + REST, ":2:9", "'random' is unknown"));
    }

    private static BadMemory pattern(String mistake, String patterns, String place, String sentence) {
        return wrong(mistake, "patterns: " + patterns + REST, place, sentence);
    }

    private static List<BadMemory> patterns() {
        return List.of(
                pattern(
                        "no source",
                        "{}",
                        ":1:11",
                        "exactly one of csv, gait, idx, images, motor, music, npy, png, random, rows"),
                pattern("two sources", "{csv: a.csv, npy: a.npy}", ":1:11", "exactly one of"),
                pattern("unknown source", "{randon: {count: 1, features: 2}}", ":1:20", "did you mean 'random'?"),
                pattern("no count", "{random: {features: 2}}", ":1:20", "'count' is missing"),
                pattern("0 patterns", "{random: {count: 0, features: 2}}", ":1:28", "0 is not in 1…2147483647"),
                pattern("0 features", "{random: {count: 1, features: 0}}", ":1:41", "0 is not in 1…2147483647"),
                pattern(
                        "half a pattern",
                        "{random: {count: 1.5, features: 2}}",
                        ":1:28",
                        "'1.5' is not a whole number"),
                pattern("bias 2", "{random: {count: 1, features: 2, bias: 2}}", ":1:50", "2 is not in -1…1"),
                pattern("bias NaN", "{random: {count: 1, features: 2, bias: .nan}}", ":1:50", "not a finite number"),
                pattern("seed of garbage", "{random: {count: 1, features: 2, seed: x}}", ":1:50", "'x' is not a whole"),
                pattern("rows of letters", "{rows: [abc]}", ":1:19", "a pattern is written in the characters + - 0"),
                pattern("no rows", "{rows: []}", ":1:18", "at least 1 pattern is needed"),
                pattern("diluted perhaps", "{csv: {file: a.csv, diluted: perhaps}}", ":1:40", "'perhaps' is unknown"),
                pattern("threshold 300", "{idx: {file: a, threshold: 300}}", ":1:38", "300 is not in 1…255"),
                pattern("limit 0", "{idx: {file: a, limit: 0}}", ":1:34", "0 is not in 1…"),
                pattern("images without labels", "{images: {images: a}}", ":1:20", "'labels' is missing"),
                pattern("image count 1", "{images: {count: 1}}", ":1:28", "1 is not in 2…"),
                pattern("class 256", "{images: {cycle: [256]}}", ":1:29", "256 is not in 0…255"),
                pattern("no class", "{images: {cycle: []}}", ":1:28", "at least one class is needed"),
                pattern("png file", "{png: {file: a}}", ":1:24", "unknown key"),
                pattern("motor without drawing", "{motor: {points: 5}}", ":1:19", "either svg or csv is needed here"),
                pattern(
                        "two drawings",
                        "{motor: {svg: a.svg, csv: a.csv}}",
                        ":1:19",
                        "either svg or csv is needed here"),
                pattern("1 point", "{motor: {svg: a.svg, points: 1}}", ":1:40", "1 is not in 2…10000"),
                pattern("context 2", "{motor: {svg: a.svg, context: 2}}", ":1:41", "2 is not in 0…0.9"),
                pattern("arm of length 0", "{motor: {svg: a.svg, forearm-mm: 0}}", ":1:44", "0 is not above 0"),
                meaning(
                        "more patterns than memory",
                        "patterns: {random: {count: 2000000000, features: 100000}}" + REST,
                        ":1:28",
                        "2000000000 patterns of 100000 features need 23849488 MiB"),
                meaning("ragged rows", "patterns: {rows: ['+-', '+']}" + REST, ":1:25", "1 features, but the first"));
    }

    private static BadMemory interaction(String mistake, String interaction, String place, String sentence) {
        return wrong(mistake, PATTERNS + "interaction: " + interaction + "\n", place, sentence);
    }

    private static BadMemory timing(String mistake, String timing, String place, String sentence) {
        return wrong(mistake, PATTERNS + "timing: " + timing + REST, place, sentence);
    }

    private static List<BadMemory> rest() {
        return List.of(
                interaction("degree 0", "{polynomial: {degree: 0}}", ":2:36", "0 is not in 1…64"),
                interaction("degree 65", "{polynomial: {degree: 65}}", ":2:36", "65 is not in 1…64"),
                interaction("no degree", "polynomial", ":2:14", "a degree is needed"),
                interaction("misspelt degree", "{polynomial: {degre: 2}}", ":2:35", "did you mean 'degree'?"),
                interaction("kappa 0", "{exponential: {kappa: 0}}", ":2:36", "0 is not a number above 0"),
                interaction("kappa NaN", "{exponential: {kappa: NaN}}", ":2:36", "'NaN' is not a finite number"),
                interaction("kappa infinite", "{softmax: {kappa: .inf}}", ":2:32", "'.inf' is not a finite number"),
                interaction("matches 1.5", "{threshold: {matches: 1.5}}", ":2:36", "1.5 is not"),
                interaction("no matches", "threshold", ":2:14", "a fraction of matches is needed"),
                interaction("two interactions", "{linear: {}, softmax: {}}", ":2:14", "exactly one of linear"),
                interaction("unknown interaction", "quadratic", ":2:14", "'quadratic' is unknown"),
                interaction("symmetric alone", "{symmetric: linear}", ":2:14", "'asymmetric' is missing"),
                meaning(
                        "two sides without timing",
                        PATTERNS + "interaction: {asymmetric: linear}\n",
                        ":2:14",
                        "need a timing"),
                timing("no dwell", "{lambda: 2}", ":2:9", "exactly one of steps-per-pattern, dwell"),
                timing("0 steps", "{steps-per-pattern: 0}", ":2:29", "0 is not in 1…1000000"),
                timing("lambda 0", "{steps-per-pattern: 2, lambda: 0}", ":2:40", "0 is not a number above 0"),
                timing("dwell of 0", "{dwell: [1, 1, 0, 1]}", ":2:24", "0 is not in 1…1000000"),
                meaning("short dwell", PATTERNS + "timing: {dwell: [1, 2]}" + REST, ":2:17", "2 values for 4 patterns"),
                wrong("unknown sequence", PATTERNS + "sequence: cycel" + REST, ":2:11", "did you mean 'cycle'?"),
                wrong("no sequences", PATTERNS + "sequence: []" + REST, ":2:11", "at least one sequence is needed"),
                wrong("sequence of 1", PATTERNS + "sequence: [[0]]" + REST, ":2:12", "has no transition"),
                wrong("negative pattern", PATTERNS + "sequence: [[0, -1]]" + REST, ":2:16", "-1 is not in 0…3"),
                meaning("pattern too many", PATTERNS + "sequence: [[0, 4]]" + REST, ":2:16", "4 is not in 0…3"),
                meaning("two successors", PATTERNS + "sequence: [[0, 1], [0, 2]]" + REST, ":2:20", "0"));
    }
}
