package org.mneme.cli;

import java.math.BigDecimal;
import org.mneme.InvalidValueException;
import picocli.CommandLine.TypeConversionException;

/** Numbers on the command line. */
final class Numbers {
    private static final int MOST_THREADS = 1024;

    private Numbers() {}

    /**
     * Reads a finite number in decimal notation.
     *
     * @param text such as "0.2"
     * @return the number
     * @throws TypeConversionException if it is none
     */
    static Double finite(String text) {
        try {
            double value = new BigDecimal(text).doubleValue();
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the sentence below is the answer
        }
        throw new TypeConversionException("'" + text + "' is not a number");
    }

    /**
     * Refuses more threads than any machine has use for.
     *
     * @param threads as given
     * @return the same
     * @throws InvalidValueException if out of range
     */
    static int threads(int threads) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new InvalidValueException("--threads", threads, "in 1…" + MOST_THREADS);
        }
        return threads;
    }
}
