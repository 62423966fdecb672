package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mneme.model.io.Samples.refused;
import static org.mneme.model.io.Samples.write;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrajectoriesTest {
    @TempDir
    private Path folder;

    private Table read(String text) {
        return Trajectories.readCsv(write(folder, "pen.csv", text));
    }

    @Test
    void namesAndNumbersAreRead() {
        Table table = read("t, x ,\"pen \"\"y\"\"\"\n0,1.5,-2e3\n1e-3,.25,7.\n");
        assertEquals(List.of("t", "x", "pen \"y\""), table.names());
        assertEquals(OptionalInt.of(1), table.column("x"));
        assertEquals(OptionalInt.empty(), table.column("X"));
        assertArrayEquals(new double[][] {{0, 1.5, -2000}, {0.001, 0.25, 7}}, table.toArray());
    }

    @Test
    void aHeaderIsOptional() {
        Table table = read("0 1\n2 3\n4 5");
        assertEquals(List.of(), table.names());
        assertEquals(3, table.rows());
        assertEquals(2, table.columns());
        assertEquals(5, table.at(2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "inf", "-Infinity", "1e999", "", "x", "1,5", "0x10", "1f"})
    void whatIsNotAFiniteNumberIsRefusedWithItsPlace(String cell) {
        BadCellException e = refused(BadCellException.class, () -> read("t;x\n0;1\n1;" + cell + "\n"));
        assertEquals(new Place.Text(3, 3), e.place());
        assertEquals(cell, e.value());
        assertEquals(2, e.cell());
    }

    @Test
    void aNanInTheFirstRowIsNotAHeader() {
        assertEquals(
                new Place.Text(1, 1),
                refused(BadCellException.class, () -> read("nan,nan\n1,2\n")).place());
    }

    @Test
    void raggedRowsDoubleNamesAndEmptyFilesAreRefused() {
        refused(RaggedRowException.class, () -> read("1,2\n3\n"));
        DuplicateNameException e = refused(DuplicateNameException.class, () -> read("x,y,x\n1,2,3\n"));
        assertEquals("x", e.name());
        assertEquals(new Place.Text(1, 5), e.place());
        refused(EmptyFileException.class, () -> read("x,y\n"));
        refused(EmptyFileException.class, () -> read(""));
        refused(MissingFileException.class, () -> Trajectories.readCsv(folder.resolve("none.csv")));
    }

    @Test
    void everyDoubleSurvivesWritingAndReading() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] numbers = new double[1 + random.nextInt(20)][1 + random.nextInt(5)];
            StringBuilder text = new StringBuilder();
            for (double[] row : numbers) {
                for (int i = 0; i < row.length; i++) {
                    double drawn = Double.longBitsToDouble(random.nextLong());
                    row[i] = Double.isFinite(drawn) ? drawn : 0.1;
                    text.append(row[i]).append(i + 1 < row.length ? "," : "\n");
                }
            }
            assertArrayEquals(numbers, read(text.toString()).toArray(), "seed " + seed);
        }
    }
}
