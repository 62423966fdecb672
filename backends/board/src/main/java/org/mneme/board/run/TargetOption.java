package org.mneme.board.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mneme.board.driver.BoardUri;
import org.mneme.board.targets.TargetBytes;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/**
 * The target in a board's URI, as its driver can read it: drivers know the binary form of descriptions, users write names, textproto files,
 * and sizes such as {@code chips=4}. The binary form lies in a temporary file while the board is opened.
 */
final class TargetOption implements AutoCloseable {
    /** The scheme whose boards take the shape of any target. */
    static final String EMULATOR = "emulator";

    private static final String KEY = "target";
    private static final String BINARY = ".pb";
    private static final Set<String> SIZES =
            Arrays.stream(Quantity.values()).map(Quantity::key).collect(Collectors.toUnmodifiableSet());

    private final BoardUri uri;
    private final Optional<Path> file;

    private TargetOption(BoardUri uri, Optional<Path> file) {
        this.uri = uri;
        this.file = file;
    }

    /**
     * Converts the target of a URI.
     *
     * @param uri as a user wrote it
     * @return it, to be closed when the board is open
     * @throws org.mneme.InputException if there is no such target
     */
    static TargetOption of(BoardUri uri) {
        String name = uri.options().getOrDefault(KEY, EMULATOR);
        if (!uri.scheme().equals(EMULATOR) && !name.endsWith(Targets.EXTENSION) || name.endsWith(BINARY)) {
            return new TargetOption(uri, Optional.empty());
        }
        Map<String, String> others = new LinkedHashMap<>();
        Map<String, String> sizes = new LinkedHashMap<>();
        uri.options().forEach((key, value) -> (SIZES.contains(key) ? sizes : others).put(key, value));
        String specification = name
                + sizes.entrySet().stream()
                        .map(size -> size.getKey() + "=" + size.getValue())
                        .collect(Collectors.joining("&", sizes.isEmpty() ? "" : "?", ""));
        Target target = Targets.named(specification);
        try {
            Path file = Files.createTempFile("mneme-" + target.name() + "-", BINARY);
            Files.write(file, TargetBytes.of(target));
            others.put(KEY, escaped(file));
            return new TargetOption(uri.with(others), Optional.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the target's description cannot be written: " + e.getMessage(), e);
        }
    }

    /** The emulator reads %XX as a byte. */
    private static String escaped(Path file) {
        return file.toString().replace("%", "%25").replace("&", "%26");
    }

    /** The URI for the driver. */
    BoardUri uri() {
        return uri;
    }

    @Override
    public void close() {
        if (file.isPresent()) {
            try {
                Files.deleteIfExists(file.get());
            } catch (IOException e) {
                file.get().toFile().deleteOnExit();
            }
        }
    }
}
