package org.mneme.model.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands before the elements in a file of NumPy's format, versions 1.0 to 3.0 (numpy.lib.format).
 *
 * @param type the type of the elements
 * @param fortran whether the first index varies fastest
 * @param shape the dimensions
 */
record NpyHeader(NpyType type, boolean fortran, List<Long> shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** Longest header text; NumPy itself reads no more than 10,000 characters. */
    private static final int LONGEST = 1 << 16;

    /**
     * Says whether bytes begin an array.
     *
     * @param start the first bytes of a file
     * @return true for the magic string
     */
    static boolean begins(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC);
    }

    /**
     * Reads a header.
     *
     * @param in at the magic string; left at the first element
     * @param file the file read, for messages
     * @return the header
     */
    static NpyHeader read(Counted in, Path file) throws IOException {
        byte[] start = new byte[12];
        in.readHeader(start, 8, 10);
        if (!begins(start)) {
            throw new UnsupportedFormatException(
                    file, "no NumPy array", "give a .npy or .npz file written by numpy.save");
        }
        int major = start[6] & 0xff;
        int minor = start[7] & 0xff;
        if (major < 1 || major > 3 || minor != 0) {
            throw new UnsupportedFormatException(
                    file, "NumPy format " + major + "." + minor, "formats 1.0, 2.0 and 3.0 are read");
        }
        int sizeBytes = major == 1 ? 2 : 4;
        in.readHeader(start, sizeBytes, 8 + sizeBytes);
        long size = 0;
        for (int i = sizeBytes - 1; i >= 0; i--) {
            size = size << 8 | start[i] & 0xff;
        }
        if (size > LONGEST) {
            throw new TooLargeException(
                    file, Place.WHOLE, "a header", size + " bytes", LONGEST + " bytes", "save the array again");
        }
        byte[] text = new byte[(int) size];
        in.readHeader(text, text.length, in.position() + size);
        String header = new String(text, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return new NpyHeaderParser(file, header).parse();
    }

    /**
     * Returns the shape as Python writes it.
     *
     * @return such as (100, 300) or (5,)
     */
    String shapeText() {
        String inside = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return shape.size() == 1 ? "(" + inside + ",)" : "(" + inside + ")";
    }
}
