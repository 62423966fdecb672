package org.mneme.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mneme.MnemeException;
import org.mneme.map.InfeasibleException;
import org.mneme.pass.UnfitException;
import org.mneme.report.Refusal;

/** What is said where a command fails. */
final class Failures {
    private static final int LONGEST = 2000;
    private static final long MIB = 1 << 20;

    private Failures() {}

    /**
     * Says in one sentence what failed, and what does not fit a board in a line each; a stack trace follows for defects
     * of Mneme only.
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
        if (failure instanceof UnfitException unfit) {
            return list("the " + unfit.lowering() + " lowering", unfit.target(), Refusal.of(unfit), err);
        }
        if (failure instanceof InfeasibleException infeasible) {
            return list("graph '" + infeasible.graph() + "'", infeasible.target(), Refusal.of(infeasible), err);
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

    private static int list(String object, String target, List<Refusal> refusals, PrintWriter err) {
        say(headline(object, target, refusals), err);
        refusals.forEach(refusal -> err.println("  " + shown(refusal.line())));
        return ExitCodes.NO;
    }

    /**
     * Says that something does not fit a board, before the limits that it exceeds.
     *
     * @param object what does not fit
     * @param target name of the board's target
     * @param refusals one a limit
     * @return such as "hello does not fit truenorth: 4 limits are exceeded"
     */
    static String headline(String object, String target, List<Refusal> refusals) {
        int limits = refusals.size();
        return object + " does not fit " + target + ": " + limits
                + (limits == 1 ? " limit is exceeded" : " limits are exceeded");
    }

    /**
     * Prints a message on one line that a terminal can show.
     *
     * @param sentence the message
     * @param err where to
     */
    static void say(String sentence, PrintWriter err) {
        err.println("mneme: " + shown(sentence));
    }

    private static String shown(String sentence) {
        String line = sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
        return line.replaceAll("\\p{Cntrl}", "?");
    }
}
