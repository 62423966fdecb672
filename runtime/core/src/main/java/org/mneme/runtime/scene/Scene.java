package org.mneme.runtime.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.bits.Signs;

/**
 * What states mean outside the memory. Reading a state uses the code only, never the stored patterns; what was asked for is used to judge.
 */
public interface Scene {
    /**
     * Returns what it is drawn as.
     *
     * @return the kind
     */
    SceneKind kind();

    /**
     * Returns the numbers that a state is read as.
     *
     * @return C ≥ 1 channels
     */
    List<Channel> channels();

    /**
     * Returns what a drawing needs besides the channels, such as lengths and outlines: texts, finite numbers, booleans, lists and mappings.
     *
     * @return in a fixed order of keys
     */
    Map<String, Object> setting();

    /**
     * Reads a state.
     *
     * @param state N signs; zeros are unknown
     * @return C numbers
     */
    double[] read(Signs state);

    /**
     * Returns what a pattern was made of.
     *
     * @param pattern 0…P−1
     * @return C numbers
     */
    double[] wanted(int pattern);

    /**
     * Returns what stands between the values read and what moves.
     *
     * @return empty where they are the same
     */
    default Optional<Plant> plant() {
        return Optional.empty();
    }

    /**
     * Judges a performance.
     *
     * @param performance what a recall did; possibly without a moment
     * @return how well
     */
    SceneScore judge(Performance performance);

    /**
     * Returns the endings of files that a performance can be written to, without the dot.
     *
     * @return such as "mid" and "csv"
     */
    List<String> formats();

    /**
     * Writes a performance.
     *
     * @param performance what a recall did
     * @param file new, or replaced; written whole or not at all; its ending is one of {@link #formats}
     * @throws org.mneme.InputException if it cannot be written, or so long a performance is not for this format
     */
    void write(Performance performance, Path file);
}
