package org.mneme.runtime.experiment;

import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.runtime.patterns.PatternImages;
import org.mneme.runtime.result.ImageSampler;
import org.mneme.runtime.result.ImageSequence;
import org.mneme.runtime.score.Trajectory;

/** Lays the states of a recall beside the images that should be seen. */
final class ImageScore {
    private final PatternSet patterns;
    private final PatternImages look;
    private final Trajectory.Walk walk;
    private final ImageSampler sampler;

    ImageScore(Experiment experiment, PatternImages look, Trajectory trajectory, int planned) {
        this.patterns = experiment.memory().patterns();
        this.look = look;
        this.walk = trajectory.walk();
        this.sampler = new ImageSampler(look.width(), look.height(), planned);
    }

    /** Takes S(t) for t = 0, 1, …. */
    void accept(Signs state) {
        int mu = walk.next();
        sampler.accept(mu, look.label(mu), patterns.row(mu), state);
    }

    ImageSequence sequence() {
        return sampler.sample();
    }
}
