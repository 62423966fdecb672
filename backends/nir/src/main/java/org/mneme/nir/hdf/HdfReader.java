package org.mneme.nir.hdf;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.FilterManager;
import io.jhdf.object.datatype.EnumDataType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Tensor;

/** Reads HDF5 files: numbers of every type, texts, nested groups; contiguous, chunked and compressed. */
public final class HdfReader {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    /** Of any version, up to the address of the file's end. */
    private static final int SUPERBLOCK_BYTES = 52;
    /** Deeper than any graph; a group that contains itself ends here. */
    private static final int MOST_LEVELS = 64;
    /** Deflate cannot do better. */
    private static final long BEST_COMPRESSION = 1032;

    static {
        FilterManager.addFilter(new LzfFilter());
    }

    private final long mostBytes;

    private HdfReader(long fileBytes) {
        this.mostBytes = Math.multiplyExact(fileBytes, BEST_COMPRESSION);
    }

    /**
     * Reads a whole file.
     *
     * @param file an HDF5 file
     * @return its root group, without attributes
     * @throws MalformedHdfException if it is no HDF5 file, is damaged, or holds a type other than numbers and texts
     * @throws IOException if it cannot be read
     */
    public static HdfItem.Group read(Path file) throws IOException {
        requireWhole(file);
        try (HdfFile hdf = new HdfFile(file)) {
            return new HdfReader(Files.size(file)).group(hdf, 0);
        } catch (Unreadable e) {
            throw new MalformedHdfException(Objects.requireNonNull(e.getMessage()), e);
        } catch (RuntimeException e) {
            if (lacksFilter(e)) {
                throw new MalformedHdfException(
                        "is compressed by a filter that is not read; gzip, lzf, shuffle and fletcher32 are", e);
            }
            // whatever the library throws on bytes that make no sense, buffer underflows among it
            throw new MalformedHdfException("is a damaged or truncated HDF5 file", e);
        }
    }

    /** Whether the library names a filter that it does not have, anywhere among the causes. */
    private static boolean lacksFilter(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof HdfFilterException
                    && String.valueOf(cause.getMessage()).contains("filter is not available")) {
                return true;
            }
        }
        return false;
    }

    /** Refuses what does not begin as an HDF5 file, or ends before the end that its superblock tells. */
    private static void requireWhole(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SUPERBLOCK_BYTES);
        }
        if (!Arrays.equals(Arrays.copyOf(head, SIGNATURE.length), SIGNATURE)) {
            throw new MalformedHdfException("is no HDF5 file");
        }
        if (head.length < SUPERBLOCK_BYTES) {
            throw new MalformedHdfException("is a truncated HDF5 file");
        }
        ByteBuffer superblock = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int version = head[SIGNATURE.length];
        long end = superblock.getLong(version == 0 ? 40 : version == 1 ? 44 : 28);
        boolean wide = head[version < 2 ? 13 : 9] == Long.BYTES;
        if (wide && Files.size(file) < end) {
            throw new MalformedHdfException(
                    "is a truncated HDF5 file (" + Files.size(file) + " of " + end + " bytes are there)");
        }
    }

    /** A mistake of the file that has a name. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String mistake) {
            super(mistake);
        }
    }

    private HdfItem.Group group(Group group, int level) {
        if (level > MOST_LEVELS) {
            throw new Unreadable("holds groups more than " + MOST_LEVELS + " levels deep, or one that contains itself: "
                    + group.getName());
        }
        Map<String, HdfItem> members = new TreeMap<>();
        for (Map.Entry<String, Node> member : group.getChildren().entrySet()) {
            switch (member.getValue()) {
                case Group g -> members.put(member.getKey(), group(g, level + 1));
                case Dataset d -> members.put(member.getKey(), data(d));
                default ->
                    throw new Unreadable("holds " + path(member.getValue()) + ", which is no group and no dataset");
            }
        }
        return HdfItem.Group.of(new TreeMap<>(members));
    }

    private static String path(Node node) {
        String path = node.getPath();
        return path.isEmpty() ? node.getName() : path;
    }

    private HdfItem.Data data(Dataset dataset) {
        if (dataset.getSize() == 0) {
            return new HdfItem.Numbers(Tensor.of(zeroSized(dataset)), false);
        }
        if (dataset.getSizeInBytes() > mostBytes || dataset.getSize() > Integer.MAX_VALUE) {
            throw new Unreadable("is a damaged or truncated HDF5 file (" + path(dataset) + " claims "
                    + dataset.getSize() + " values)");
        }
        Ints shape = Ints.of(dataset.isScalar() ? new int[0] : dataset.getDimensions());
        if (dataset.isEmpty()) {
            // nothing was ever written to it
            return new HdfItem.Numbers(
                    Tensor.filled(shape, dataset.getFillValue() instanceof Number fill ? fill.doubleValue() : 0),
                    false);
        }
        Object flat = dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
        boolean truth = dataset.getDataType() instanceof EnumDataType;
        if (truth || dataset.getJavaType() != String.class) {
            return new HdfItem.Numbers(numbers(dataset, shape, flat), false);
        }
        List<String> texts = flat instanceof String text
                ? List.of(text)
                : IntStream.range(0, Array.getLength(flat))
                        .mapToObj(i -> String.valueOf(Array.get(flat, i)))
                        .toList();
        return new HdfItem.Texts(shape, texts);
    }

    private static Ints zeroSized(Dataset dataset) {
        int[] dimensions = dataset.getDimensions();
        return dimensions.length == 0 ? Ints.of(0) : Ints.of(dimensions);
    }

    private static Tensor numbers(Dataset dataset, Ints shape, Object flat) {
        return switch (flat) {
            case double[] v -> Tensor.generate(shape, i -> v[i]);
            case float[] v -> Tensor.generate(shape, i -> v[i]);
            case long[] v -> Tensor.generate(shape, i -> v[i]);
            case int[] v -> Tensor.generate(shape, i -> v[i]);
            case short[] v -> Tensor.generate(shape, i -> v[i]);
            case byte[] v -> Tensor.generate(shape, i -> v[i]);
            case BigInteger[] v -> Tensor.generate(shape, i -> v[i].doubleValue());
            case String[] v -> Tensor.generate(shape, i -> truth(dataset, v[i]));
            case Number v -> Tensor.generate(shape, i -> v.doubleValue());
            case String v -> Tensor.generate(shape, i -> truth(dataset, v));
            default -> throw new Unreadable("holds " + path(dataset) + " of a type that is neither number nor text");
        };
    }

    private static double truth(Dataset dataset, String name) {
        return switch (name) {
            case "TRUE" -> 1;
            case "FALSE" -> 0;
            default -> throw new Unreadable("holds " + path(dataset) + " of a type that is neither number nor text");
        };
    }
}
