package org.mneme.runtime.session;

import java.nio.file.Path;
import org.mneme.ir.GraphDigest;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.checkpoint.Checkpoint;
import org.mneme.runtime.checkpoint.CheckpointException;
import org.mneme.runtime.recording.Manifest;

/** What must hold for a replay to give the same spikes. */
final class Replays {
    private Replays() {}

    static void requireSame(Manifest manifest, String what, SpikingGraph graph, SessionOptions options) {
        if (!manifest.digest().equals(GraphDigest.of(graph))) {
            throw new ReplayException(
                    what,
                    ReplayException.Reason.OTHER_GRAPH,
                    "its graph is " + manifest.graph() + ", the session's is " + graph.name());
        }
        if (manifest.seed() != options.seed()) {
            throw new ReplayException(
                    what,
                    ReplayException.Reason.OTHER_SEED,
                    "its seed is " + manifest.seed() + ", the session's is " + options.seed());
        }
        if (!manifest.noise().equals(options.noise())) {
            throw new ReplayException(
                    what,
                    ReplayException.Reason.OTHER_NOISE,
                    "its noise is " + manifest.noise().words() + ", the session's is "
                            + options.noise().words());
        }
    }

    /** What must hold for a session to go on as the one that was checkpointed would have. */
    static void requireSame(Checkpoint checkpoint, Path file, SessionOptions options) {
        if (checkpoint.seed() != options.seed()) {
            throw new CheckpointException(
                    file,
                    CheckpointException.Reason.OTHER_SEED,
                    "its seed is " + checkpoint.seed() + ", the session's would be " + options.seed());
        }
        if (!checkpoint.noise().equals(options.noise())) {
            throw new CheckpointException(
                    file,
                    CheckpointException.Reason.OTHER_NOISE,
                    "its noise is " + checkpoint.noise().words() + ", the session's would be "
                            + options.noise().words());
        }
    }

    static void requireTick(String what, long begins, long tick, boolean right) {
        if (!right) {
            throw new ReplayException(
                    what,
                    ReplayException.Reason.OTHER_TICK,
                    "it goes on at tick " + begins + ", the session's next tick is " + tick);
        }
    }
}
