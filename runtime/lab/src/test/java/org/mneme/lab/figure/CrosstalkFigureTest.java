package org.mneme.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;

class CrosstalkFigureTest {
    private static CrosstalkFigure tiny(double kappa) {
        CrosstalkFigure.Size size = new CrosstalkFigure.Size(CrosstalkFigure.draws(8, 400, 12, 400), 40, 12, kappa);
        return new CrosstalkFigure(size, size);
    }

    @Test
    void momentsAreThoseOfTheory() {
        var study = tiny(1).study(Tiny.options());
        assertTrue(study.good(), study.verdict());
        assertEquals(study, tiny(1).study(Tiny.options().withThreads(2)));
    }

    @Test
    void anotherSteepnessHasOtherMoments() {
        assertFalse(tiny(0.8).study(Tiny.options()).good());
    }

    @Test
    void aUnitFlipsWhereTheReferenceRecallFlipsIt() {
        int features = 8;
        int patterns = 30;
        CrosstalkSample sample = new CrosstalkSample(features, patterns, 1);
        int flips = 0;
        int seeds = 40;
        for (int seed = 0; seed < seeds; seed++) {
            sample.draw(seed);
            flips += flips(PatternSet.random(patterns, features, seed, 0));
        }
        // a tie, which the reference settles by the present sign, is the only difference there can be
        double share = (double) flips / (seeds * patterns * features);
        assertEquals(share, sample.flipped(), 0.01);
    }

    private static int flips(PatternSet patterns) {
        ReferenceRecall recall = ReferenceRecall.exact(
                SequenceMemory.of(patterns, Successors.cycle(patterns.count()), new Interaction.Exponential(1))
                        .with(SelfCoupling.EXCLUDED));
        int flips = 0;
        for (int mu = 0; mu < patterns.count(); mu++) {
            recall.cue(patterns.row(mu));
            assertTrue(recall.step());
            Signs state = recall.state();
            for (int i = 0; i < patterns.features(); i++) {
                flips += state.at(i) == patterns.at((mu + 1) % patterns.count(), i) ? 0 : 1;
            }
        }
        return flips;
    }
}
