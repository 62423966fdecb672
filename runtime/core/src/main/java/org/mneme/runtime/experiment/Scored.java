package org.mneme.runtime.experiment;

import java.util.List;
import java.util.Optional;
import org.mneme.runtime.result.ControlFigures;
import org.mneme.runtime.result.ImageSequence;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.score.ControlledScore;
import org.mneme.runtime.score.DrawingScore;
import org.mneme.runtime.score.RecallScore;

/** What the states of a run came to. */
record Scored(
        RecallScore recall,
        Optional<DrawingScore> drawing,
        Optional<ImageSequence> images,
        Optional<ControlFigures> controls,
        Performance performance) {
    static Scored of(StateSink sink, long endTick) {
        return new Scored(sink.score(), sink.drawing(), sink.images(), Optional.empty(), sink.performance(endTick));
    }

    /** A run under controls is not drawn: what it shows need not be the movement or the images stored. */
    static Scored of(ControlledScore score, List<ControlFigures.Told> told, Performance performance) {
        return new Scored(
                score.recall(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ControlFigures(told, score.segments(), score.ticks())),
                performance);
    }
}
