package org.mneme.board.program;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.List;
import java.util.function.Consumer;

/** Where two messages of one type differ, field by field. */
final class MessageDifferences {
    private final Consumer<String> found;

    /** Hands every difference to {@code found}, as "field: left, right". */
    MessageDifferences(Consumer<String> found) {
        this.found = found;
    }

    /** Compares one field of two messages, below {@code path}, which is empty or ends in a separator. */
    void field(String path, FieldDescriptor field, Message left, Message right) {
        String name = path + field.getName().replace('_', ' ');
        if (field.isRepeated()) {
            repeated(name, field, left, right);
        } else if (field.getJavaType() == JavaType.MESSAGE) {
            message(name, field, left, right);
        } else {
            value(name, left.getField(field), right.getField(field));
        }
    }

    private void all(String path, Message left, Message right) {
        for (FieldDescriptor field : left.getDescriptorForType().getFields()) {
            field(path, field, left, right);
        }
        if (!left.getUnknownFields().equals(right.getUnknownFields())) {
            found.accept(path + "fields of a newer version");
        }
    }

    private void message(String name, FieldDescriptor field, Message left, Message right) {
        boolean inLeft = left.hasField(field);
        boolean inRight = right.hasField(field);
        if (inLeft && inRight) {
            all(name + ", ", (Message) left.getField(field), (Message) right.getField(field));
        } else if (inLeft || inRight) {
            found.accept(name + ": only in the " + (inLeft ? "first" : "second"));
        }
    }

    private void repeated(String name, FieldDescriptor field, Message left, Message right) {
        List<?> ours = (List<?>) left.getField(field);
        List<?> theirs = (List<?>) right.getField(field);
        if (ours.size() != theirs.size()) {
            found.accept(name + ": " + ours.size() + " in the first, " + theirs.size() + " in the second");
        }
        int common = Math.min(ours.size(), theirs.size());
        if (field.getJavaType() == JavaType.MESSAGE) {
            for (int i = 0; i < common; i++) {
                if (!ours.get(i).equals(theirs.get(i))) {
                    all(name + " " + i + ", ", (Message) ours.get(i), (Message) theirs.get(i));
                }
            }
            return;
        }
        int differ = 0;
        int first = 0;
        for (int i = common - 1; i >= 0; i--) {
            if (!ours.get(i).equals(theirs.get(i))) {
                differ++;
                first = i;
            }
        }
        if (differ > 0) {
            found.accept(name + ": " + differ + " of " + common + " entries differ, the first is number " + first + ": "
                    + ours.get(first) + " and " + theirs.get(first));
        }
    }

    private void value(String name, Object left, Object right) {
        if (left.equals(right)) {
            return;
        }
        if (left instanceof ByteString ours && right instanceof ByteString theirs) {
            bytes(name, ours, theirs);
        } else {
            found.accept(name + ": " + text(left) + " and " + text(right));
        }
    }

    private static String text(Object value) {
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }

    private void bytes(String name, ByteString left, ByteString right) {
        if (left.size() != right.size()) {
            found.accept(name + ": " + left.size() + " bytes and " + right.size());
            return;
        }
        int differ = 0;
        int first = 0;
        for (int i = left.size() - 1; i >= 0; i--) {
            if (left.byteAt(i) != right.byteAt(i)) {
                differ++;
                first = i;
            }
        }
        found.accept(name + ": " + differ + " of " + left.size() + " bytes differ, the first is byte " + first);
    }
}
