package org.mneme.model.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.model.PatternSet;

/**
 * The patterns of a file while it is read: bits that grow with what was really in the file, and the meaning of its zeros.
 *
 * <p>Not diluted, a file holds {−1, +1}, or {0, 1} with 0 meaning −1. Diluted, it holds {−1, 0, +1} and 0 stays 0.
 */
final class SignPlanes {
    /** Most features, so that indices into a row stay far from the end of int. */
    private static final int MOST_FEATURES = 1 << 30;

    private final Path file;
    private final int features;
    private final boolean diluted;
    private final Growing plus;
    private final Growing known;
    private Optional<Place> firstZero = Optional.empty();
    private Optional<Place> firstMinus = Optional.empty();
    private boolean anyZero;

    /**
     * Creates empty planes.
     *
     * @param file the file read, for messages
     * @param features N, as {@link #requireShape} allows
     * @param diluted whether 0 means unknown
     */
    SignPlanes(Path file, int features, boolean diluted) {
        this.file = file;
        this.features = features;
        this.diluted = diluted;
        this.plus = new Growing(file);
        this.known = new Growing(file);
    }

    /**
     * Checks that so many patterns of so many features can be held; allocates nothing.
     *
     * @param file the file read
     * @param count P claimed
     * @param features N claimed
     * @throws EmptyFileException if one of them is 0
     * @throws TooLargeException if they are too many
     */
    static void requireShape(Path file, long count, long features) {
        if (count < 1 || features < 1) {
            throw new EmptyFileException(file, count < 1 ? "patterns" : "features");
        }
        if (features > MOST_FEATURES) {
            throw new TooLargeException(
                    file, Place.WHOLE, "a row", features + " features", MOST_FEATURES + " features", "use fewer");
        }
        int stride = BitMatrix.wordsFor((int) features);
        if (count > Growing.MOST_WORDS / stride) {
            throw new TooLargeException(
                    file,
                    Place.WHOLE,
                    "a set of patterns with " + features + " features",
                    count + " patterns",
                    Growing.MOST_WORDS / stride + " patterns",
                    "split it");
        }
    }

    /**
     * Says whether the place of a value has to be given to {@link #note} before it is put.
     *
     * @param value −1, 0 or +1
     * @return true for the first −1 and the first 0 where they exclude each other
     */
    boolean isNews(int value) {
        return value <= 0 && !diluted && (value == 0 ? firstZero : firstMinus).isEmpty();
    }

    /**
     * Notes where the first −1 or the first 0 is.
     *
     * @param value −1 or 0
     * @param place its place
     * @throws MixedSignsException if the other one was met before
     */
    void note(int value, Place place) {
        Optional<Place> other = value == 0 ? firstMinus : firstZero;
        if (other.isPresent()) {
            throw new MixedSignsException(file, place, value, other.get());
        }
        if (value == 0) {
            firstZero = Optional.of(place);
        } else {
            firstMinus = Optional.of(place);
        }
    }

    /**
     * Stores one value; each element is stored at most once.
     *
     * @param row 0…, with row · ⌈N/64⌉ inside what {@link #requireShape} allows
     * @param column 0…N−1
     * @param value −1, 0 or +1
     */
    void put(int row, int column, int value) {
        int word = row * BitMatrix.wordsFor(features) + (column >>> 6);
        long bit = 1L << column;
        if (value == 1) {
            plus.or(word, bit);
        }
        if (value == 0) {
            anyZero = true;
        } else if (diluted) {
            known.or(word, bit);
        }
    }

    /**
     * Returns the patterns.
     *
     * @param count P
     * @return the first P rows
     */
    PatternSet toPatternSet(int count) {
        int stride = BitMatrix.wordsFor(features);
        InputFile.requireHeap(file, "packed patterns", 8L * count * stride);
        BitMatrix signs = BitMatrix.ofWords(count, features, (row, w) -> plus.get(row * stride + w));
        return new PatternSet(
                signs,
                diluted && anyZero
                        ? Optional.of(BitMatrix.ofWords(count, features, (row, w) -> known.get(row * stride + w)))
                        : Optional.empty());
    }

    /** Words allocated in chunks as bits are set. */
    private static final class Growing {
        static final int MOST_WORDS = Integer.MAX_VALUE - 8;
        private static final int CHUNK = 1 << 13;

        private final Path file;
        private final List<long[]> chunks = new ArrayList<>();

        Growing(Path file) {
            this.file = file;
        }

        void or(int word, long bits) {
            while (word / CHUNK >= chunks.size()) {
                InputFile.requireHeap(file, "packed patterns", 16L * CHUNK * (chunks.size() + 1));
                chunks.add(new long[CHUNK]);
            }
            chunks.get(word / CHUNK)[word % CHUNK] |= bits;
        }

        long get(int word) {
            return word / CHUNK < chunks.size() ? chunks.get(word / CHUNK)[word % CHUNK] : 0;
        }
    }
}
