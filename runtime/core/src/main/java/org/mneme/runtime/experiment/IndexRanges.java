package org.mneme.runtime.experiment;

import java.util.BitSet;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;

/** Indices written as ranges, such as {@code 0-9,20-29}. */
public final class IndexRanges {
    /** The largest index that can be written. */
    public static final int LARGEST = 16_777_215;

    private static final Pattern RANGE = Pattern.compile("\\s*([0-9]{1,9})\\s*(?:-\\s*([0-9]{1,9})\\s*)?");

    private IndexRanges() {}

    /**
     * Reads ranges.
     *
     * @param object what they belong to, as the user names it
     * @param text such as "0-9,20-29" or "3"
     * @return the indices, ascending
     * @throws InvalidValueException if they are not written so, or an index is named twice
     */
    public static Ints parse(String object, String text) {
        BitSet indices = new BitSet();
        for (String part : text.split(",", -1)) {
            Matcher matcher = RANGE.matcher(part);
            if (!matcher.matches()) {
                throw new InvalidValueException(object, "'" + part + "'", "a range of indices such as 0-9");
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (last < first) {
                throw new InvalidValueException(
                        object, "'" + part.strip() + "'", "a range that goes up; write " + last + "-" + first);
            }
            if (last > LARGEST) {
                throw new InvalidValueException(object, last, "in 0…" + LARGEST);
            }
            if (indices.nextSetBit(first) >= 0 && indices.nextSetBit(first) <= last) {
                throw new InvalidValueException(object, indices.nextSetBit(first), "named once");
            }
            indices.set(first, last + 1);
        }
        return Ints.of(indices.stream().toArray());
    }

    /**
     * Writes indices as ranges.
     *
     * @param indices ascending
     * @return such as "0-9,20-29"; empty for none
     */
    public static String text(Ints indices) {
        StringJoiner text = new StringJoiner(",");
        for (int i = 0; i < indices.length(); i++) {
            int first = indices.at(i);
            while (i + 1 < indices.length() && indices.at(i + 1) == indices.at(i) + 1) {
                i++;
            }
            text.add(indices.at(i) == first ? "" + first : first + "-" + indices.at(i));
        }
        return text.toString();
    }
}
