package org.mneme.model.io;

import java.nio.file.Path;

/** Two columns of one name. */
public final class DuplicateNameException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String name;

    DuplicateNameException(Path file, Place place, String name) {
        super(file, place, "the column name \"" + name + "\" is used twice; rename one");
        this.name = name;
    }

    /**
     * Returns the name met twice.
     *
     * @return text without control characters
     */
    public String name() {
        return name;
    }
}
