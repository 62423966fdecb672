package org.mneme.ir;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import org.mneme.bits.BitMatrix;

/**
 * The SHA-256 of a graph: equal for equal graphs, different for graphs that differ in any name, parameter, weight or delay.
 *
 * <p>Big-endian; a bit matrix counts by its own SHA-256, so that one shared by several projections is read once. Nothing is copied.
 */
public final class GraphDigest implements GraphEncoder.Sink {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest sha = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final Map<BitMatrix, byte[]> matrices;

    private GraphDigest(Map<BitMatrix, byte[]> matrices) {
        this.matrices = matrices;
    }

    /**
     * Returns the digest of a graph.
     *
     * @param graph the graph
     * @return 64 hexadecimal digits, lower case
     */
    public static String of(SpikingGraph graph) {
        GraphDigest digest = new GraphDigest(new IdentityHashMap<>());
        digest.whole(GraphEncoder.ENCODING_VERSION);
        new GraphEncoder(digest).graph(graph);
        return HexFormat.of().formatHex(digest.finish());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void bits(BitMatrix matrix) {
        byte[] digest = matrices.get(matrix);
        if (digest == null) {
            GraphDigest own = new GraphDigest(matrices);
            own.words(matrix);
            digest = own.finish();
            matrices.put(matrix, digest);
        }
        for (byte b : digest) {
            tag(b);
        }
    }

    private void words(BitMatrix matrix) {
        whole(matrix.rows());
        whole(matrix.columns());
        for (int r = 0; r < matrix.rows(); r++) {
            for (int w = 0; w < matrix.wordsPerRow(); w++) {
                wide(matrix.word(r, w));
            }
        }
    }

    @Override
    public void tag(byte value) {
        room().put(value);
    }

    @Override
    public void whole(int value) {
        room().putInt(value);
    }

    @Override
    public void wide(long value) {
        room().putLong(value);
    }

    private ByteBuffer room() {
        if (buffer.remaining() < Long.BYTES) {
            empty();
        }
        return buffer;
    }

    private void empty() {
        sha.update(buffer.flip());
        buffer.clear();
    }

    private byte[] finish() {
        empty();
        return sha.digest();
    }
}
