package org.mneme.board.equality;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.mneme.board.driver.Drivers;
import org.mneme.board.run.BoardBackend;
import org.mneme.board.run.BoardClock;
import org.mneme.board.run.Deadlines;
import org.mneme.board.targets.ShippedTargets;
import org.mneme.runtime.backend.Backend;
import org.mneme.simulator.property.Draw;

/** Boards of the emulator, by URI. */
public final class EmulatedBoards {
    private static final String SCHEME = "emulator:?";

    private static final Path KEYED_MESH = keyed("MESH");
    private static final Path KEYED_HEXAGONS = keyed("HEXAGONAL");

    /** Most random graphs have fewer neurons. */
    private static final int LARGEST = 300;

    private EmulatedBoards() {}

    /** The emulator's description, with routers that match keys. */
    private static Path keyed(String topology) {
        try (InputStream in = ShippedTargets.class.getResourceAsStream("emulator.textproto")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            String changed = text.replace("routing: DESTINATIONS", "routing: KEY_MASK")
                    .replace("topology: MESH", "topology: " + topology);
            Path file = Files.createTempFile("keyed-" + topology + "-", ".textproto");
            file.toFile().deleteOnExit();
            return Files.writeString(file, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves a test out where the build had no C compiler. */
    public static void assumeEmulator() {
        boolean bundled = new Drivers()
                .search().stream()
                        .anyMatch(found -> found.scheme().equals("emulator")
                                && found.trouble().isEmpty());
        assumeTrue(bundled, "the emulator was left out of this build, which found no C compiler");
    }

    static Backend at(String uri) {
        return BoardBackend.at(uri, new Drivers(), Deadlines.DEFAULT, BoardClock.SYSTEM);
    }

    /** A mesh of tiny cores, drawn; populations are spread over many of them, and over chips. */
    static String tiny(long seed) {
        Draw draw = new Draw(seed * 31 + 7);
        int columns = draw.whole(2, 5);
        int rows = draw.whole(2, 5);
        int tileColumns = draw.whole(1, 3);
        int tileRows = draw.whole(1, 3);
        int perTile = draw.pick(1, 1, 2, 3);
        int cores = columns * rows * tileColumns * tileRows * perTile;
        return uri(
                List.of("target=emulator", "threads=" + draw.pick(1, 1, 2, 3)),
                columns,
                rows,
                List.of(
                        "tile-columns=" + tileColumns,
                        "tile-rows=" + tileRows,
                        "cores-per-tile=" + perTile,
                        "cores-per-chip=" + tileColumns * tileRows * perTile,
                        "neurons-per-core=" + Math.max(draw.whole(2, 10), 2 * LARGEST / cores)));
    }

    /** Chips of a board whose routers match keys, with tiny cores. */
    static String keyed(long seed) {
        Draw draw = new Draw(seed * 37 + 11);
        int columns = draw.whole(4, 8);
        int rows = draw.whole(4, 8);
        int perChip = draw.pick(1, 1, 2, 3);
        int cores = columns * rows * perChip;
        return uri(
                List.of("target=" + (draw.chance(0.5) ? KEYED_MESH : KEYED_HEXAGONS)),
                columns,
                rows,
                List.of(
                        "tile-columns=1",
                        "tile-rows=1",
                        "cores-per-tile=" + perChip,
                        "cores-per-chip=" + perChip,
                        "neurons-per-core=" + Math.max(draw.whole(2, 10), 2 * LARGEST / cores)));
    }

    private static String uri(List<String> first, int columns, int rows, List<String> more) {
        return SCHEME + String.join("&", first) + "&chips=" + columns * rows + "&chip-columns=" + columns
                + "&chip-rows=" + rows + "&" + String.join("&", more);
    }

    /** Boards that cut every vector to pieces: with destinations, and with keys. */
    public static List<String> split() {
        return List.of(
                uri(
                        List.of("target=emulator"),
                        3,
                        2,
                        List.of("tile-columns=5", "tile-rows=5", "cores-per-chip=25", "neurons-per-core=24")),
                uri(
                        List.of("target=" + KEYED_MESH),
                        12,
                        12,
                        List.of("tile-columns=1", "tile-rows=1", "cores-per-chip=1", "neurons-per-core=24")));
    }

    static String shipped(String target) {
        return SCHEME + "target=" + target;
    }
}
