package org.mneme.runtime.session;

import org.mneme.ir.GraphDigest;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.recording.Manifest;

/** What must hold for a replay to give the same spikes. */
final class Replays {
    private Replays() {}

    static void requireSame(Manifest manifest, String what, SpikingGraph graph, long seed) {
        if (!manifest.digest().equals(GraphDigest.of(graph))) {
            throw new ReplayException(
                    what,
                    ReplayException.Reason.OTHER_GRAPH,
                    "its graph is " + manifest.graph() + ", the session's is " + graph.name());
        }
        if (manifest.seed() != seed) {
            throw new ReplayException(
                    what,
                    ReplayException.Reason.OTHER_SEED,
                    "its seed is " + manifest.seed() + ", the session's is " + seed);
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
