package org.mneme.nir.graph;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** A value of a node's metadata, which NIR carries and does not interpret. */
public sealed interface MetaValue {
    /**
     * Numbers; a truth value is 1 or 0.
     *
     * @param values of any rank
     */
    record Numbers(Tensor values) implements MetaValue {
        /**
         * Returns one number.
         *
         * @param value the number
         * @return the value
         */
        public static Numbers of(double value) {
            return new Numbers(Tensor.scalar(value));
        }
    }

    /**
     * A text.
     *
     * @param text the text
     */
    record Text(String text) implements MetaValue {}

    /**
     * A list of texts; arrays of higher rank are flattened.
     *
     * @param texts possibly empty
     */
    record Texts(List<String> texts) implements MetaValue {
        /** Copies the list. */
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Values by name.
     *
     * @param values ascending by name
     */
    record Group(SequencedMap<String, MetaValue> values) implements MetaValue {
        /** Nothing. */
        public static final Group EMPTY = new Group(new TreeMap<>());

        /** Copies the map. */
        public Group {
            values = Collections.unmodifiableSequencedMap(new TreeMap<>(values));
        }
    }
}
