package org.mneme.model.io;

import java.nio.file.Path;

/** A file was given where a folder is wanted. */
public final class NotAFolderException extends FileException {
    private static final long serialVersionUID = 1L;

    NotAFolderException(Path file) {
        super(file, Place.WHOLE, "is a file, not a folder; give the folder it is in");
    }
}
