package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.InputException;

/** Damaged files of every format: each is read, or refused with a typed error, in memory bounded by the file. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReaderFuzzTest {
    private static final int MUTANTS = 400;

    /** What a reader may allocate whatever the file: its buffers, and what an error's message and stack take. */
    private static final long FIXED_BYTES = 2 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    private interface Reader {
        void read(Path file) throws IOException;
    }

    /** Reads mutants; at least these shares of them, in percent, must be refused and must be accepted. */
    private void fuzz(
            int refusedPercent, int acceptedPercent, Reader reader, UnaryOperator<byte[]> repair, byte[]... bases)
            throws IOException {
        int refused = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] base = bases[random.nextInt(bases.length)];
            byte[] other = bases[random.nextInt(bases.length)];
            byte[] mutant = repair.apply(Mutations.mutate(random, base, other));
            refused += isRefused(reader, mutant, seed) ? 1 : 0;
        }
        int accepted = MUTANTS - refused;
        String shares = refused + " refused, " + accepted + " accepted";
        assertTrue(100L * refused >= (long) refusedPercent * MUTANTS, shares);
        assertTrue(100L * accepted >= (long) acceptedPercent * MUTANTS, shares);
    }

    private boolean isRefused(Reader reader, byte[] mutant, long seed) throws IOException {
        Path file = Files.write(folder.resolve("mutant.png"), mutant);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            reader.read(file);
        } catch (InputException e) {
            refused = true;
            String message = String.valueOf(e.getMessage());
            assertTrue(message.startsWith(folder.toString()), message);
            assertFalse(message.chars().anyMatch(Character::isISOControl), message);
        } catch (IOException | RuntimeException | Error e) {
            fail("seed " + seed, e);
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated <= FIXED_BYTES + 2048L * mutant.length, allocated + " bytes, seed " + seed);
        return refused;
    }

    private static int[][] signs(long seed, int count, int features, int... values) {
        return Samples.randomSigns(new SplittableRandom(seed), count, features, values);
    }

    private static byte[] csv(int[][] signs, String separator, String header) {
        StringBuilder text = new StringBuilder(header);
        for (int[] row : signs) {
            for (int i = 0; i < row.length; i++) {
                text.append(i > 0 ? separator : "").append(row[i]);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void csvPatterns() throws IOException {
        byte[][] bases = {
            csv(signs(1, 6, 9, -1, 1), ",", ""),
            csv(signs(2, 4, 5, 0, 1), ";", "a;\"b\"\"\";c;d;e\n"),
            csv(signs(3, 5, 3, -1, 0, 1), " ", "# by hand\n")
        };
        fuzz(50, 3, file -> CsvPatterns.read(file, false), bytes -> bytes, bases);
        fuzz(50, 5, file -> CsvPatterns.read(file, true), bytes -> bytes, bases);
    }

    @Test
    void trajectories() throws IOException {
        byte[] named = "t,x,y\n0,0.5,-1e-3\n0.1,7,.25\n0.2,8,1.\n".getBytes(StandardCharsets.UTF_8);
        byte[] plain = "0 0.5 \"-2\"\n1 2 3\n".getBytes(StandardCharsets.UTF_8);
        fuzz(40, 10, Trajectories::readCsv, bytes -> bytes, named, plain);
    }

    @Test
    void npy() throws IOException {
        int[][] signs = signs(4, 9, 30, -1, 1);
        byte[][] bases = {
            Samples.npy(signs, "|i1", false, false),
            Samples.npy(signs, "|b1", true, true),
            Samples.npy(signs, ">f4", true, false),
            Files.readAllBytes(Samples.resource("version3.npy"))
        };
        fuzz(80, 1, file -> NumpyPatterns.read(file, Optional.empty(), false), bytes -> bytes, bases);
    }

    @Test
    void npz() throws IOException {
        byte[] array = Samples.npy(signs(5, 9, 30, -1, 1), "|i1", false, false);
        byte[][] bases = {
            Samples.npz(Map.of("p.npy", array), false),
            Samples.npz(Map.of("p.npy", array), true),
            Files.readAllBytes(Samples.resource("one.npz"))
        };
        fuzz(70, 1, file -> NumpyPatterns.read(file, Optional.empty(), false), bytes -> bytes, bases);
        // damage inside the array, below checksums that are right
        UnaryOperator<byte[]> pack = bytes -> {
            Map<String, byte[]> members = new LinkedHashMap<>();
            members.put("p.npy", bytes);
            return Samples.npz(members, true);
        };
        fuzz(80, 1, file -> NumpyPatterns.read(file, Optional.of("p"), false), pack, array);
    }

    @Test
    void idx() throws IOException {
        byte[] pixels = new byte[120];
        new SplittableRandom(6).nextBytes(pixels);
        byte[][] bases = {Samples.idx(8, pixels, 5, 4, 6), Samples.idx(8, pixels, 10, 12)};
        Reader reader = file -> IdxPatterns.read(file, 125, OptionalInt.empty());
        fuzz(50, 10, reader, bytes -> bytes, bases);
        fuzz(50, 10, reader, Samples::gzip, bases);
        fuzz(80, 1, reader, bytes -> bytes, Samples.gzip(bases[0]), Samples.gzip(bases[1]));
        fuzz(50, 5, file -> IdxPatterns.read(file, 125, OptionalInt.of(3)), bytes -> bytes, bases);
    }

    @Test
    void idxLabels() throws IOException {
        byte[] labels = Samples.idx(8, new byte[] {7, 2, 1, 0, 4, 1, 4, 9, 5, 9}, 10);
        fuzz(50, 5, IdxLabels::read, bytes -> bytes, labels);
        fuzz(80, 1, IdxLabels::read, bytes -> bytes, Samples.gzip(labels));
    }

    @Test
    void png() throws IOException {
        byte[][] bases = {
            Samples.png(new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY), false),
            Samples.png(new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_BINARY), true),
            Files.readAllBytes(Samples.resource("rgba.png")),
            Files.readAllBytes(Samples.resource("palette.png"))
        };
        Reader reader = file -> PngPatterns.read(folder, 125);
        fuzz(90, 0, reader, bytes -> bytes, bases);
        // damage below checksums that are right
        fuzz(60, 3, reader, PngParts::withChecksums, bases);
    }

    @Test
    void noiseIsRefusedByEveryReader() throws IOException {
        Reader[] readers = {
            file -> CsvPatterns.read(file, true),
            Trajectories::readCsv,
            file -> NumpyPatterns.read(file, Optional.empty(), true),
            file -> IdxPatterns.read(file, 125, OptionalInt.empty()),
            IdxLabels::read,
            file -> PngPatterns.read(folder, 125)
        };
        for (long seed = 0; seed < 50; seed++) {
            byte[] noise = new byte[300];
            new SplittableRandom(seed).nextBytes(noise);
            for (Reader reader : readers) {
                assertTrue(isRefused(reader, noise, seed), "seed " + seed);
            }
        }
    }
}
