package org.mneme.runtime.config;

import org.mneme.InputException;

/** A setting that is missing, misspelt, of the wrong kind, or out of range. */
public final class SettingException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String path;

    /**
     * Creates the error.
     *
     * @param place where it was written
     * @param path the setting, such as "interaction.polynomial.degree"; empty for the whole file
     * @param mistake what is wrong and the nearest fix
     */
    public SettingException(Place place, String path, String mistake) {
        super(place + ": " + (path.isEmpty() ? "" : path + ": ") + mistake);
        this.place = place;
        this.path = path;
    }

    /**
     * Returns where it was written.
     *
     * @return the place
     */
    public Place place() {
        return place;
    }

    /**
     * Returns the setting.
     *
     * @return its path
     */
    public String path() {
        return path;
    }
}
