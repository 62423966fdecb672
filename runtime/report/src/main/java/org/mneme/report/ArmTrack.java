package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneRun;

/** The points of a movement in the order in which a recall came to them, and its legs between them. */
final class ArmTrack {
    private final Scene scene;
    private final Performance performance;
    private final int x;
    private final int y;
    private final int down;
    private final List<Stop> stops = new ArrayList<>();

    private ArmTrack(SceneRun run) {
        this.scene = run.scene();
        this.performance = run.performance();
        List<String> names = scene.channels().stream().map(Channel::name).toList();
        this.x = names.indexOf("x");
        this.y = names.indexOf("y");
        this.down = names.indexOf("down");
    }

    /**
     * A point of the movement.
     *
     * @param pattern 0…P−1
     * @param begins whether a cue or a gate began a recall here
     * @param tick at which it was first seen
     * @param due the tick at which it was to be
     * @param asked where the pen should be
     * @param found where it came to rest
     */
    record Stop(int pattern, boolean begins, long tick, double due, PenPoint asked, PenPoint found) {}

    /**
     * From a point to the next.
     *
     * @param from pattern
     * @param to pattern
     * @param due when it should begin, moved by how late the first onset of this recall was, s
     * @param asked how long it should take, s
     * @param began when it began, s
     * @param took how long it took, s
     * @param askedSpeed mm/s
     * @param speed mm/s
     * @param drawn whether the pen should be down at both ends
     */
    record Leg(
            int from,
            int to,
            double due,
            double asked,
            double began,
            double took,
            double askedSpeed,
            double speed,
            boolean drawn) {}

    /**
     * Follows a recall.
     *
     * @param run of an arm
     * @return its track; without a point where it has no channels x, y and down
     */
    static ArmTrack of(SceneRun run) {
        ArmTrack track = new ArmTrack(run);
        if (track.x >= 0 && track.y >= 0 && track.down >= 0) {
            run.performance().moments().stream().filter(m -> m.pattern() >= 0).forEach(track::visit);
        }
        return track;
    }

    private void visit(Moment moment) {
        PenPoint found = pen(scene.read(moment.state()));
        boolean stays = !stops.isEmpty() && !moment.begins() && stops.getLast().pattern() == moment.pattern();
        if (stays) {
            Stop stop = stops.removeLast();
            stops.add(new Stop(stop.pattern(), stop.begins(), stop.tick(), stop.due(), stop.asked(), found));
        } else {
            PenPoint asked = pen(scene.wanted(moment.pattern()));
            stops.add(new Stop(moment.pattern(), moment.begins(), moment.tick(), moment.due(), asked, found));
        }
    }

    private PenPoint pen(double[] values) {
        return new PenPoint(values[x], values[y], values[down] > 0.5);
    }

    List<Stop> stops() {
        return List.copyOf(stops);
    }

    /** Returns the legs; where a cue or a gate begins a recall there is none, and none where it is not known when one was due. */
    List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        double late = 0;
        for (int k = 1; k < stops.size(); k++) {
            Stop from = stops.get(k - 1);
            Stop to = stops.get(k);
            if (from.begins()) {
                late = to.tick() - to.due();
            }
            double asked = (to.due() - from.due()) * performance.tickSeconds();
            double took = (to.tick() - from.tick()) * performance.tickSeconds();
            if (!to.begins() && asked > 0 && Double.isFinite(asked) && took > 0) {
                legs.add(new Leg(
                        from.pattern(),
                        to.pattern(),
                        performance.seconds(from.due() + late),
                        asked,
                        performance.seconds((double) from.tick()),
                        took,
                        from.asked().distance(to.asked()) / asked,
                        from.found().distance(to.found()) / took,
                        from.asked().down() && to.asked().down()));
            }
        }
        return legs;
    }
}
