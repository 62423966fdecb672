package org.mneme.board.driver;

/** What a call of a driver returns: enum mneme_result. */
public enum DriverResult {
    OK(0, "done"),
    BAD_URI(100, "the URI names no board of this driver"),
    BAD_STATE(101, "not possible now"),
    BAD_PROGRAM(102, "the program is damaged, or for another target"),
    BAD_EVENT(103, "an event cannot be taken"),
    BAD_ARGUMENT(104, "an argument is wrong"),
    TOO_LARGE(105, "the program exceeds a limit of the board"),
    TIMEOUT(200, "not done in time"),
    BUSY(201, "another session holds the board"),
    FULL(202, "the queue towards the board is full"),
    CORRUPT(203, "what was read back is not what was sent"),
    GONE(300, "the board does not answer any more"),
    BROKEN(301, "the driver cannot go on");

    private final int code;
    private final String words;

    /** Who has to do what about a failure. */
    public enum Remedy {
        /** The caller fixes the call. */
        CALLER,
        /** Trying again helps. */
        TRANSIENT,
        /** Nothing helps: the board is gone. */
        PERMANENT
    }

    DriverResult(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /**
     * Returns the result of a code.
     *
     * @param code what a call returned
     * @return the result; for a code that is unknown the most general one of its class, and {@link #BROKEN} for one of no class
     */
    public static DriverResult of(int code) {
        for (DriverResult result : values()) {
            if (result.code == code) {
                return result;
            }
        }
        return switch (code / 100) {
            case 1 -> BAD_ARGUMENT;
            case 2 -> TIMEOUT;
            case 3 -> GONE;
            default -> BROKEN;
        };
    }

    /**
     * Returns its number.
     *
     * @return as in mneme_driver.h
     */
    public int code() {
        return code;
    }

    /**
     * Says what it means.
     *
     * @return a phrase
     */
    public String words() {
        return words;
    }

    /**
     * Returns what helps.
     *
     * @return the class of a failure
     * @throws IllegalStateException for {@link #OK}
     */
    public Remedy remedy() {
        return switch (code / 100) {
            case 1 -> Remedy.CALLER;
            case 2 -> Remedy.TRANSIENT;
            case 3 -> Remedy.PERMANENT;
            default -> throw new IllegalStateException("nothing failed");
        };
    }
}
