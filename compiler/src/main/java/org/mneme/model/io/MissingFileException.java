package org.mneme.model.io;

import java.nio.file.Path;

/** There is no file, or no folder, of that name. */
public final class MissingFileException extends FileException {
    private static final long serialVersionUID = 1L;

    MissingFileException(Path file) {
        super(file, Place.WHOLE, "there is no such file or folder" + nearest(file));
    }

    private static String nearest(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? "; check the name" : "; check the name (looked in " + folder + ")";
    }
}
