package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.function.Executable;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;

/** Writers of every format that is read, for the tests. */
final class Samples {
    private Samples() {}

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Samples.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path folder, String name, String content) {
        return write(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Runs a reader that must refuse its file with this error, in one line that begins with the file's name. */
    static <T extends FileException> T refused(Class<T> type, Executable reader) {
        T error = assertThrows(type, reader);
        String message = String.valueOf(error.getMessage());
        assertTrue(message.startsWith(error.file() + error.place().suffix() + ": "), message);
        assertFalse(message.chars().anyMatch(Character::isISOControl), message);
        return error;
    }

    static int[][] randomSigns(SplittableRandom random, int count, int features, int... values) {
        int[][] signs = new int[count][features];
        for (int[] row : signs) {
            Arrays.setAll(row, i -> values[random.nextInt(values.length)]);
        }
        return signs;
    }

    static PatternSet patterns(int[][] signs) {
        return PatternSet.of(Arrays.stream(signs).map(Signs::of).toList());
    }

    /** Encodes signs as NumPy's elements; with {@code zeros}, −1 is written as 0. */
    static byte[] elements(int[][] signs, String type, boolean fortran, boolean zeros) {
        int bytes = type.charAt(2) - '0';
        int rows = signs.length;
        int columns = signs[0].length;
        ByteBuffer data = ByteBuffer.allocate(rows * columns * bytes)
                .order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < rows * columns; k++) {
            int sign = fortran ? signs[k % rows][k / rows] : signs[k / columns][k % columns];
            int value = zeros ? Math.max(0, sign) : sign;
            switch (type.substring(1)) {
                case "b1", "i1", "u1" -> data.put((byte) value);
                case "i2", "u2" -> data.putShort((short) value);
                case "i4", "u4" -> data.putInt(value);
                case "i8", "u8" -> data.putLong(value);
                case "f2" -> data.putShort(Float.floatToFloat16(value));
                case "f4" -> data.putFloat(value);
                case "f8" -> data.putDouble(value);
                default -> throw new IllegalArgumentException(type);
            }
        }
        return data.array();
    }

    static byte[] npy(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(10 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text)
                .put(data)
                .array();
    }

    static byte[] npy(String type, boolean fortran, String shape, byte[] data) {
        return npy(
                "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
                        + ", }\n",
                data);
    }

    static byte[] npy(int[][] signs, String type, boolean fortran, boolean zeros) {
        return npy(
                type,
                fortran,
                "(" + signs.length + ", " + signs[0].length + ")",
                elements(signs, type, fortran, zeros));
    }

    static byte[] npz(Map<String, byte[]> members, boolean deflated) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setTime(0);
                if (!deflated) {
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(member.getValue().length);
                    CRC32 crc = new CRC32();
                    crc.update(member.getValue());
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] idx(int type, byte[] data, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * shape.length + data.length);
        bytes.put(new byte[] {0, 0, (byte) type, (byte) shape.length});
        for (int size : shape) {
            bytes.putInt(size);
        }
        return bytes.put(data).array();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] png(BufferedImage image, boolean interlaced) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, List.of(), null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Writes signs as a grey image of one row of pixels: 255 for +1, 0 for −1. */
    static byte[] png(int[] signs) {
        BufferedImage image = new BufferedImage(signs.length, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < signs.length; x++) {
            image.getRaster().setSample(x, 0, 0, signs[x] > 0 ? 255 : 0);
        }
        return png(image, false);
    }
}
