package org.mneme.model.io;

import java.nio.file.Path;

/** A text that is not encoded in UTF-8. */
public final class NotUtf8Exception extends FileException {
    private static final long serialVersionUID = 1L;

    NotUtf8Exception(Path file, Place place) {
        super(file, place, "this byte is not UTF-8; save the file as UTF-8 or plain ASCII");
    }
}
