package org.mneme.board.program;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.mneme.board.proto.ProgramTrailer;

/** Writes sections as a file: the magic number, the sections as they come, and at the end the trailer. */
public final class ProgramWriter implements ProgramSink {
    private final DigestOutputStream out;
    private int sections;

    /**
     * Starts a file.
     *
     * @param out buffered; not closed
     * @throws IOException if it cannot be written
     */
    public ProgramWriter(OutputStream out) throws IOException {
        this.out = new DigestOutputStream(out, sha256());
        this.out.write(magic());
    }

    /** The first eight bytes of every file: a transfer as text, or one that strips the eighth bit, changes them. */
    static byte[] magic() {
        return new byte[] {(byte) 0x8a, 'M', 'N', 'E', 'M', 'E', '\r', '\n'};
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void section(ProgramSection section) throws IOException {
        section.writeTo(out);
        sections++;
    }

    /**
     * Writes the trailer. Nothing may follow.
     *
     * @throws IOException if it cannot be written
     */
    public void finish() throws IOException {
        ByteString digest = ByteString.copyFrom(out.getMessageDigest().digest());
        ProgramTrailer trailer = ProgramTrailer.newBuilder()
                .setSections(sections)
                .setDigest(digest)
                .build();
        ProgramSection.of(sections, SectionKind.TRAILER.code(), trailer.toByteString())
                .writeTo(out);
    }
}
