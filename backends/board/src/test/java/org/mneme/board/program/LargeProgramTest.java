package org.mneme.board.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.UnsafeByteOperations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.board.proto.ProgramHeader;

/** A program beyond 2 GiB, of which no more than a section is ever there. */
class LargeProgramTest {
    private static final int PAYLOAD = 128 << 20;
    private static final int SECTIONS = 17;

    /** Counts, and keeps what comes after the first bytes. */
    private static final class Counter extends OutputStream {
        private final long skipped;
        private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
        private long count;

        Counter(long skipped) {
            this.skipped = skipped;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int passed = (int) Math.clamp(skipped - count, 0L, length);
            tail.write(bytes, offset + passed, length - passed);
            count += length;
        }
    }

    private static InputStream framed(ProgramSection section) {
        int crc = section.crc();
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(
                        ProgramSection.prefix(section.code(), section.payload().size())),
                section.payload().newInput(),
                new ByteArrayInputStream(
                        new byte[] {(byte) crc, (byte) (crc >>> 8), (byte) (crc >>> 16), (byte) (crc >>> 24)}))));
    }

    @Test
    void moreThanTwoGibibytesAreWrittenAndRead() throws IOException {
        ProgramSection header = Programs.section(
                0,
                SectionKind.HEADER.code(),
                ProgramHeader.newBuilder().setMajor(1).setMinor(9).build());
        ProgramSection large =
                ProgramSection.of(1, VersionFiles.KIND, UnsafeByteOperations.unsafeWrap(new byte[PAYLOAD]));
        long before = 8L + header.bytes() + (long) SECTIONS * large.bytes();
        assertTrue(before > 1L << 31);
        Counter counter = new Counter(before);
        ProgramWriter writer = new ProgramWriter(counter);
        writer.section(header);
        for (int s = 0; s < SECTIONS; s++) {
            writer.section(large);
        }
        writer.finish();
        assertEquals(before + counter.tail.size(), counter.count);

        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream(ProgramWriter.magic()));
        parts.add(framed(header));
        for (int s = 0; s < SECTIONS; s++) {
            parts.add(framed(large));
        }
        parts.add(new ByteArrayInputStream(counter.tail.toByteArray()));
        FramedInput in =
                new FramedInput("large.mneme", new SequenceInputStream(Collections.enumeration(parts)), counter.count);
        try (ProgramReader reader = ProgramReader.of(in, ProgramVersion.CURRENT)) {
            int read = 0;
            for (Optional<ProgramSection> next = reader.next(); next.isPresent(); next = reader.next()) {
                read++;
                assertEquals(PAYLOAD, next.get().payload().size());
            }
            assertEquals(SECTIONS, read);
            assertEquals(counter.count, reader.bytes());
            assertEquals(SECTIONS + 1, reader.notes().size());
        }
    }
}
