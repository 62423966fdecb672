package org.mneme.motor.gait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.InputException;
import org.mneme.motor.gait.BvhNode.Channel;

class BvhReaderTest {
    private static final String SKELETON = """
            HIERARCHY
            ROOT Hips
            {
            \tOFFSET 0.0 1.5 0.0
            \tCHANNELS 6 Zposition Xposition Yposition Yrotation Xrotation Zrotation
            \tJOINT Left Leg {
            \t\tOFFSET 1 -2 .5
            \t\tCHANNELS 1 Xrotation
            \t\tEnd Site
            \t\t{
            \t\t\tOFFSET 0 -1e1 0
            \t\t}
            \t}
            }
            """;
    private static final String MOTION = """
            MOTION
            Frames: 3
            Frame Time: 0.05
            10 0 90 1 2 3 30
            11 0 91 1 2 3 31
            12 0 90 1 2 3 30
            """;

    @TempDir
    Path folder;

    private BvhFile read(String text) {
        return BvhReader.read(Walkers.file(folder, "a.bvh", text));
    }

    @Test
    void readsJointsAndFramesWithChannelsInAnyOrder() {
        BvhFile bvh = read(SKELETON + MOTION);

        assertEquals(3, bvh.nodes().size());
        assertEquals("Left Leg", bvh.nodes().get(1).name());
        assertEquals(List.of(1.0, -2.0, 0.5), bvh.nodes().get(1).offset());
        assertEquals(
                List.of(
                        Channel.ZPOSITION,
                        Channel.XPOSITION,
                        Channel.YPOSITION,
                        Channel.YROTATION,
                        Channel.XROTATION,
                        Channel.ZROTATION),
                bvh.nodes().getFirst().channels());
        assertEquals(6, bvh.nodes().get(1).firstValue());
        assertTrue(bvh.nodes().get(2).end());
        assertEquals(-10, bvh.nodes().get(2).offset().get(1));
        assertEquals(0.05, bvh.frameSeconds());
        assertArrayEquals(new double[] {11, 0, 91, 1, 2, 3, 31}, bvh.frames().get(1));
    }

    @Test
    void rotationsAreChannelsAndTheRootsPlaceIsSpeedAndHeight() {
        Motion motion = BvhSkeleton.motion("walk", read(SKELETON + MOTION), 10);

        assertEquals(
                List.of(
                        new MotionChannel("z speed", Quantity.SPEED),
                        new MotionChannel("x speed", Quantity.SPEED),
                        new MotionChannel("height", Quantity.HEIGHT),
                        new MotionChannel("Hips Yrotation", Quantity.ANGLE),
                        new MotionChannel("Hips Xrotation", Quantity.ANGLE),
                        new MotionChannel("Hips Zrotation", Quantity.ANGLE),
                        new MotionChannel("Left Leg Xrotation", Quantity.ANGLE)),
                motion.channels());
        assertArrayEquals(
                new double[] {200, 0, 900, 1, 2, 3, 30}, motion.values().getFirst(), 1e-9);
        assertEquals(0.1, motion.duration(), 1e-12);
    }

    @Test
    void wordsMayBeWrittenSmallAndSeveralRootsFollow() {
        String two = SKELETON.toLowerCase(Locale.ROOT)
                + "root ball\n{\noffset 0 0 0\nchannels 3 xposition yposition zposition\n}\n";
        BvhFile bvh = read(two
                + MOTION.replaceAll("(?m)(\\d)$", "$1 7 8 9")
                        .replace("Frames: 3 7 8 9", "Frames: 3")
                        .replace("0.05 7 8 9", "0.05"));
        assertEquals(4, bvh.nodes().size());
        assertEquals(-1, bvh.nodes().get(3).parent());
        assertEquals(10, bvh.frames().getFirst().length);
    }

    @Test
    void turnsWrittenBeyondHalfATurnGoOn() {
        String turning = MOTION.replace("1 2 3 30", "178 2 3 30").replace("1 2 3 31", "-179 2 3 31");
        Motion motion = BvhSkeleton.motion("turn", read(SKELETON + turning), 10);
        assertEquals(178, motion.values().getFirst()[3]);
        assertEquals(181, motion.values().get(1)[3]);
        assertEquals(178, motion.values().get(2)[3]);
    }

    /** Each kind of malformation: what is replaced, by what, the line that is told, and words of the sentence. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HIERARCHY| HIERACHY| 1| a BVH file begins with HIERARCHY",
                "ROOT Hips| JOINT Hips| 2| ROOT is needed here, not 'JOINT'",
                "ROOT Hips| ROOT| 2| a joint's name is needed",
                "'Hips\n{'| 'Hips\n'| 4| { is needed after the name of 'Hips', not 'OFFSET'",
                "OFFSET 0.0 1.5 0.0| OFFSET 0.0 1.5| 5| a finite number is needed in an OFFSET, not 'CHANNELS'",
                "OFFSET 0.0 1.5 0.0| OFFSET 0.0 NaN 0.0| 4| not 'NaN'",
                "'\tOFFSET 0.0 1.5 0.0\n'| ''| 13| joint 'Hips' has no OFFSET",
                "'\tOFFSET 0.0 1.5 0.0\n'| '\tOFFSET 0 0 0\n\tOFFSET 1 1 1\n'| 5| a second OFFSET",
                "CHANNELS 6| CHANNELS 7| 5| must be in 0…6",
                "CHANNELS 6| CHANNELS 5| 5| CHANNELS, JOINT, End Site or } is needed in 'Hips', not 'Zrotation'",
                "CHANNELS 1 Xrotation| CHANNELS 2 Xrotation| 9| not 'End'; check the number after CHANNELS",
                "CHANNELS 1 Xrotation| CHANNELS 1 Wrotation| 8| a channel such as Xrotation",
                "Yrotation Xrotation Zrotation| Yrotation Yrotation Zrotation| 5| has Yrotation twice",
                "'\t\tCHANNELS 1 Xrotation\n'| ''| 8| the CHANNELS of 'Left Leg' are needed before",
                "JOINT Left Leg| JOINT Hips| 6| a second joint is called 'Hips'",
                "End Site| End Effector| 9| End Site is needed here",
                "'\t\t\tOFFSET 0 -1e1 0\n'| ''| 11| an End Site of 'Left Leg' needs an OFFSET",
                "'\t}\n}\nMOTION'| 'MOTION'| 13| or } is needed in 'Left Leg', not 'MOTION'",
                "MOTION| MOTIONS| 15| ROOT or MOTION is needed here, not 'MOTIONS'",
                "'MOTION\nFrames: 3\n'| ''| 15| ROOT or MOTION is needed here",
                "Frames: 3| Frames: 2| 20| more than the 2 frames",
                "Frames: 3| Frames: 4| 20| ends after 3 of the 4 frames",
                "Frames: 3| Frames: 0| 16| is not a number of frames",
                "Frames: 3| Frames: 2.5| 16| is not a number of frames",
                "Frames: 3| Frame Time: 3| 16| Frames: is needed here",
                "Frame Time: 0.05| Frame Time: 0| 17| is not a time above 0 s",
                "Frame Time: 0.05| Frame Time: -1| 17| is not a time above 0 s",
                "Frame Time: 0.05| Frame Time: soon| 17| a finite number is needed in Frame Time:, not 'soon'",
                "11 0 91 1 2 3 31| 11 0 91 1 2 3| 19| 6 numbers in a frame; the skeleton has 7 channels",
                "11 0 91 1 2 3 31| 11 0 91 1 2 3 31 32| 19| 8 numbers in a frame; the skeleton has 7 channels",
                "11 0 91 1 2 3 31| 11 0 91 1 nan 3 31| 19| not 'nan'",
                "11 0 91 1 2 3 31| 11 0 91 1 1e999 3 31| 19| not '1e999'",
                "11 0 91 1 2 3 31| 11 0 91 1 0x1p3 3 31| 19| not '0x1p3'",
            })
    void malformedFileIsToldWithItsLine(String part, String instead, int line, String words) {
        String whole = SKELETON + MOTION;
        assertTrue(whole.contains(part), part);
        MalformedBvhException e = assertThrows(
                MalformedBvhException.class,
                () -> read(whole.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(instead))));
        assertEquals(line, e.line(), e::getMessage);
        assertTrue(e.getMessage().contains(words), e::getMessage);
        assertTrue(e.getMessage().startsWith(folder.resolve("a.bvh") + ": line " + line + ": "), e::getMessage);
    }

    @Test
    void fileCutAnywhereIsRefusedInOneSentence() {
        String whole = SKELETON + MOTION;
        List<String> accepted = new ArrayList<>();
        for (int end = 0; end < whole.length() - 3; end++) {
            String text = whole.substring(0, end);
            try {
                read(text);
                accepted.add(text.substring(Math.max(0, end - 10)));
            } catch (InputException e) {
                assertEquals(1, e.getMessage().lines().count(), e::getMessage);
            }
        }
        assertTrue(accepted.isEmpty(), () -> "accepted, cut after " + accepted);
    }

    @Test
    void noiseIsRefusedOrReadButNeverBreaks() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder(SKELETON + MOTION);
            for (int k = 0; k < 3; k++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(1, 256));
                    default -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
                }
            }
            try {
                BvhSkeleton.motion("a", read(text.toString()), 10);
            } catch (InputException e) {
                assertEquals(1, e.getMessage().lines().count(), "seed " + seed + ": " + e.getMessage());
            }
        }
    }

    @Test
    void missingFileAndFolderAreTold() {
        assertTrue(assertThrows(MotionFileException.class, () -> BvhReader.read(folder.resolve("none.bvh")))
                .getMessage()
                .endsWith("none.bvh: there is no such file"));
        assertTrue(assertThrows(MotionFileException.class, () -> BvhReader.read(folder))
                .getMessage()
                .endsWith("is a folder, not a motion file"));
        assertThrows(MalformedBvhException.class, () -> read(""));
        String still = "HIERARCHY\nROOT a\n{\nOFFSET 0 0 0\nCHANNELS 3 Xposition Yposition Zposition\n}\nMOTION\n";
        assertTrue(assertThrows(MalformedBvhException.class, () -> read(still + "Frames: 1\nFrame Time: 1\n1 2 3\n"))
                .getMessage()
                .contains("no joint has a rotation channel"));
    }
}
