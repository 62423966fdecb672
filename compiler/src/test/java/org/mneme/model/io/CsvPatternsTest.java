package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mneme.model.io.Samples.patterns;
import static org.mneme.model.io.Samples.refused;
import static org.mneme.model.io.Samples.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.model.PatternSet;

class CsvPatternsTest {
    private static final PatternSet EXPECTED = patterns(new int[][] {{1, -1, 1}, {-1, -1, 1}});

    @TempDir
    private Path folder;

    private PatternSet read(String text) {
        return CsvPatterns.read(write(folder, "p.csv", text), false);
    }

    private PatternSet readDiluted(String text) {
        return CsvPatterns.read(write(folder, "p.csv", text), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,-1,1\n-1,-1,1\n",
                "1,0,1\n0,0,1",
                "+1,-1,1.0\r\n-1.0,-1e0,1\r\n",
                "1;-1;1\r-1;-1;1\r",
                "1\t-1\t1\n-1\t-1\t1\n\n  \n\t\n",
                "  1 -1   1  \n -1 -1 \t 1\n",
                " 1 , -1,1 \n-1,\t-1 ,1\n",
                "\"1\",\"-1\",\"1\"\n\"-1\",-1,\" 1 \"\n",
                "\"1\" \"-1\" \"1\"\n-1 \"-1\" 1\n",
                "a,b,c\n1,-1,1\n-1,-1,1\n",
                "\"a, \"\"b\"\"\";second;third\n1;-1;1\n-1;-1;1\n",
                "# by hand\n\n1,-1,1\n# between\n-1,-1,1\n",
                "\ufeff1,-1,1\n-1,-1,1\n",
                "\ufefff1 f2 f3\n1 -1 1\n-1 -1 1",
                "1.,-0.1e1,.1e+1\n-1,-1,1"
            })
    void everyWritingOfTheSamePatternsReadsTheSame(String text) {
        assertEquals(EXPECTED, read(text));
    }

    @Test
    void filesOfNumpySavetxtAreRead() {
        PatternSet patterns = patterns(NumpyPatternsTest.FORMULA);
        assertEquals(patterns, CsvPatterns.read(Samples.resource("savetxt.csv"), false));
        assertEquals(patterns, CsvPatterns.read(Samples.resource("savetxt-floats.txt"), false));
    }

    @Test
    void zerosAreUnknownOnlyWhereDiluted() {
        assertEquals(patterns(new int[][] {{1, 0, -1}}), readDiluted("1,0,-1"));
        assertEquals(patterns(new int[][] {{1, 0, 1}}), readDiluted("1,0,1"));
        assertEquals(patterns(new int[][] {{1, -1, 1}}), read("1,0,1"));
        assertTrue(readDiluted("1,-1").mask().isEmpty());
    }

    @Test
    void aSingleCellIsAPattern() {
        assertEquals(patterns(new int[][] {{-1}}), read("0"));
        assertEquals(patterns(new int[][] {{1}, {-1}}), read("1\n-1"));
    }

    @Test
    void aMixtureIsRefusedNamingBothCells() {
        MixedSignsException e = refused(MixedSignsException.class, () -> read("h,i,j\n1,-1,1\n1, 0,1\n"));
        assertEquals(new Place.Text(3, 4), e.place());
        assertEquals(new Place.Text(2, 3), e.other());
        assertEquals(0, e.value());
        assertTrue(String.valueOf(e.getMessage()).contains("p.csv:3:4: 0 mixed with -1 (line 2, column 3)"));
        assertEquals(
                -1, refused(MixedSignsException.class, () -> read("0,1\n1,-1")).value());
    }

    @Test
    void raggedRowsAreRefusedAtTheFirstCellTooManyOrTheEnd() {
        RaggedRowException more = refused(RaggedRowException.class, () -> read("1,1\n1,1,1\n"));
        assertEquals(new Place.Text(2, 5), more.place());
        assertEquals(3, more.cells());
        assertEquals(2, more.expected());
        assertEquals(1, more.firstLine());
        assertEquals(
                new Place.Text(3, 4),
                refused(RaggedRowException.class, () -> read("# c\n1,1,1\n1,1")).place());
        assertEquals(
                3, refused(RaggedRowException.class, () -> read("a,b\n1,1,1\n")).cells());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "x",
                "",
                "nan",
                "Infinity",
                "1d",
                "0x1",
                "1_0",
                "1 1",
                "−1",
                "10",
                "0.5",
                "1e400",
                "--1",
                "."
            })
    void otherValuesAreRefusedWithLineAndColumn(String cell) {
        BadCellException e = refused(BadCellException.class, () -> read("1,-1,1\n-1," + cell + ",1\n"));
        assertEquals(new Place.Text(2, 4), e.place());
        assertEquals(2, e.cell());
        assertEquals(cell, e.value());
    }

    @Test
    void columnsCountCharactersNotBytes() {
        assertEquals(
                new Place.Text(2, 6),
                refused(BadCellException.class, () -> read("é,\"😀\"\n\"1\" ,𝟙"))
                        .place());
    }

    @Test
    void aHeaderWithANumberOrAnEmptyCellIsRefusedWithAHint() {
        for (String header : new String[] {"a,2,c", "a,,c", ",0,1", "t,nan,x"}) {
            BadCellException e = refused(BadCellException.class, () -> read(header + "\n1,1,1\n"));
            assertTrue(String.valueOf(e.getMessage()).contains("header"), e.getMessage());
        }
    }

    @Test
    void controlCharactersDoNotReachTheMessage() {
        BadCellException e = refused(BadCellException.class, () -> read("1,\u001b[31m\u0000" + "9".repeat(1000)));
        assertEquals("?[31m?" + "9".repeat(34) + "…", e.value());
    }

    @Test
    void blankLinesBetweenRowsAreRefused() {
        MalformedFileException e = refused(MalformedFileException.class, () -> read("1\n\n \n1\n"));
        assertEquals(new Place.Text(2, 1), e.place());
    }

    @Test
    void brokenQuotesAreRefused() {
        assertEquals(
                new Place.Text(1, 3),
                refused(MalformedFileException.class, () -> read("1,\"1\n1\",1\n"))
                        .place());
        assertEquals(
                new Place.Text(1, 6),
                refused(MalformedFileException.class, () -> read("1,\"1\"x\n")).place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n", "a,b\n", "\ufeff", " \r\n"})
    void filesWithoutPatternsAreRefused(String text) {
        assertEquals(
                "patterns", refused(EmptyFileException.class, () -> read(text)).wanted());
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithLineAndColumn() {
        byte[] latin = "1,1\né,é".getBytes(StandardCharsets.ISO_8859_1);
        Path file = write(folder, "latin.csv", latin);
        assertEquals(
                new Place.Text(2, 1),
                refused(NotUtf8Exception.class, () -> CsvPatterns.read(file, false))
                        .place());
        Path wide = write(folder, "wide.csv", "1,1\n".getBytes(StandardCharsets.UTF_16));
        refused(NotUtf8Exception.class, () -> CsvPatterns.read(wide, false));
    }

    @Test
    void linesLongerThanTheLimitAreRefused() throws IOException {
        Path file = folder.resolve("long.csv");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) '1');
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 9; i++) {
                out.write(block);
            }
        }
        TooLargeException e = refused(TooLargeException.class, () -> CsvPatterns.read(file, false));
        assertEquals(new Place.Text(1, 1), e.place());
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        refused(MissingFileException.class, () -> CsvPatterns.read(folder.resolve("none.csv"), false));
        assertEquals(
                "a folder",
                refused(NotAFileException.class, () -> CsvPatterns.read(folder, false))
                        .kind());
    }

    @Test
    void rowsAcrossBlockBoundariesAreRead() {
        SplittableRandom random = new SplittableRandom(5);
        int[][] signs = Samples.randomSigns(random, 40, 4000, -1, 1);
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            StringBuilder text = new StringBuilder();
            for (int[] row : signs) {
                text.append(Arrays.toString(row).replaceAll("[\\[\\] ]", "")).append(end);
            }
            assertEquals(patterns(signs), read(text.toString()));
        }
    }
}
