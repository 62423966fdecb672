package org.mneme.motor.music;

import java.nio.file.Path;
import java.util.SplittableRandom;

/** How the files in examples/music were made: one typed in, one drawn from a seed. */
final class ExampleTunes {
    private static final int QUARTER = MidiText.RESOLUTION;

    private ExampleTunes() {}

    /**
     * Minuet in G, BWV Anh. 114, by Christian Petzold; in the notebook of Anna Magdalena Bach, 1725. Its notes without ornaments and repeats.
     */
    static MidiText minuet() {
        MidiText midi = new MidiText();
        midi.track("").tempo(0, 432_000).meter(0, 3, 4);
        midi.track("right").program(0, 6).hand(0, 0.75, """
                D5/4 G4/8 A4/8 B4/8 C5/8 | D5/4 G4/4 G4/4 | E5/4 C5/8 D5/8 E5/8 F#5/8 | G5/4 G4/4 G4/4 |
                C5/4 D5/8 C5/8 B4/8 A4/8 | B4/4 C5/8 B4/8 A4/8 G4/8 | F#4/4 G4/8 A4/8 B4/8 G4/8 | A4/2. |
                D5/4 G4/8 A4/8 B4/8 C5/8 | D5/4 G4/4 G4/4 | E5/4 C5/8 D5/8 E5/8 F#5/8 | G5/4 G4/4 G4/4 |
                C5/4 D5/8 C5/8 B4/8 A4/8 | B4/4 C5/8 B4/8 A4/8 G4/8 | A4/4 B4/8 A4/8 G4/8 F#4/8 | G4/2. |
                B5/4 G5/8 A5/8 B5/8 G5/8 | A5/4 D5/8 E5/8 F#5/8 D5/8 | G5/4 E5/8 F#5/8 G5/8 D5/8 | C#5/4 B4/8 C#5/8 A4/4 |
                A4/8 B4/8 C#5/8 D5/8 E5/8 F#5/8 | G5/4 F#5/4 E5/4 | F#5/4 A4/4 C#5/4 | D5/2. |
                D5/4 G4/8 F#4/8 G4/4 | E5/4 G4/8 F#4/8 G4/4 | D5/4 C5/4 B4/4 | A4/8 G4/8 F#4/8 G4/8 A4/4 |
                D4/8 E4/8 F#4/8 G4/8 A4/8 B4/8 | C5/4 B4/4 A4/4 | B4/8 D5/8 G4/4 F#4/4 | G4/2.""");
        midi.track("left").program(1, 6).hand(1, 0.75, """
                G3+B3+D4/2 A3/4 | B3/2. | C4/2. | B3/2. |
                A3/2. | G3/2. | D4/4 B3/4 G3/4 | D4/4 D3/8 C4/8 B3/8 A3/8 |
                B3/2 A3/4 | G3/4 B3/4 G3/4 | C4/2. | B3/4 C4/8 B3/8 A3/8 G3/8 |
                A3/2 F#3/4 | G3/2 B3/4 | C4/4 D4/4 D3/4 | G3/2 G2/4 |
                G3/2. | F#3/2. | E3/4 G3/4 E3/4 | A3/2 A2/4 |
                A3/2. | B3/4 D4/4 C#4/4 | D4/4 F#3/4 A3/4 | D4/4 D3/4 C4/4 |
                B3/2 B3/4 | C4/2 C4/4 | B3/4 A3/4 G3/4 | D4/2 r/4 |
                D3/2 F#3/4 | E3/4 G3/4 F#3/4 | G3/4 B2/4 D3/4 | G3/4 D3/4 G2/4""");
        return midi;
    }

    /**
     * A prelude of {@code bars} bars: the left hand breaks chords of C major in eighths, the right walks over their notes in sixteenths, eighths and
     * rests, and ends phrases on chords; every sixteenth bar slows down.
     *
     * @param bars how many, at least one
     * @param seed draws the chords, rhythm and steps
     */
    static MidiText prelude(int bars, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MidiText midi = new MidiText();
        MidiText.Line conductor = midi.track("").meter(0, 4, 4);
        MidiText.Line right = midi.track("right").program(0, 0);
        MidiText.Line left = midi.track("left").program(1, 0);
        int[] scale = {0, 2, 4, 5, 7, 9, 11};
        int degree = 0;
        int place = 9;
        for (int bar = 0; bar < bars; bar++) {
            long begin = 4L * QUARTER * bar;
            conductor.tempo(begin, bar % 16 == 15 ? 720_000 : 600_000);
            for (int eighth = 0; eighth < 8; eighth++) {
                int step = degree + new int[] {0, 4, 2, 4}[eighth % 4];
                int pitch = 48 + 12 * (step / 7) + scale[step % 7];
                left.note(begin + eighth * QUARTER / 2, QUARTER / 2, 1, pitch);
            }
            boolean phrase = bar % 8 == 7;
            long tick = begin;
            long end = begin + (phrase ? 2L : 4L) * QUARTER;
            while (tick < end) {
                long length = random.nextInt(3) == 0 ? QUARTER / 4 : QUARTER / 2;
                length = Math.min(length, end - tick);
                if (random.nextInt(8) > 0) {
                    right.note(tick, length, 0, 60 + 12 * (place / 7) + scale[place % 7]);
                }
                place = Math.clamp(place + random.nextInt(5) - 2, 2, 15);
                tick += length;
            }
            if (phrase) {
                for (int third = 0; third < 3; third++) {
                    int step = degree + 2 * third;
                    right.note(end, 2L * QUARTER, 0, 60 + 12 * (step / 7) + scale[step % 7]);
                }
            }
            degree = bar % 8 == 6 ? 0 : new int[] {0, 3, 4, 5, 1}[random.nextInt(5)];
        }
        return midi;
    }

    /** Writes both files into a folder. */
    static void main(String[] folder) {
        minuet().to(Path.of(folder[0], "minuet.mid"));
        prelude(64, 6).to(Path.of(folder[0], "prelude.mid"));
    }
}
