package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/**
 * Mappings of fixed graphs, kept as a file: the same bytes on every machine. Sets and maps that workloads are made of are iterated in
 * another order in every Java process, so a mapping that depended on it would differ sooner or later.
 */
class GoldenMappingTest {
    private static final Map<String, Target> TARGETS = targets();

    private static Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put(
                "loihi",
                Boards.loihi(2, 1).with(Quantity.OUTPUT_AXONS_PER_CORE, 400).build());
        targets.put("truenorth", Boards.trueNorth().cores(6, 6, 1).build());
        targets.put(
                "tables",
                Boards.tables(4, 3, 3).with(Quantity.NEURONS_PER_CORE, 10).build());
        targets.put(
                "mesh", Boards.unlimited().with(Quantity.NEURONS_PER_CORE, 5).build());
        return targets;
    }

    private static Mapping map(Target target, long seed) {
        return Mapper.map(
                Memories.workload(30, 40, true),
                target,
                MappingOptions.defaults().withSeed(seed),
                MappingProgress.NONE);
    }

    private static String text(Mapping mapping) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < mapping.partition().clusters().size(); c++) {
            Cluster cluster = mapping.partition().clusters().get(c);
            text.append("site ").append(mapping.placement().sites().at(c)).append(':');
            for (int s = 0; s < cluster.slices().size(); s++) {
                Slice slice = cluster.slices().get(s);
                text.append(' ')
                        .append(mapping.workload()
                                .graph()
                                .populations()
                                .get(slice.population())
                                .name())
                        .append(' ')
                        .append(slice.from())
                        .append('-')
                        .append(slice.to() - 1)
                        .append(" x")
                        .append(cluster.copies().get(s));
            }
            text.append('\n');
        }
        return text.append("routes ")
                .append(mapping.routes().trees().size())
                .append(", entries ")
                .append(mapping.routes().tables().size())
                .append(", sha-256 ")
                .append(digest(mapping.routes() + " " + mapping.resources() + " " + mapping.estimate()))
                .append('\n')
                .toString();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fixedGraphsAreMappedAsEver() throws IOException {
        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("mappings.txt"))) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), all());
        }
    }

    private static String all() {
        return TARGETS.entrySet().stream()
                .map(e -> "# " + e.getKey() + "\n" + text(map(e.getValue(), 1)))
                .collect(Collectors.joining());
    }

    @Test
    void localeAndTimeZoneDoNotMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String before = all();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertEquals(before, all());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherSeedGivesAnotherMapping() {
        Target mesh = Objects.requireNonNull(TARGETS.get("mesh"));
        assertNotEquals(text(map(mesh, 1)), text(map(mesh, 2)));
    }
}
