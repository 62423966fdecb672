package org.mneme.board.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.board.LoweringTable;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Target;

/** Which target runs which lowering: the golden table, which the page of the docs shows too. */
class LoweringTableTest {
    private static final LoweringTable TABLE = LoweringTable.of(targets());

    private static List<Target> targets() {
        return Targets.names().stream().map(Targets::named).toList();
    }

    private static String golden() throws IOException {
        try (InputStream in = LoweringTableTest.class.getResourceAsStream("lowering-table.md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void tableIsTheGoldenOne() throws IOException {
        assertEquals(golden(), String.join("\n", TABLE.lines()) + "\n");
    }

    @Test
    void pageOfTheDocsShowsTheTable() throws IOException {
        Path root = Path.of(System.getProperty("mneme.root", "../.."));
        String page = Files.readString(root.resolve("docs/concepts/targets.md"));

        assertTrue(page.contains(golden()), "docs/concepts/targets.md is to show the table of lowering-table.md");
    }

    @Test
    void everyTargetIsAskedForEveryForm() {
        assertEquals(
                targets().size() * LoweringTable.Form.values().length,
                TABLE.rows().size());
    }

    @Test
    void everyRefusalHasAReasonAndNothingElse() {
        for (LoweringTable.Row row : TABLE.rows()) {
            assertEquals(
                    row.outcome() == LoweringTable.Outcome.REFUSED,
                    !row.reason().isBlank(),
                    row::toString);
        }
    }

    /** A target that lost its floor would show. */
    @Test
    void aTargetWithoutFloorIsRefusedWinnerTakeAll() {
        String text = ShippedTargets.text("loihi1").replaceFirst("trait \\{ name: \"floor\"[^}]*\\}", "");
        Target changed = TargetText.target(text, "changed");

        LoweringTable.Row row = LoweringTable.of(List.of(changed)).rows().stream()
                .filter(r -> r.form() == LoweringTable.Form.WINNER_TAKE_ALL)
                .findFirst()
                .orElseThrow();

        assertEquals(LoweringTable.Outcome.REFUSED, row.outcome());
        assertTrue(row.reason().contains("floor"), row.reason());
    }

    /** Limits count too, not abilities alone. */
    @Test
    void aCoreTooSmallForTheCircuitIsRefused() {
        LoweringTable table = LoweringTable.of(List.of(Targets.named("tinyodin?neurons-per-core=100")));

        LoweringTable.Row row = table.rows().stream()
                .filter(r -> r.form() == LoweringTable.Form.COINCIDENCE)
                .findFirst()
                .orElseThrow();

        assertEquals(LoweringTable.Outcome.REFUSED, row.outcome());
        assertTrue(row.reason().contains("exceed"), row.reason());
    }
}
