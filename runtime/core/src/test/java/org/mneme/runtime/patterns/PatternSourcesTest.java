package org.mneme.runtime.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.model.io.FileException;
import org.mneme.model.io.MissingFileException;
import org.mneme.runtime.config.SettingException;
import org.mneme.runtime.experiment.Trees;

class PatternSourcesTest {
    private static final PatternSet TWO = PatternSet.of(List.of(Signs.parse("+-+"), Signs.parse("--+")));

    @TempDir
    Path folder;

    private PatternSet load(String settings) {
        return PatternSources.load(Trees.parse(settings), folder).patterns();
    }

    private String mistake(String settings) {
        return assertThrows(SettingException.class, () -> load(settings)).getMessage();
    }

    @Test
    void randomPatternsAreThoseOfTheirSeed() {
        assertEquals(PatternSet.random(4, 70, 9, 0.5), load("{random: {count: 4, features: 70, seed: 9, bias: 0.5}}"));
        assertEquals(PatternSet.random(4, 70, 1, 0), load("{random: {count: 4, features: 70}}"));
    }

    @Test
    void rowsAreReadAsWritten() {
        assertEquals(TWO, load("{rows: ['+-+', '--+']}"));
        assertTrue(load("{rows: ['+-0']}").mask().isPresent());
        assertEquals("e.yaml:1:16: rows[1]: 2 features, but the first pattern has 3", mistake("{rows: ['+-+', '--']}"));
        assertEquals(
                "e.yaml:1:9: rows[0]: a pattern is written in the characters + - 0, in quotes, such as \"+-+\"",
                mistake("{rows: ['+-x']}"));
        assertEquals("e.yaml:1:8: rows: at least 1 pattern is needed", mistake("{rows: []}"));
    }

    @Test
    void csvIsReadFromTheFolderOfTheSettings() throws IOException {
        Files.writeString(folder.resolve("two.csv"), "1,-1,1\n-1,-1,1\n");
        Files.writeString(folder.resolve("three.csv"), "1,0,1\n-1,-1,1\n");

        assertEquals(TWO, load("{csv: 'two.csv'}"));
        assertEquals(TWO, load("{csv: {file: 'two.csv', diluted: 'false'}}"));
        assertTrue(load("{csv: {file: 'three.csv', diluted: 'true'}}").mask().isPresent());
        assertThrows(FileException.class, () -> load("{csv: 'three.csv'}"));
        assertThrows(MissingFileException.class, () -> load("{csv: 'four.csv'}"));
    }

    @Test
    void npyIsRead() throws IOException {
        byte[] header = "\u0093NUMPY\u0001\u0000v\u0000".getBytes(StandardCharsets.ISO_8859_1);
        String shape = "{'descr': '|i1', 'fortran_order': False, 'shape': (2, 3), }";
        byte[] file = new byte[128 + 6];
        System.arraycopy(header, 0, file, 0, 10);
        byte[] text = (shape + " ".repeat(117 - shape.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, file, 10, 118);
        System.arraycopy(new byte[] {1, -1, 1, -1, -1, 1}, 0, file, 128, 6);
        Files.write(folder.resolve("two.npy"), file);

        assertEquals(TWO, load("{npy: 'two.npy'}"));
        assertThrows(FileException.class, () -> load("{npy: {file: 'two.npy', member: 'a'}}"));
    }

    @Test
    void idxAndPngAreReadWithTheirThresholds() throws IOException {
        byte[] idx = {0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, (byte) 200, 10, 125, 124, 0, (byte) 255};
        Files.write(folder.resolve("two.idx"), idx);
        Path images = Files.createDirectory(folder.resolve("images"));
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {200, 10, 127});
        ImageIO.write(image, "png", images.resolve("a.png").toFile());

        assertEquals(TWO, load("{idx: 'two.idx'}"));
        assertEquals(
                "+--",
                load("{idx: {file: 'two.idx', threshold: 126, limit: 1}}")
                        .row(0)
                        .toString());
        assertEquals(1, load("{idx: {file: 'two.idx', limit: 1}}").count());
        assertEquals("+--", load("{png: 'images'}").row(0).toString());
        assertEquals(
                "+-+", load("{png: {folder: 'images', threshold: 100}}").row(0).toString());
        assertEquals(
                "e.yaml:1:36: idx.threshold: 256 is not in 1…255", mistake("{idx: {file: 'two.idx', threshold: 256}}"));
    }

    @Test
    void mistypedSourceOrOptionGetsTheNearestOne() {
        assertEquals("e.yaml:1:7: cvs: unknown key; did you mean 'csv'?", mistake("{cvs: 'two.csv'}"));
        assertEquals(
                "e.yaml:1:31: csv.dilute: unknown key; did you mean 'diluted'?",
                mistake("{csv: {file: 'a.csv', dilute: 'true'}}"));
        assertEquals(
                "e.yaml:1:32: csv.diluted: 'yes' is unknown; known are true, false",
                mistake("{csv: {file: 'a.csv', diluted: 'yes'}}"));
        assertEquals("e.yaml:1:7: csv: a file name is needed here", mistake("{csv: ' '}"));
    }

    @Test
    void settingsStateDefaultsAndTheLongForm() {
        assertEquals(
                "{csv={file=two.csv, diluted=false}}",
                PatternSources.settings(Trees.parse("{csv: 'two.csv'}")).toString());
        assertEquals(
                "{random={count=4, features=70, bias=0.0, seed=1}}",
                PatternSources.settings(Trees.parse("{random: {count: 4, features: 70}}"))
                        .toString());
        assertEquals(
                "{rows=[+-+, --+]}",
                PatternSources.settings(Trees.parse("{rows: ['+-+', '--+']}")).toString());
    }
}
