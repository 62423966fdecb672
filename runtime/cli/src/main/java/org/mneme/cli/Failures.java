package org.mneme.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.mneme.MnemeException;

/** What is said where a command fails. */
final class Failures {
    private static final int LONGEST = 2000;
    private static final long MIB = 1 << 20;

    private Failures() {}

    /**
     * Says in one sentence what failed; a stack trace follows for defects of Mneme only.
     *
     * @param failure what was thrown
     * @param err where to
     * @return the exit code
     */
    static int explain(Throwable failure, PrintWriter err) {
        for (Throwable t = failure; t != null; t = cause(t)) {
            if (t instanceof OutOfMemoryError) {
                say(
                        "the Java heap of " + Runtime.getRuntime().maxMemory() / MIB
                                + " MiB is too small for this; store fewer patterns, or give Java more, such as "
                                + "MNEME_JAVA_OPTS=-Xmx8g",
                        err);
                return ExitCodes.USAGE;
            }
        }
        if (failure instanceof MnemeException mistake) {
            say(mistake.getMessage(), err);
            return mistake.exitCode();
        }
        if (failure instanceof UncheckedIOException unreadable) {
            say(String.valueOf(unreadable.getMessage()), err);
            return ExitCodes.USAGE;
        }
        say("this is a defect of Mneme, please report it with what follows", err);
        failure.printStackTrace(err);
        return ExitCodes.DEFECT;
    }

    private static @Nullable Throwable cause(Throwable t) {
        return t.getCause();
    }

    /**
     * Prints a message on one line that a terminal can show.
     *
     * @param sentence the message
     * @param err where to
     */
    static void say(String sentence, PrintWriter err) {
        String line = sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
        err.println("mneme: " + line.replaceAll("\\p{Cntrl}", "?"));
    }
}
