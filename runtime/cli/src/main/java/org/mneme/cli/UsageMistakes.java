package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.mneme.runtime.config.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong command lines, told in one sentence with the nearest right one. */
final class UsageMistakes {
    private UsageMistakes() {}

    /**
     * Says what is wrong with a command line.
     *
     * @param mistake what the parser found
     * @return the exit code
     */
    static int explain(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        String sentence = sentence(mistake);
        String help = sentence.endsWith("?") ? "" : "; see '" + name(command) + " --help'";
        Failures.say(sentence + help, err);
        return ExitCodes.USAGE;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static String sentence(ParameterException mistake) {
        return switch (mistake) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> label(twice.getOverwritten()) + " is given twice";
            default ->
                mistake.getArgSpec() != null && mistake.getValue() != null
                        ? label(mistake.getArgSpec()) + ": '" + mistake.getValue() + "' is not "
                                + kind(mistake.getArgSpec().typeInfo().getType(), mistake.getValue())
                        : String.valueOf(mistake.getMessage());
        };
    }

    private static String unmatched(UnmatchedArgumentException mistake) {
        String first = mistake.getUnmatched().getFirst();
        CommandSpec spec = mistake.getCommandLine().getCommandSpec();
        if (first.startsWith("-") && first.length() > 1) {
            String option = first.replaceFirst("=.*", "");
            List<String> known = spec.options().stream()
                    .flatMap(o -> Arrays.stream(o.names()))
                    .filter(o -> o.startsWith("--"))
                    .toList();
            return "option '" + option + "' is unknown" + nearest(option, known);
        }
        Collection<String> commands = spec.subcommands().keySet();
        return commands.isEmpty()
                ? "'" + first + "' is one argument too many"
                : "command '" + first + "' is unknown" + nearest(first, commands);
    }

    private static String nearest(String typed, Collection<String> known) {
        return Nearest.of(typed, known)
                .map(word -> Nearest.suggestion(typed, List.of(word)))
                .orElse("");
    }

    private static String missing(MissingParameterException mistake) {
        List<ArgSpec> missing = mistake.getMissing();
        if (missing.size() == 1 && missing.getFirst() instanceof OptionSpec option && !option.required()) {
            return option.longestName() + " needs a value, " + option.paramLabel();
        }
        return missing.stream().map(UsageMistakes::written).collect(Collectors.joining(" and "))
                + (missing.size() == 1 ? " is missing" : " are missing");
    }

    private static String written(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() + " " + option.paramLabel() : arg.paramLabel();
    }

    private static String label(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String kind(Class<?> type, String value) {
        boolean tooLarge = value.matches("[-+]?[0-9]+");
        if (type == int.class || type == Integer.class) {
            return tooLarge ? "a whole number that fits 32 bits" : "a whole number";
        }
        if (type == long.class || type == Long.class) {
            return tooLarge ? "a whole number that fits 64 bits" : "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        return type == Path.class ? "a file name" : "possible here";
    }
}
