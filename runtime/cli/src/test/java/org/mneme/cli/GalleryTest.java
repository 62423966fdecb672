package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the gallery print the lines that it says they print. */
final class GalleryTest {
    private static final Pattern SHOWN = Pattern.compile("(?ms)^```sh\\n([^`]*?)^```\\n\\n```text\\n(.*?)^```");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+]\\((images/[^)]+)\\)");
    private static final int LARGEST_PICTURE = 150_000;
    private static final Path PAGE = Checkout.root().resolve("docs/gallery.md");

    @TempDir
    private Path folder;

    record Shown(List<String> command, List<String> lines) {
        @Override
        public String toString() {
            return String.join(" ", command);
        }
    }

    static Stream<Shown> commands() throws IOException {
        return SHOWN.matcher(Files.readString(PAGE))
                .results()
                .map(found -> new Shown(
                        CommandLines.of(found.group(1), "./mneme").getFirst(),
                        found.group(2).lines().toList()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void printsWhatIsShown(Shown shown) {
        assumeTrue(!shown.command().contains("--board") || hasEmulator(), "the emulator was not built");
        List<Object> words = new ArrayList<>();
        for (String word : shown.command()) {
            boolean output = !words.isEmpty()
                    && List.of("--report", "--perform").contains(words.getLast().toString());
            boolean example = word.startsWith("examples/");
            words.add(output ? folder.resolve(word) : example ? Checkout.root().resolve(word) : word);
        }

        Outcome outcome = Outcome.of(words.toArray());

        List<String> printed = outcome.out().lines().toList();
        assertTrue(printed.containsAll(shown.lines()), () -> String.join("\n", printed) + "\n" + outcome.err());
        assertTrue(outcome.code() <= 1, outcome::toString);
    }

    private static boolean hasEmulator() {
        for (JsonNode driver : Outcome.of("boards", "--json").json().get("drivers")) {
            if (driver.get("scheme").asText().equals("emulator")) {
                return driver.get("usable").asBoolean();
            }
        }
        return false;
    }

    @Test
    void picturesAreThereAndSmall() throws IOException {
        List<String> pictures = PICTURE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertFalse(pictures.isEmpty());
        for (String picture : pictures) {
            long size = Files.size(PAGE.resolveSibling(picture));
            assertTrue(size > 0 && size < LARGEST_PICTURE, () -> picture + ": " + size + " bytes");
        }
        assertEquals(pictures.size(), pictures.stream().distinct().count());
    }
}
