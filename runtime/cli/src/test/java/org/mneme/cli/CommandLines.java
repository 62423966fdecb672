package org.mneme.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Command lines in texts for users. */
final class CommandLines {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    private CommandLines() {}

    /** The arguments of each line of a text that starts with a program's name; comments and what follows a pipe are left out. */
    static List<List<String>> of(String text, String program) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : text.replaceAll("\\\\\n +", "").split("\n")) {
            for (String part : line.split(" && ")) {
                String command = part.replaceFirst(" +#.*| +[|>].*", "").strip();
                if (command.startsWith(program + " ")) {
                    lines.add(words(command.substring(program.length())));
                }
            }
        }
        return lines;
    }

    /** The words that a shell makes of a command line without escapes and variables. */
    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replaceAll("[\"']", ""))
                .toList();
    }

    /** Parses without running; a mistake is thrown. */
    static ParseResult parse(List<String> arguments) {
        return Mneme.commandLine().parseArgs(arguments.toArray(String[]::new));
    }

    /** The files that a command line reads. */
    static List<Path> read(ParseResult parsed) {
        return paths(parsed.subcommand().matchedPositionals().stream()
                .filter(argument -> !isWritten(argument))
                .toList());
    }

    private static boolean isWritten(ArgSpec argument) {
        return argument.paramLabel().startsWith("OUT");
    }

    /** The files and folders that a command line writes. */
    static List<Path> written(ParseResult parsed) {
        List<OptionSpec> options = parsed.subcommand().matchedOptions();
        return paths(Stream.<ArgSpec>concat(
                        options.stream(),
                        parsed.subcommand().matchedPositionals().stream().filter(CommandLines::isWritten))
                .toList());
    }

    private static List<Path> paths(List<? extends ArgSpec> arguments) {
        List<Path> paths = new ArrayList<>();
        for (ArgSpec argument : arguments) {
            if (argument.getValue() instanceof Path path) {
                paths.add(path);
            }
        }
        return paths;
    }
}
