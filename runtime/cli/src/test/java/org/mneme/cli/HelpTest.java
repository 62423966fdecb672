package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class HelpTest {
    private static final int COLUMNS = 80;

    static Stream<String> commands() {
        return Mneme.commandLine().getSubcommands().keySet().stream();
    }

    private static CommandLine command(String name) {
        return Objects.requireNonNull(Mneme.commandLine().getSubcommands().get(name));
    }

    @Test
    void helpListsEveryCommand() {
        String help = Outcome.of("--help").succeeded().out();

        List.of(
                        "run",
                        "live",
                        "compile",
                        "inspect",
                        "diff",
                        "export",
                        "theory",
                        "sweep",
                        "capacity",
                        "robustness",
                        "targets",
                        "boards",
                        "conformance",
                        "backends",
                        "schema",
                        "completion")
                .forEach(name -> assertTrue(help.contains("\n  " + name + " "), name));
        assertEquals(16, commands().count());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpOfEachCommandFitsATerminal(String name) {
        CommandLine command = command(name);
        String help = command.setUsageHelpAutoWidth(false).getUsageMessage();

        assertTrue(help.contains("Usage: mneme " + name), help);
        assertFalse(command.getCommandSpec().usageMessage().header().length == 0, name);
        for (String line : help.split("\n")) {
            assertTrue(line.length() <= COLUMNS, line);
        }
        // A footer's line that had to be wrapped is no command line any more.
        for (String line : command.getCommandSpec().usageMessage().footer()) {
            assertTrue(help.contains(line), line);
        }
        assertEquals(Outcome.of(name, "--help").out(), Outcome.of(name, "-h").out());
    }

    /** Every example of a help text is a command line that is understood. */
    @ParameterizedTest
    @MethodSource("commands")
    void examplesOfTheHelpAreCommandLines(String name) {
        String[] footer = command(name).getCommandSpec().usageMessage().footer();

        CommandLines.of(String.join("\n", footer).replaceAll("(?m)^  mneme", "mneme"), "mneme")
                .forEach(CommandLines::parse);
    }

    @Test
    void versionNamesTheProgramAndJava() {
        String version = Outcome.of("--version").succeeded().out();

        assertTrue(version.matches("mneme \\S+\\RJava [0-9.]+\\S*\\R"), version);
        assertEquals(version, Outcome.of("run", "--version").out());
    }

    @Test
    void backendsAreListedWithWhatTheyAre() {
        List<String> lines = Outcome.of("backends").succeeded().out().lines().toList();

        assertEquals(4, lines.size());
        assertTrue(lines.get(0).matches("board +\\S.*"), lines::toString);
        assertTrue(lines.get(1).matches("dense +\\S.*"), lines::toString);
        assertTrue(lines.get(2).matches("simulator +\\S.*"), lines::toString);
        assertTrue(lines.get(3).matches("reference +\\S.*"), lines::toString);
    }
}
