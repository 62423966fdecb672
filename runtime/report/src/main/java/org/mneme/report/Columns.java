package org.mneme.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mneme.report.Study.Table;

/** What the columns of a table hold. */
final class Columns {
    private static final Pattern NUMBER = Pattern.compile("[<>≈≤≥±]?\\s?[-−+]?[\\d∞].*");
    private static final Pattern NOTHING = Pattern.compile("[-–—]?");

    private Columns() {}

    /**
     * Says which columns hold numbers, and are aligned to the right.
     *
     * @param table any table
     * @return one value a column
     */
    static List<Boolean> numeric(Table table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(c -> {
                    List<String> cells = table.rows().stream()
                            .map(row -> row.get(c).strip())
                            .filter(cell -> !NOTHING.matcher(cell).matches())
                            .toList();
                    return !cells.isEmpty()
                            && cells.stream()
                                    .allMatch(cell -> NUMBER.matcher(cell).matches());
                })
                .toList();
    }
}
