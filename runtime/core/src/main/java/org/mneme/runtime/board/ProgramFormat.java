package org.mneme.runtime.board;

import java.nio.file.Path;
import java.util.List;
import org.mneme.map.Mapping;

/** Writes and reads board programs; found by {@link java.util.ServiceLoader}. */
public interface ProgramFormat {
    /**
     * Returns how names of such files end.
     *
     * @return ".mneme"
     */
    String extension();

    /**
     * Writes a program, section by section, to a temporary name that is moved at the end.
     *
     * @param mapping what is where
     * @param file replaced where it exists, in one step
     * @throws org.mneme.InputException if it cannot be written
     */
    void write(Mapping mapping, Path file);

    /**
     * Describes a program for people.
     *
     * @param file a board program
     * @return lines
     * @throws org.mneme.InputException if it is damaged, or of a version that cannot be read
     */
    List<String> describe(Path file);

    /**
     * Says where two programs differ.
     *
     * @param left a board program
     * @param right another
     * @return a line a difference, by section and field; empty iff they are equal
     * @throws org.mneme.InputException if one is damaged, or of a version that cannot be read
     */
    List<String> differences(Path left, Path right);
}
