package org.mneme.board.program;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.board.proto.SignBits;
import org.mneme.ir.Weights.SignMatrix;

/**
 * The part of a {@link SignMatrix} that lies on one slice, cut word by word.
 *
 * <p>Only rows that the view refers to are kept, each once, in the order in which the view first names them.
 */
final class SignCut {
    private static final int UNSEEN = -1;

    private final SignMatrix sign;
    private final int viewRows;
    private final int firstColumn;
    private final int columns;
    /** Kept row → row of the matrix. */
    private final int[] kept;
    /** Row of the view → kept row, or {@link SignMatrix#ABSENT}. */
    private final int[] view;

    private SignCut(SignMatrix sign, int firstRow, int viewRows, int firstColumn, int columns) {
        this.sign = sign;
        this.viewRows = viewRows;
        this.firstColumn = firstColumn;
        this.columns = columns;
        this.view = new int[viewRows];
        int[] found = new int[Math.min(viewRows, sign.plus().rows())];
        int[] place = new int[sign.plus().rows()];
        Arrays.fill(place, UNSEEN);
        int count = 0;
        for (int r = 0; r < viewRows; r++) {
            int row = sign.matrixRow(firstRow + r);
            if (row == SignMatrix.ABSENT) {
                view[r] = SignMatrix.ABSENT;
                continue;
            }
            if (place[row] == UNSEEN) {
                place[row] = count;
                found[count++] = row;
            }
            view[r] = place[row];
        }
        this.kept = Arrays.copyOf(found, count);
    }

    /** Cuts out targets {@code from} … {@code to − 1}. */
    static SignCut of(SignMatrix sign, int from, int to) {
        return switch (sign.orientation()) {
            case ROWS_ARE_SOURCES -> new SignCut(sign, 0, sign.viewRows(), from, to - from);
            case ROWS_ARE_TARGETS ->
                new SignCut(sign, from, to - from, 0, sign.plus().columns());
        };
    }

    /** Whether no synapse is stored: every row is absent. */
    boolean isEmpty() {
        return kept.length == 0;
    }

    SignBits message(SectionBudget budget) {
        SignBits.Builder message = SignBits.newBuilder()
                .setRowsAreSources(sign.orientation() == SignMatrix.Orientation.ROWS_ARE_SOURCES)
                .setUnsignedBits(sign.unsigned())
                .setScale((long) sign.scale())
                .setColumns(columns)
                .setWordsPerRow(BitMatrix.wordsFor(columns))
                .setPlus(bits(sign.plus(), budget));
        Optional<BitMatrix> mask = sign.mask();
        if (mask.isPresent()) {
            message.setMask(bits(mask.get(), budget));
        }
        if (!isWhole()) {
            message.setRows(LittleEndian.of(view, budget));
        }
        return message.build();
    }

    /** Whether row r of the view is kept row r, for all of them. */
    private boolean isWhole() {
        for (int r = 0; r < viewRows; r++) {
            if (view[r] != r) {
                return false;
            }
        }
        return true;
    }

    private ByteString bits(BitMatrix matrix, SectionBudget budget) {
        int words = BitMatrix.wordsFor(columns);
        byte[] bytes = new byte[budget.claim((long) kept.length * words * Long.BYTES)];
        ByteBuffer into = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long last = (columns & 63) == 0 ? -1L : (1L << columns) - 1;
        for (int row : kept) {
            for (int w = 0; w < words; w++) {
                into.putLong(word(matrix, row, w) & (w == words - 1 ? last : -1L));
            }
        }
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    /** Columns firstColumn + 64w … firstColumn + 64w + 63; those beyond the matrix are 0. */
    private long word(BitMatrix matrix, int row, int w) {
        int first = (firstColumn >>> 6) + w;
        int shift = firstColumn & 63;
        long low = matrix.word(row, first) >>> shift;
        return shift == 0 || first + 1 >= matrix.wordsPerRow() ? low : low | matrix.word(row, first + 1) << 64 - shift;
    }
}
