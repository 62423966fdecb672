package org.mneme.model.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mneme.model.PatternSet;

/** NumPy's archives of arrays: zip files, stored or deflated, with one .npy for each array. */
final class NpzArchive {
    private static final String SUFFIX = ".npy";
    private static final int MOST_NAMES = 10;

    private NpzArchive() {}

    /** Reads one array. */
    @FunctionalInterface
    interface ArrayReader {
        /**
         * Reads an array to its end.
         *
         * @param in at its start
         * @param size how many bytes it has
         * @return its patterns
         */
        PatternSet read(Counted in, long size) throws IOException;
    }

    /**
     * Says whether a file is a zip archive, by its first bytes.
     *
     * @param file a regular file
     * @return true for one with entries or without
     */
    static boolean isArchive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return Arrays.equals(start, new byte[] {'P', 'K', 3, 4})
                    || Arrays.equals(start, new byte[] {'P', 'K', 5, 6});
        }
    }

    /**
     * Reads one array of an archive.
     *
     * @param file the archive
     * @param size its size in bytes
     * @param wanted the name of the array, or empty for the only one
     * @param reader what to read it with
     * @return what the reader returns
     */
    static PatternSet read(Path file, long size, Optional<String> wanted, ArrayReader reader) throws IOException {
        if (!file.getFileSystem().equals(FileSystems.getDefault())) {
            throw new UnsupportedFormatException(file, "an archive inside another one", "unpack it to a disk");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = entry(file, zip, wanted);
            if (entry.getSize() > InputFile.largestInflated(size)) {
                throw new MalformedFileException(
                        file,
                        Place.WHOLE,
                        "claims an array of " + entry.getSize() + " bytes, more than its " + size
                                + " bytes can hold; save it again");
            }
            CRC32 crc = new CRC32();
            try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), crc)) {
                PatternSet patterns = reader.read(new Counted(file, in, true), entry.getSize());
                if (crc.getValue() != entry.getCrc()) {
                    throw new MalformedFileException(
                            file,
                            Place.WHOLE,
                            "has a wrong checksum for " + Shown.of(entry.getName()) + "; copy it again");
                }
                return patterns;
            }
        }
    }

    private static ZipEntry entry(Path file, ZipFile zip, Optional<String> wanted) {
        List<? extends ZipEntry> arrays =
                zip.stream().filter(e -> e.getName().endsWith(SUFFIX)).toList();
        if (wanted.isEmpty() && arrays.size() == 1) {
            return arrays.getFirst();
        }
        return arrays.stream()
                .filter(e -> wanted.isPresent()
                        && (nameOf(e).equals(wanted.get()) || e.getName().equals(wanted.get())))
                .findFirst()
                .orElseThrow(() -> new ArchiveMemberException(
                        file,
                        wanted,
                        arrays.stream()
                                .limit(MOST_NAMES)
                                .map(e -> Shown.of(nameOf(e)))
                                .toList()));
    }

    private static String nameOf(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
    }
}
