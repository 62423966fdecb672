package org.mneme.board.targets;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.mneme.board.proto.TargetDescription;
import org.mneme.runtime.config.Place;
import org.mneme.targets.Target;

/** Targets as bytes: the binary form of TargetDescription, as drivers return it and programs are checked against. */
public final class TargetBytes {
    private TargetBytes() {}

    /**
     * Writes a target.
     *
     * @param target any
     * @return its description, the same bytes for equal targets
     */
    public static byte[] of(Target target) {
        return TargetMessages.bytes(TargetMessages.message(target));
    }

    /**
     * Says whether bytes are a description at all, right or wrong.
     *
     * @param bytes any
     * @return whether they can be parsed
     */
    public static boolean isDescription(byte[] bytes) {
        try {
            return TargetDescription.parseFrom(bytes).isInitialized();
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    /**
     * Reads a target.
     *
     * @param bytes a description
     * @param origin who gave it, for messages
     * @return the target; its digest is SHA-256 of the bytes
     * @throws TargetFileException if they are no description, or it is wrong
     */
    public static Target read(byte[] bytes, String origin) {
        TargetDescription message;
        try {
            message = TargetDescription.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new TargetFileException(new Place(origin, 0, 0), "this is no description of a target");
        }
        return new DescriptionReader(message, new Locations(origin, Optional.empty()), Optional.empty())
                .target(TargetMessages.digest(bytes));
    }
}
