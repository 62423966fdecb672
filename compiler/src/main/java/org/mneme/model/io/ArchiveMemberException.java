package org.mneme.model.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The array wanted cannot be told among those of an .npz archive. */
public final class ArchiveMemberException extends FileException {
    private static final long serialVersionUID = 1L;

    private final Optional<String> wanted;
    private final List<String> names;

    ArchiveMemberException(Path file, Optional<String> wanted, List<String> names) {
        super(file, Place.WHOLE, sentence(wanted, names));
        this.wanted = wanted;
        this.names = List.copyOf(names);
    }

    /**
     * Returns the name asked for.
     *
     * @return the name, or empty where none was given
     */
    public Optional<String> wanted() {
        return wanted;
    }

    /**
     * Returns the names of arrays in the archive.
     *
     * @return at most 10 of them, in the order of the archive
     */
    public List<String> names() {
        return names;
    }

    private static String sentence(Optional<String> wanted, List<String> names) {
        String found = names.isEmpty() ? "no array" : "the arrays " + String.join(", ", names);
        return wanted.map(name -> "has no array \"" + Shown.of(name) + "\"; it holds " + found)
                .orElse("holds " + found + "; name one of them");
    }
}
