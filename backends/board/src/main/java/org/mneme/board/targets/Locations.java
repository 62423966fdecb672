package org.mneme.board.targets;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.TextFormatParseInfoTree;
import com.google.protobuf.TextFormatParseLocation;
import java.util.Optional;
import org.mneme.board.proto.TargetDescription;
import org.mneme.runtime.config.Place;

/**
 * Where the parts of a description were written.
 *
 * @param origin a file name, or what else gave it
 * @param tree of the parser; empty where it came as bytes
 */
record Locations(String origin, Optional<TextFormatParseInfoTree> tree) {
    /**
     * Returns the place of a part.
     *
     * @param field number of a field of {@link TargetDescription}
     * @param index which of its values; it is there
     * @return its place, or that of the whole
     */
    Place of(int field, int index) {
        FieldDescriptor descriptor = TargetDescription.getDescriptor().findFieldByNumber(field);
        return tree.map(t -> t.getLocation(descriptor, index))
                .filter(location -> !location.equals(TextFormatParseLocation.EMPTY))
                .map(location -> new Place(origin, location.getLine() + 1, location.getColumn() + 1))
                .orElseGet(this::whole);
    }

    /** The whole description. */
    Place whole() {
        return new Place(origin, 0, 0);
    }
}
