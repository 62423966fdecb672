package org.mneme.model.io;

import java.nio.file.Path;
import org.mneme.InputException;

/** A file that cannot be used as what it was given for; one subclass per mistake. */
public abstract sealed class FileException extends InputException
        permits ArchiveMemberException,
                BadCellException,
                DuplicateNameException,
                EmptyFileException,
                ImageSizeException,
                MalformedFileException,
                MissingFileException,
                MixedSignsException,
                NotAFileException,
                NotAFolderException,
                NotUtf8Exception,
                RaggedRowException,
                TooLargeException,
                TrailingBytesException,
                TruncatedFileException,
                UnreadableFileException,
                UnsupportedFormatException {
    private static final long serialVersionUID = 1L;

    private final Path file;
    private final Place place;

    FileException(Path file, Place place, String sentence) {
        super(file + place.suffix() + ": " + sentence);
        this.file = file;
        this.place = place;
    }

    FileException(Path file, String sentence, Throwable cause) {
        super(file + ": " + sentence, cause);
        this.file = file;
        this.place = Place.WHOLE;
    }

    /**
     * Returns the file, or the folder, as it was given.
     *
     * @return its path
     */
    public final Path file() {
        return file;
    }

    /**
     * Returns where in the file the mistake is.
     *
     * @return a line and column, an element, or the whole file
     */
    public final Place place() {
        return place;
    }
}
