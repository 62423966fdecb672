package org.mneme.motor.music;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Checks that a file is a standard MIDI file whose times are in beats, and that all of it is there (Standard MIDI Files 1.0). */
final class MidiChunks {
    private static final int HEAD = 8;
    private static final int HEADER = 6;
    private static final int SMPTE = 0x8000;

    private final Path file;
    private final ByteBuffer bytes;

    private MidiChunks(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * Checks a file.
     *
     * @param file named in messages
     * @param bytes all of it
     * @throws UnreadableMidiException naming what is wrong
     */
    static void check(Path file, byte[] bytes) {
        new MidiChunks(file, bytes).check();
    }

    private void check() {
        if (bytes.remaining() < HEAD || !kind().equals("MThd")) {
            throw new UnreadableMidiException(
                    file, "is not a standard MIDI file, which begins with MThd; export the music as .mid");
        }
        int length = bytes.getInt();
        if (length < HEADER || length > bytes.remaining()) {
            throw new UnreadableMidiException(file, "ends within its header; copy it again");
        }
        int next = bytes.position() + length;
        int format = Short.toUnsignedInt(bytes.getShort());
        int tracks = Short.toUnsignedInt(bytes.getShort());
        int division = Short.toUnsignedInt(bytes.getShort());
        if (format > 1) {
            throw new UnreadableMidiException(
                    file, "is of format " + format + ", whose tracks are not one piece; save it as format 0 or 1");
        }
        if ((division & SMPTE) != 0) {
            throw new UnreadableMidiException(
                    file,
                    "counts time in SMPTE frames, " + -(byte) (division >> 8)
                            + " a second, and a grid needs beats; save it with ticks a quarter note (PPQ)");
        }
        if (division == 0) {
            throw new UnreadableMidiException(file, "has 0 ticks a quarter note; save it again");
        }
        bytes.position(next);
        tracks(tracks);
    }

    private String kind() {
        byte[] name = new byte[4];
        bytes.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private void tracks(int tracks) {
        int found = 0;
        while (found < tracks) {
            if (bytes.remaining() < HEAD) {
                throw new UnreadableMidiException(
                        file, "ends after " + found + " of " + tracks + " tracks; copy it again");
            }
            boolean track = kind().equals("MTrk");
            long length = Integer.toUnsignedLong(bytes.getInt());
            if (length > bytes.remaining()) {
                throw new UnreadableMidiException(
                        file,
                        "ends within track " + (found + 1) + " of " + tracks + ", with " + bytes.remaining() + " of "
                                + length + " bytes; copy it again");
            }
            bytes.position(bytes.position() + (int) length);
            found += track ? 1 : 0;
        }
    }
}
