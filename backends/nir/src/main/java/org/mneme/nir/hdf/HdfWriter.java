package org.mneme.nir.hdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.mneme.nir.graph.Tensor;

/**
 * Writes HDF5 files that HDF5 1.10 and newer read: superblock version 2, object headers version 2.
 *
 * <p>It exists because NIR's tools want texts of variable length, in attributes too, which no HDF5 library in pure Java writes, and
 * because equal content must give equal bytes. Datasets of 512 numbers and more are compressed.
 */
public final class HdfWriter {
    private static final int SUPERBLOCK_BYTES = 48;
    private static final int LEAST_COMPRESSED = 512;
    private static final int MOST_COMPRESSED = 1 << 27;
    private static final int PIECE = 1 << 20;
    private static final int LEVEL = 6;
    private static final int MOST_MESSAGE_BYTES = 0xffff;

    private final TextHeap texts = new TextHeap();
    private final List<byte[]> blocks = new ArrayList<>();
    private long position = SUPERBLOCK_BYTES;

    private HdfWriter() {}

    /**
     * Writes a file.
     *
     * @param root its root group
     * @param file where to; not closed
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if a name is empty, is too long or holds "/", or an attribute is larger than 64 KiB
     */
    public static void write(HdfItem.Group root, OutputStream file) throws IOException {
        HdfWriter writer = new HdfWriter();
        writer.texts.collect(root);
        writer.append(writer.texts.at(writer.position));
        long address = writer.group(root);
        file.write(new Bytes()
                .one(0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 2, 8, 8, 0)
                .eight(0)
                .eight(Messages.NOWHERE)
                .eight(writer.position)
                .eight(address)
                .checked());
        for (byte[] block : writer.blocks) {
            file.write(block);
        }
    }

    private long append(byte[] block) {
        long address = position;
        blocks.add(block);
        position += block.length;
        return address;
    }

    private long item(HdfItem item) {
        return switch (item) {
            case HdfItem.Group group -> group(group);
            case HdfItem.Data data -> dataset(data);
        };
    }

    /** Writes a group after its members and returns its address. */
    private long group(HdfItem.Group group) {
        SequencedMap<String, Long> addresses = new TreeMap<>();
        group.members().forEach((name, item) -> addresses.put(named(name), item(item)));
        Bytes messages = new Bytes();
        message(messages, Messages.LINK_INFO, Messages.linkInfo());
        message(messages, Messages.GROUP_INFO, Messages.groupInfo());
        for (Map.Entry<String, Long> link : addresses.entrySet()) {
            message(messages, Messages.LINK, Messages.link(link.getKey(), link.getValue()));
        }
        for (Map.Entry<String, HdfItem.Data> attribute : group.attributes().entrySet()) {
            HdfItem.Data data = attribute.getValue();
            byte[] content = Messages.attribute(named(attribute.getKey()), data, small(data));
            message(messages, Messages.ATTRIBUTE, content);
        }
        return header(messages);
    }

    private static String named(String name) {
        if (name.isEmpty() || name.equals(".") || name.contains("/") || name.contains("\0")) {
            throw new IllegalArgumentException("'" + name + "' cannot be a name in an HDF5 file");
        }
        return name;
    }

    private long dataset(HdfItem.Data data) {
        Bytes messages = new Bytes();
        message(messages, Messages.DATASPACE, Messages.dataspace(data.shape()));
        message(messages, Messages.DATATYPE, Messages.datatype(data));
        message(messages, Messages.FILL_VALUE, Messages.fillValue());
        int size = Tensor.size(data.shape());
        if (size >= LEAST_COMPRESSED && size <= MOST_COMPRESSED && data instanceof HdfItem.Numbers numbers) {
            byte[] chunk = deflated(shuffled(numbers));
            message(messages, Messages.FILTERS, Messages.shuffleAndDeflate(Long.BYTES, LEVEL));
            message(
                    messages,
                    Messages.LAYOUT,
                    Messages.singleChunk(data.shape(), Long.BYTES, append(chunk), chunk.length));
        } else {
            long address = position;
            switch (data) {
                case HdfItem.Numbers numbers -> {
                    for (int from = 0; from < size; from += PIECE) {
                        append(bytes(numbers, from, Math.min(size, from + PIECE)));
                    }
                }
                case HdfItem.Texts _ -> append(small(data));
            }
            long bytes = position - address;
            message(messages, Messages.LAYOUT, Messages.contiguous(bytes == 0 ? Messages.NOWHERE : address, bytes));
        }
        return header(messages);
    }

    private static void message(Bytes messages, int type, byte[] content) {
        if (content.length > MOST_MESSAGE_BYTES) {
            throw new IllegalArgumentException("a name or an attribute of " + content.length
                    + " bytes is too large for an HDF5 file, which takes " + MOST_MESSAGE_BYTES);
        }
        messages.one(type).two(content.length).one(0).all(content);
    }

    /** An object header whose first and only chunk gives its size in four bytes. */
    private long header(Bytes messages) {
        return append(new Bytes()
                .one('O', 'H', 'D', 'R', 2, 0x02)
                .four(messages.size())
                .all(messages.toArray())
                .checked());
    }

    private byte[] small(HdfItem.Data data) {
        return switch (data) {
            case HdfItem.Numbers numbers -> bytes(numbers, 0, numbers.values().size());
            case HdfItem.Texts t -> {
                Bytes references = new Bytes();
                t.texts().forEach(text -> references.all(texts.reference(text)));
                yield references.toArray();
            }
        };
    }

    private static byte[] bytes(HdfItem.Numbers numbers, int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate((to - from) * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < to; i++) {
            bytes.putLong(word(numbers, i));
        }
        return bytes.array();
    }

    private static long word(HdfItem.Numbers numbers, int index) {
        double value = numbers.values().at(index);
        return numbers.whole() ? (long) value : Double.doubleToLongBits(value);
    }

    /** First byte of all numbers, second byte of all numbers, and so on. */
    private static byte[] shuffled(HdfItem.Numbers numbers) {
        int size = numbers.values().size();
        byte[] bytes = new byte[size * Long.BYTES];
        for (int i = 0; i < size; i++) {
            long word = word(numbers, i);
            for (int b = 0; b < Long.BYTES; b++) {
                bytes[b * size + i] = (byte) (word >>> b * Byte.SIZE);
            }
        }
        return bytes;
    }

    private static byte[] deflated(byte[] bytes) {
        Bytes deflated = new Bytes();
        try (Deflater deflater = new Deflater(LEVEL)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                int count = deflater.deflate(buffer);
                deflated.all(count == buffer.length ? buffer : Arrays.copyOf(buffer, count));
            }
        }
        return deflated.toArray();
    }
}
