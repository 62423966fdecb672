package org.mneme.board.targets;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TextFormatParseInfoTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.board.proto.TargetDescription;
import org.mneme.runtime.config.Nearest;
import org.mneme.runtime.config.Place;
import org.mneme.targets.Status;
import org.mneme.targets.Target;

/** Descriptions of targets as people write them: textproto. */
final class TargetText {
    private static final long MOST_BYTES = 4 << 20;
    private static final Pattern PLACED = Pattern.compile("^(\\d+):(\\d+): ?(.*)$", Pattern.DOTALL);
    private static final Pattern UNKNOWN_FIELD =
            Pattern.compile("(\\d+):(\\d+):\\s*mneme\\.board\\.([\\w.]+)\\.(\\w+)", Pattern.DOTALL);

    private TargetText() {}

    /**
     * Reads a target.
     *
     * @param text of a description
     * @param origin its file
     * @return the target
     * @throws TargetFileException if it is wrong, with the line
     */
    static Target target(String text, String origin) {
        Target target = reader(text, origin, Optional.empty()).target("");
        return TargetMessages.digested(target);
    }

    /** Parses a description; {@code unsaid} is the status of what states none. */
    static DescriptionReader reader(String text, String origin, Optional<Status> unsaid) {
        TargetDescription.Builder message = TargetDescription.newBuilder();
        TextFormatParseInfoTree.Builder tree = TextFormatParseInfoTree.builder();
        try {
            TextFormat.Parser.newBuilder()
                    .setParseInfoTreeBuilder(tree)
                    .setAllowUnknownFields(false)
                    .build()
                    .merge(text, message);
        } catch (TextFormat.ParseException e) {
            throw mistake(e, origin);
        }
        return new DescriptionReader(message.build(), new Locations(origin, Optional.of(tree.build())), unsaid);
    }

    private static TargetFileException mistake(TextFormat.ParseException e, String origin) {
        String message = String.valueOf(e.getMessage());
        Matcher field = UNKNOWN_FIELD.matcher(message);
        if (field.find()) {
            List<String> known = fields(field.group(3));
            return new TargetFileException(
                    new Place(origin, Integer.parseInt(field.group(1)), Integer.parseInt(field.group(2))),
                    "there is no field '" + field.group(4) + "'" + Nearest.suggestion(field.group(4), known));
        }
        Matcher placed = PLACED.matcher(message);
        String sentence = placed.matches() ? placed.group(3) : message;
        return new TargetFileException(
                new Place(origin, Math.max(0, e.getLine()), Math.max(0, e.getColumn())),
                "this is no description of a target: " + sentence);
    }

    private static List<String> fields(String type) {
        List<FieldDescriptor> fields = new ArrayList<>();
        TargetDescription.getDescriptor().getFile().getMessageTypes().stream()
                .filter(t -> t.getName().equals(type))
                .forEach(t -> fields.addAll(t.getFields()));
        return fields.stream().map(FieldDescriptor::getName).toList();
    }

    /**
     * Reads a file.
     *
     * @param file UTF-8
     * @return its text
     * @throws TargetFileException if it cannot be read
     */
    static String read(Path file) {
        Place place = new Place(file.toString(), 0, 0);
        try {
            if (Files.isDirectory(file)) {
                throw new TargetFileException(place, "this is a folder; name a description of a target (.textproto)");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new TargetFileException(place, "at more than 4 MiB this is no description of a target");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new TargetFileException(place, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new TargetFileException(place, "this is no text in UTF-8, and no description of a target");
        } catch (IOException e) {
            throw new TargetFileException(place, "it cannot be read (" + e.getMessage() + ")");
        }
    }
}
