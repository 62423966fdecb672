package org.mneme;

/** A value outside its range, named with what it belongs to: "interaction.polynomial.degree: 0 is not in 1…64". */
public final class InvalidValueException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String object;
    private final String value;
    private final String expected;

    /**
     * Creates the error.
     *
     * @param object what the value belongs to, as the user names it
     * @param value the value given
     * @param expected what would have been right, as the end of the sentence "… is not …"
     */
    public InvalidValueException(String object, Object value, String expected) {
        super(object + ": " + value + " is not " + expected);
        this.object = object;
        this.value = String.valueOf(value);
        this.expected = expected;
    }

    /**
     * Returns what the value belongs to.
     *
     * @return a name the user knows
     */
    public String object() {
        return object;
    }

    /**
     * Returns the value that was given.
     *
     * @return its text
     */
    public String value() {
        return value;
    }

    /**
     * Returns what would have been right.
     *
     * @return the end of the sentence
     */
    public String expected() {
        return expected;
    }
}
