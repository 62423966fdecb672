package org.mneme.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Signs;
import org.mneme.ir.Graded;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.DecoderPosition;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.Noise;

class CheckpointFormatTest {
    private static final SpikingGraph GRAPH = new SpikingGraph(
            "small",
            new NumberDomain.Fixed(24),
            1e-3,
            List.of(
                    new Population("in", 1, new Source(1)),
                    new Population("out", 2, new Graded(new Phi.Sign(), false, false))),
            List.of());

    private static final Checkpoint CHECKPOINT = new Checkpoint(
            -1,
            Noise.NONE,
            new ExecutionImage(
                    7,
                    List.of(
                            Map.of(),
                            Map.of(
                                    StateVariable.SUM, new double[] {3, -4},
                                    StateVariable.LAST_SIGN, new double[] {1, -1})),
                    List.of(new ExecutionImage.ImageSpike(6, 2, -1), new ExecutionImage.ImageSpike(9, 0, 1)),
                    new Counters(11, 12, 13)),
            Optional.of(new Checkpoint.Decoding(
                    new DecoderPosition(0, 3, 6, Signs.of(1, -1, 0)),
                    List.of(new Checkpoint.HeldSpike(true, 6, 1, 0.5)))),
            List.of(9L));

    private static final String GOLDEN = "4d4e454d45434b50"
            + "00000001"
            + "00000000000000e6"
            + "000000002ce340c3"
            + "d8ccb08819a0cac2f019abd9618d53001ca6efdfee42fbaa707b1b86cc305aba"
            + "ffffffffffffffff"
            + "0000000000000007"
            + "000000000000000b000000000000000c000000000000000d"
            + "4008000000000000c0100000000000003ff0000000000000bff0000000000000"
            + "00000002000000000000000600000002bff00000000000000000000000000009000000003ff00000"
            + "00000000010000000000000000000000000000000300000000000000060000000300000000000000"
            + "01000000000000000300000001010000000000000006000000013fe0000000000000000000010000"
            + "000000000009";

    @TempDir
    Path folder;

    @Test
    void bytesAreThoseOfVersionOne() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckpointFormat.write(CHECKPOINT, GRAPH, bytes);

        assertEquals(GOLDEN, HexFormat.of().formatHex(bytes.toByteArray()));
    }

    @Test
    void noiseMakesItVersionTwo() throws IOException {
        Noise noise = new Noise(0.5, 0, 0.25, 3);
        Checkpoint noisy = new Checkpoint(
                CHECKPOINT.seed(), noise, CHECKPOINT.image(), CHECKPOINT.decoding(), CHECKPOINT.scheduledCues());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckpointFormat.write(noisy, GRAPH, bytes);
        String written = HexFormat.of().formatHex(bytes.toByteArray());
        int afterSeed = GOLDEN.indexOf("ffffffffffffffff") + 16;

        assertEquals("00000002" + "0000000000000102", written.substring(16, 40));
        assertEquals(
                "3fe0000000000000" + "0000000000000000" + "3fd0000000000000" + "00000003",
                written.substring(afterSeed, afterSeed + 56));
        assertEquals(GOLDEN.substring(afterSeed), written.substring(afterSeed + 56));
        Path file = Files.write(folder.resolve("noisy"), bytes.toByteArray());
        assertEquals(noise, CheckpointFormat.read(file, GRAPH).noise());
    }

    @Test
    void bytesOfVersionOneAreRead() throws IOException {
        Path file = Files.write(folder.resolve("golden"), HexFormat.of().parseHex(GOLDEN));

        Checkpoint read = CheckpointFormat.read(file, GRAPH);

        assertEquals(CHECKPOINT.seed(), read.seed());
        assertEquals(Noise.NONE, read.noise());
        assertEquals(CHECKPOINT.decoding(), read.decoding());
        assertEquals(CHECKPOINT.scheduledCues(), read.scheduledCues());
        assertEquals(CHECKPOINT.image().tick(), read.image().tick());
        assertEquals(CHECKPOINT.image().spikes(), read.image().spikes());
        assertEquals(CHECKPOINT.image().counters(), read.image().counters());
        CHECKPOINT
                .image()
                .states()
                .get(1)
                .forEach((variable, values) ->
                        assertArrayEquals(values, read.image().states().get(1).get(variable)));
    }
}
