package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.bits.Signs;
import org.mneme.lower.Lowered;
import org.mneme.lower.Lowerings;
import org.mneme.model.Interaction;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.patterns.DrawingCode;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.PenPoint;

/** Movements recalled by the reference recall with the tables of the graded lowering: the patterns suit the memory they are made for. */
class HandwritingRecallTest {
    private static final double KAPPA = 0.04;
    private static final int SEEDS = 20;

    @TempDir
    Path folder;

    private static EncodedPatterns load(Path where, String file, int points) {
        return new MotorPatterns().load(Given.settings("svg", file, "points", Integer.toString(points)), where);
    }

    private static ReferenceRecall memory(EncodedPatterns encoded, Interaction interaction) {
        int count = encoded.patterns().count();
        SequenceMemory memory = SequenceMemory.of(encoded.patterns(), Successors.chain(count), interaction);
        Lowered lowered = Lowerings.auto(memory);
        return ReferenceRecall.tabulated(memory, lowered.tabulation().orElseThrow());
    }

    private static List<PenPoint> recall(ReferenceRecall recall, EncodedPatterns encoded, double flips, long seed) {
        DrawingCode drawing = encoded.drawing().orElseThrow();
        List<PenPoint> path = new ArrayList<>();
        recall.cue(Given.flipped(encoded.patterns().row(0), flips, seed));
        for (int t = 1; t < encoded.patterns().count(); t++) {
            recall.step();
            path.add(drawing.read(recall.state()));
        }
        return path;
    }

    private static List<PenPoint> asked(EncodedPatterns encoded) {
        List<PenPoint> target = encoded.drawing().orElseThrow().target();
        return target.subList(1, target.size());
    }

    private static void assertDrawn(EncodedPatterns encoded) {
        ReferenceRecall recall = memory(encoded, new Interaction.Exponential(KAPPA));
        for (long seed = 1; seed <= SEEDS; seed++) {
            PathError error = PathError.between(asked(encoded), recall(recall, encoded, 0.2, seed));
            assertEquals(0, error.penErrors(), "seed " + seed);
            assertTrue(error.max() < 1, "seed " + seed + ": " + error);
            Signs last = encoded.patterns().row(encoded.patterns().count() - 1);
            assertEquals(last, recall.state(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"hello.svg,57", "mneme.svg,89", "loops.svg,144"})
    void noisyCueIsDrawnExactly(String file, int points) {
        assertDrawn(load(Given.examples(), file, points));
    }

    @ParameterizedTest
    @CsvSource({"hello.svg,57", "mneme.svg,89", "loops.svg,144"})
    void linearDrawsAWrongPath(String file, int points) {
        EncodedPatterns encoded = load(Given.examples(), file, points);
        ReferenceRecall recall = memory(encoded, new Interaction.Linear());
        for (long seed = 1; seed <= SEEDS; seed++) {
            PathError error = PathError.between(asked(encoded), recall(recall, encoded, 0.2, seed));
            assertTrue(error.mean() > 10, "seed " + seed + ": " + error);
        }
    }

    @Test
    void cueBeyondRecognitionFails() {
        EncodedPatterns encoded = load(Given.examples(), "hello.svg", 57);
        ReferenceRecall recall = memory(encoded, new Interaction.Exponential(KAPPA));
        for (long seed = 1; seed <= SEEDS; seed++) {
            PathError error = PathError.between(asked(encoded), recall(recall, encoded, 0.6, seed));
            assertTrue(error.mean() > 10, "seed " + seed + ": " + error);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void drawingMadeJustNowIsDrawnExactly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder path = new StringBuilder("M0 0");
        for (int i = 0; i < 8; i++) {
            path.append(i == 5 ? " m 9 4 c" : " c");
            for (int k = 0; k < 3; k++) {
                path.append(String.format(
                        Locale.ROOT, " %.2f %.2f", random.nextDouble(-5, 25), random.nextDouble(-20, 20)));
            }
        }
        Given.file(
                folder,
                "made.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><path fill='none' stroke='black' d='" + path + "'/></svg>");
        assertDrawn(load(folder, "made.svg", 57));
    }
}
