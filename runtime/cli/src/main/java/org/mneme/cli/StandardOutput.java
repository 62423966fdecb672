package org.mneme.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The standard output. A reader that goes away, such as {@code head}, is no failure; a full disk is. */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private @Nullable IOException failure;

    /**
     * Wraps a stream.
     *
     * @param out the process's standard output
     */
    StandardOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure != null) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
        }
    }

    /**
     * Says what could not be written.
     *
     * @param code the exit code so far
     * @param err where to
     * @return the exit code
     */
    int check(int code, PrintWriter err) {
        if (failure == null
                || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
            return code;
        }
        Failures.say("the standard output cannot be written (" + failure.getMessage() + ")", err);
        return ExitCodes.USAGE;
    }
}
