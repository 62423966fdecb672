package org.mneme.board.targets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.mneme.runtime.board.TargetProvider;
import org.mneme.runtime.board.Targets;
import org.mneme.runtime.config.Place;
import org.mneme.targets.Target;

/** The targets that are shipped as textproto, and those of files. */
public final class ShippedTargets implements TargetProvider {
    private static final List<String> NAMES =
            List.of("emulator", "loihi1", "loihi2", "spinnaker1", "truenorth", "tinyodin");

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public Target target(String specification) {
        int question = specification.lastIndexOf('?');
        String name = question < 0 ? specification : specification.substring(0, question);
        Target target = Targets.isPath(name) ? file(name) : shipped(name);
        return question < 0
                ? target
                : TargetSizes.parse(specification.substring(question + 1), specification)
                        .apply(target);
    }

    @Override
    public Target assume(Target target, Path assumptions) {
        return Assumptions.apply(target, assumptions);
    }

    private static Target shipped(String name) {
        if (!NAMES.contains(name)) {
            throw new UnknownTargetException(name, NAMES);
        }
        return TargetText.target(text(name), name + Targets.EXTENSION);
    }

    /**
     * Returns the description of a shipped target.
     *
     * @param name one of {@link #names}
     * @return its textproto, comments included
     */
    static String text(String name) {
        try (InputStream in = ShippedTargets.class.getResourceAsStream(name + Targets.EXTENSION)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Target file(String name) {
        try {
            Path file = Path.of(name);
            return TargetText.target(TargetText.read(file), file.toString());
        } catch (InvalidPathException e) {
            throw new TargetFileException(
                    new Place(name.replaceAll("\\p{Cntrl}", "?"), 0, 0), "this is not a file name");
        }
    }
}
