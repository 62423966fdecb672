package org.mneme.model.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random damage to files: flips, cuts, insertions, splices, and edits of numbers near the start. */
final class Mutations {
    private static final List<String> WORDS = List.of(
            "9999999999",
            "-1",
            "0",
            "NaN",
            "\"",
            ",",
            "\n",
            "\r",
            "(",
            ")",
            "{",
            "'",
            "1e999",
            "\u0000",
            "#",
            " ",
            "é");

    private Mutations() {}

    /**
     * Damages a file in one to four places.
     *
     * @param base a valid file
     * @param other another valid file, for splices
     */
    static byte[] mutate(SplittableRandom random, byte[] base, byte[] other) {
        byte[] bytes = base;
        int edits = 1 + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        for (int e = 0; e < edits; e++) {
            bytes = edit(random, bytes, other);
        }
        return bytes;
    }

    private static byte[] edit(SplittableRandom random, byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(1 + random.nextInt(64)));
        int head = random.nextInt(Math.min(bytes.length, 40) + 1);
        byte[] some = new byte[1 + random.nextInt(8)];
        random.nextBytes(some);
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return switch (random.nextInt(11)) {
            case 0 -> flip(random, bytes, at);
            case 1 -> flip(random, bytes, head);
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> join(bytes, at, some, at);
            case 4 -> join(bytes, at, new byte[0], to);
            case 5 -> join(bytes, at, Arrays.copyOfRange(other, random.nextInt(other.length), other.length), to);
            case 6 -> join(bytes, at, word.getBytes(StandardCharsets.UTF_8), random.nextBoolean() ? at : to);
            case 7 -> join(bytes, head, extreme(random), Math.min(bytes.length, head + 4));
            case 8 -> join(bytes, at, new byte[] {(byte) (random.nextInt(3) - 1)}, Math.min(bytes.length, at + 1));
            case 9 -> overwrite(bytes, random.nextInt(bytes.length + 1), at, to);
            default -> join(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
        };
    }

    private static byte[] flip(SplittableRandom random, byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        if (at < flipped.length) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** Copies bytes from…to−1 over those at another place, so that the length stays. */
    private static byte[] overwrite(byte[] bytes, int place, int from, int to) {
        byte[] copy = bytes.clone();
        System.arraycopy(bytes, from, copy, place, Math.min(to - from, bytes.length - place));
        return copy;
    }

    private static byte[] extreme(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new byte[] {-1, -1, -1, -1};
            case 1 -> new byte[] {0x7f, -1, -1, -1};
            case 2 -> new byte[] {0, 0, 0, 0};
            default -> new byte[] {0, 0, 0, (byte) random.nextInt(256)};
        };
    }

    private static byte[] join(byte[] bytes, int end, byte[] middle, int from) {
        byte[] joined = Arrays.copyOf(bytes, end + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(bytes, from, joined, end + middle.length, bytes.length - from);
        return joined;
    }
}
