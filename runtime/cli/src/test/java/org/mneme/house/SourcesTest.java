package org.mneme.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final int MOST_LINES = 400;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String top : List.of("compiler", "runtime", "backends", "examples")) {
            try (Stream<Path> walk = Files.walk(House.root().resolve(top))) {
                walk.filter(p -> p.toString().endsWith(".java"))
                        .filter(p -> !House.root().relativize(p).toString().matches(".*\\btarget\\b.*"))
                        .forEach(sources::add);
            }
        }
        assertTrue(sources.size() > 50, () -> "sources not found under " + House.root());
        return sources;
    }

    @Test
    void filesAreNoLongerThanThreeScreens() throws IOException {
        Set<String> tooLong = new TreeSet<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                tooLong.add(House.root().relativize(file) + ": " + lines);
            }
        }
        assertEquals(Set.of(), tooLong);
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        Set<String> unmarked = new TreeSet<>();
        for (Path file : sources()) {
            Path info = file.resolveSibling("package-info.java");
            boolean main = file.toString().replace('\\', '/').contains("/src/main/java/");
            if (main && !(Files.exists(info) && Files.readString(info).contains("@NullMarked"))) {
                unmarked.add(House.root().relativize(file.resolveSibling("")).toString());
            }
        }
        assertEquals(Set.of(), unmarked);
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        Set<String> unfinished = new TreeSet<>();
        for (Path file : sources()) {
            if (UNFINISHED.matcher(Files.readString(file)).find()) {
                unfinished.add(House.root().relativize(file).toString());
            }
        }
        assertEquals(Set.of(), unfinished);
    }
}
