package org.mneme.lab.trials;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mneme.bits.BitMatrix;
import org.mneme.model.PatternSet;

/** Names what a trial was made of, so that a file's lines are known to be of the same settings and patterns. */
public final class Digest {
    private static final int BYTES = 8;

    private Digest() {}

    /**
     * Returns the beginning of the SHA-256 of settings and patterns.
     *
     * @param settings all that the trial depends on besides its patterns
     * @param patterns ξ
     * @return 16 hexadecimal digits
     */
    public static String of(String settings, PatternSet patterns) {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        sha.update(settings.getBytes(StandardCharsets.UTF_8));
        update(sha, patterns.plus());
        patterns.mask().ifPresent(mask -> update(sha, mask));
        return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
    }

    private static void update(MessageDigest sha, BitMatrix matrix) {
        ByteBuffer row = ByteBuffer.allocate(matrix.wordsPerRow() * Long.BYTES);
        for (int r = 0; r < matrix.rows(); r++) {
            row.clear();
            for (int w = 0; w < matrix.wordsPerRow(); w++) {
                row.putLong(matrix.word(r, w));
            }
            sha.update(row.array());
        }
    }
}
