package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

/** What the README and the documentation tell users to type is understood, and names files that are there. */
final class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Pattern INLINE = Pattern.compile("`[^`\\n]*\\./mneme ([^`)\\n]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    static Stream<Path> pages() {
        Path docs = Checkout.root().resolve("docs");
        return Stream.concat(
                Stream.of(Checkout.root().resolve("README.md")),
                Checkout.files(docs).stream().filter(file -> file.toString().endsWith(".md")));
    }

    private static String blocks(String page) {
        StringBuilder text = new StringBuilder();
        BLOCK.matcher(page).results().forEach(block -> text.append(block.group(1)));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandLinesUseWhatThereIs(Path page) throws IOException {
        Set<Path> made = new HashSet<>();
        for (List<String> line : CommandLines.of(blocks(Files.readString(page)), "./mneme")) {
            ParseResult parsed = CommandLines.parse(line);
            assertTrue(parsed.hasSubcommand(), line::toString);
            for (Path input : CommandLines.read(parsed)) {
                assertTrue(
                        made.contains(input) || Files.exists(Checkout.root().resolve(input)),
                        () -> page + ": " + input + " is neither there nor made before");
            }
            made.addAll(CommandLines.written(parsed));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsInTheTextAreThere(Path page) throws IOException {
        for (Matcher inline = INLINE.matcher(Files.readString(page)); inline.find(); ) {
            String first = inline.group(1).strip().split(" ")[0];
            assertTrue(
                    first.equals("--help")
                            || first.equals("--version")
                            || Mneme.commandLine().getSubcommands().containsKey(first),
                    () -> page + ": " + inline.group());
        }
    }

    @Test
    void readmeHoldsNothingElseThanThePlainCommands() throws IOException {
        List<String> lines =
                new ArrayList<>(blocks(Files.readString(Checkout.root().resolve("README.md")))
                        .lines()
                        .toList());

        assertTrue(lines.remove("./mvnw verify"), lines::toString);
        assertTrue(lines.size() > 4, lines::toString);
        for (String line : lines) {
            assertTrue(line.matches("\\./mneme [-A-Za-z0-9_./=,:?' ]+"), line);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Matcher link = LINK.matcher(Files.readString(page)); link.find(); ) {
            if (!Files.exists(page.resolveSibling(link.group(1)))) {
                broken.add(link.group(1));
            }
        }

        assertEquals(Set.of(), broken);
    }
}
