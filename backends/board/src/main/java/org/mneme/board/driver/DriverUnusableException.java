package org.mneme.board.driver;

import java.util.List;
import org.mneme.MnemeException;

/** A shared library that is no usable driver. */
public final class DriverUnusableException extends MnemeException {
    private static final long serialVersionUID = 1L;

    private final String library;
    private final transient Trouble trouble;

    /** What is wrong with it. */
    public sealed interface Trouble {
        /**
         * Says it as the end of a sentence that begins with "driver LIBRARY".
         *
         * @return words
         */
        String words();

        /**
         * Returns the exit code of a command that needs the driver.
         *
         * @return 2 for a wrong file, 3 for a driver that fails
         */
        int exitCode();
    }

    /**
     * It cannot be loaded.
     *
     * @param reason what the system says
     */
    public record NoLibrary(String reason) implements Trouble {
        @Override
        public String words() {
            return "cannot be loaded (" + reason + "); it has to be a shared library for this system";
        }

        @Override
        public int exitCode() {
            return 2;
        }
    }

    /**
     * It lacks functions.
     *
     * @param missing their names
     */
    public record NoDriver(List<String> missing) implements Trouble {
        /** Copies the list. */
        public NoDriver {
            missing = List.copyOf(missing);
        }

        @Override
        public String words() {
            return "is no driver: it has no " + String.join(", ", missing);
        }

        @Override
        public int exitCode() {
            return 2;
        }
    }

    /**
     * It speaks another version of the interface.
     *
     * @param found its version
     * @param expected ours
     */
    public record OtherAbi(int found, int expected) implements Trouble {
        @Override
        public String words() {
            return "speaks version " + Integer.toUnsignedString(found) + " of the driver interface and Mneme version "
                    + expected + "; install the driver built for it";
        }

        @Override
        public int exitCode() {
            return 2;
        }
    }

    /**
     * It ended the process that tried it.
     *
     * @param stage what it was doing, such as "open"
     * @param status exit status of the process
     */
    public record Crashed(String stage, int status) implements Trouble {
        @Override
        public String words() {
            return "crashes in " + stage + " (status " + status + " of the process that tried it); it was not loaded";
        }

        @Override
        public int exitCode() {
            return 3;
        }
    }

    /**
     * It did not come back.
     *
     * @param stage what it was doing, such as "open"
     * @param seconds that were waited
     */
    public record Hung(String stage, double seconds) implements Trouble {
        @Override
        public String words() {
            return "does not come back from " + stage + " within " + seconds + " s; it was not loaded";
        }

        @Override
        public int exitCode() {
            return 3;
        }
    }

    /**
     * Creates the error.
     *
     * @param library path of the library
     * @param trouble what is wrong
     */
    public DriverUnusableException(String library, Trouble trouble) {
        super("driver " + library + " " + trouble.words());
        this.library = library;
        this.trouble = trouble;
    }

    /**
     * Returns the library.
     *
     * @return its path
     */
    public String library() {
        return library;
    }

    /**
     * Returns what is wrong with it.
     *
     * @return the trouble
     */
    public Trouble trouble() {
        return trouble;
    }

    @Override
    public int exitCode() {
        return trouble.exitCode();
    }
}
