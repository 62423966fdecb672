package org.mneme.model.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.mneme.bits.Ints;

/** The labels of IDX images, such as the digit an image shows: one unsigned byte each. */
public final class IdxLabels {
    private static final long MOST = 1 << 28;

    private IdxLabels() {}

    /**
     * Reads labels.
     *
     * @param file an IDX file of unsigned bytes with one dimension, plain or gzip (told by its magic number)
     * @return the labels, each 0…255, in the order of the images
     * @throws FileException if the file cannot be used
     */
    public static Ints read(Path file) {
        try (IdxFile idx = IdxFile.open(file, "labels")) {
            if (idx.dimensions() != 1) {
                throw new UnsupportedFormatException(
                        file,
                        "IDX data of " + idx.dimensions() + " dimensions",
                        "labels have 1; give the file of the labels");
            }
            if (idx.count() < 1) {
                throw new EmptyFileException(file, "labels");
            }
            if (idx.count() > MOST) {
                throw new TooLargeException(
                        file, Place.WHOLE, "a set", idx.count() + " labels", MOST + " labels", "split it");
            }
            idx.requireRoom(idx.count());
            return readAll(idx, file);
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    private static Ints readAll(IdxFile idx, Path file) throws IOException {
        InputFile.requireHeap(file, "labels", 8 * idx.count());
        long end = idx.position() + idx.count();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (idx.position() < end) {
            int n = (int) Math.min(buffer.length, end - idx.position());
            idx.read(buffer, n, end);
            labels.write(buffer, 0, n);
        }
        idx.requireEnd();
        byte[] bytes = labels.toByteArray();
        int[] values = new int[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[i] & 0xff;
        }
        return Ints.of(values);
    }
}
