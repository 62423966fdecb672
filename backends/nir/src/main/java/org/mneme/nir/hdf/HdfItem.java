package org.mneme.nir.hdf;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Tensor;

/** A member of an HDF5 group. */
public sealed interface HdfItem {
    /** What a dataset or an attribute holds. */
    sealed interface Data extends HdfItem {
        /**
         * Returns the dimensions.
         *
         * @return empty for a scalar
         */
        Ints shape();
    }

    /**
     * Numbers of any type; truth values are 1 and 0.
     *
     * @param values the numbers; an integer beyond ±2⁵³ is rounded
     * @param whole whether they are written as 64-bit integers, else as 64-bit floats
     */
    record Numbers(Tensor values, boolean whole) implements Data {
        @Override
        public Ints shape() {
            return values.shape();
        }
    }

    /**
     * Texts, written with variable length as UTF-8.
     *
     * @param shape dimensions; empty for a scalar
     * @param texts as many as the shape holds, the last index fastest
     */
    record Texts(Ints shape, List<String> texts) implements Data {
        /** Copies the list. */
        public Texts {
            texts = List.copyOf(texts);
            if (texts.size() != Tensor.size(shape)) {
                throw new IllegalArgumentException(texts.size() + " texts do not fill the shape " + shape);
            }
        }

        /**
         * Returns a scalar.
         *
         * @param text the text
         * @return one text
         */
        public static Texts of(String text) {
            return new Texts(Ints.of(), List.of(text));
        }
    }

    /**
     * A group.
     *
     * @param members by name, ascending
     * @param attributes by name, ascending; not read from files
     */
    record Group(SequencedMap<String, HdfItem> members, SequencedMap<String, Data> attributes) implements HdfItem {
        /** Copies the maps. */
        public Group {
            members = Collections.unmodifiableSequencedMap(new TreeMap<>(members));
            attributes = Collections.unmodifiableSequencedMap(new TreeMap<>(attributes));
        }

        /**
         * Returns a group without attributes.
         *
         * @param members by name
         * @return the group
         */
        public static Group of(SequencedMap<String, ? extends HdfItem> members) {
            return new Group(new TreeMap<>(members), new TreeMap<>());
        }
    }
}
