package org.mneme.nir.hdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Tensor;

class HdfWriterTest {
    @TempDir
    private Path folder;

    private HdfItem.Group readBack(HdfItem.Group root) throws IOException {
        Path file = folder.resolve("file.h5");
        try (OutputStream out = Files.newOutputStream(file)) {
            HdfWriter.write(root, out);
        }
        return HdfReader.read(file);
    }

    /** Values of lookup3 that its author gives. */
    @Test
    void checksumIsLookup3() {
        byte[] text = "Four score and seven years ago".getBytes(StandardCharsets.US_ASCII);

        assertEquals(0x17770551, Checksum.of(text, text.length));
        assertEquals(0xdeadbeef, Checksum.of(text, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomTreesAreReadAsWritten(long seed) throws IOException {
        HdfItem.Group root = randomGroup(new Random(seed), 3);

        assertEquals(root, readBack(root), () -> "seed " + seed);
    }

    private static HdfItem.Group randomGroup(Random random, int levels) {
        Map<String, HdfItem> members = new TreeMap<>();
        for (int m = random.nextInt(12); m > 0; m--) {
            String name = "member " + random.nextInt(1000) + (random.nextBoolean() ? "é" : "");
            members.put(
                    name,
                    switch (random.nextInt(levels == 0 ? 2 : 3)) {
                        case 0 -> randomNumbers(random);
                        case 1 -> randomTexts(random);
                        default -> randomGroup(random, levels - 1);
                    });
        }
        return HdfItem.Group.of(new TreeMap<>(members));
    }

    private static Ints randomShape(Random random, int most) {
        return Ints.of(random.ints(random.nextInt(4), 1, most).toArray());
    }

    private static HdfItem randomNumbers(Random random) {
        return new HdfItem.Numbers(Tensor.generate(randomShape(random, 20), i -> random.nextGaussian()), false);
    }

    private static HdfItem randomTexts(Random random) {
        Ints shape = randomShape(random, 5);
        List<String> texts = new ArrayList<>();
        for (int i = Tensor.size(shape); i > 0; i--) {
            texts.add("τ".repeat(random.nextInt(6)) + random.nextInt(50));
        }
        return new HdfItem.Texts(shape, texts);
    }

    @Test
    void moreTextsThanOneHeapHoldsAreReadAsWritten() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            texts.add("text " + i);
        }
        HdfItem.Group root =
                HdfItem.Group.of(new TreeMap<>(Map.of("t", new HdfItem.Texts(Ints.of(texts.size()), texts))));

        assertEquals(root, readBack(root));
    }

    @Test
    void wholeNumbersAndEmptyShapesAreKept() throws IOException {
        HdfItem.Group root = HdfItem.Group.of(new TreeMap<>(Map.of(
                "whole", new HdfItem.Numbers(Tensor.generate(Ints.of(700), i -> i - 300), true),
                "none", new HdfItem.Numbers(Tensor.of(Ints.of(0, 3)), false),
                "empty", HdfItem.Texts.of(""))));

        HdfItem.Group read = readBack(root);

        assertEquals(
                new HdfItem.Numbers(Tensor.generate(Ints.of(700), i -> i - 300), false),
                read.members().get("whole"));
        assertEquals(root.members().get("none"), read.members().get("none"));
        assertEquals(root.members().get("empty"), read.members().get("empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a/b", "a\0b"})
    void impossibleNamesAreRefused(String name) {
        HdfItem.Group root = HdfItem.Group.of(new TreeMap<>(Map.of(name, HdfItem.Texts.of("x"))));

        assertThrows(IllegalArgumentException.class, () -> HdfWriter.write(root, new ByteArrayOutputStream()));
    }

    @Test
    void aGroupThatContainsItselfIsTold() {
        HdfItem.Group deep = HdfItem.Group.of(new TreeMap<>());
        for (int i = 0; i < 70; i++) {
            deep = HdfItem.Group.of(new TreeMap<>(Map.of("g", deep)));
        }
        HdfItem.Group root = deep;

        assertThrows(MalformedHdfException.class, () -> readBack(root));
    }
}
