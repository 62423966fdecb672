package org.mneme.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.DrawingScore;
import org.mneme.runtime.score.Mistake;

/** What {@code mneme run} prints; the last line is the verdict. */
final class RunSummary {
    private RunSummary() {}

    static void print(RunResult result, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: cued pattern %d with %d bits flipped, f %s%n",
                result.name(),
                result.cue().index(),
                result.cue().flipped(),
                result.f().equals("spikes") ? "by binary spikes" : result.f());
        result.lowering().ifPresent(l -> out.printf(Locale.ROOT, "lowering: %s, %s%n", l.name(), l.why()));
        result.notes().forEach(note -> out.println("note: " + note));
        result.graph().ifPresent(graph -> print(result, graph, out));
        result.board().map(BoardLine::of).ifPresent(out::println);
        result.drawing().ifPresent(drawing -> print(drawing, out));
        result.images()
                .ifPresent(images -> out.printf(
                        Locale.ROOT,
                        "images: %d of %d × %d pixels, %d with wrong bits%n",
                        images.errors().length(),
                        images.width(),
                        images.height(),
                        images.wrongImages()));
        result.scene().ifPresent(scene -> out.println(scene.score().sentence()));
        result.recall().mistakes().stream().map(Mistake::sentence).forEach(out::println);
        out.println(result.summaryLine());
    }

    private static void print(RunResult result, GraphFigures graph, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "graph: %d neurons in %d populations, %d synapses, %s%n",
                graph.neurons(),
                graph.populations().size(),
                graph.synapses(),
                graph.domain());
        out.printf(
                Locale.ROOT,
                "%s: %d ticks, %d spikes, %d synaptic events in %.3f s%n",
                result.board().isPresent() ? "board" : result.backend(),
                result.ticks(),
                result.counters().spikes(),
                result.counters().synapticEvents(),
                result.wallSeconds());
    }

    private static void print(DrawingScore drawing, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "drawing: path error %.2f mm mean, %.2f mm largest (%s %.2f mm), %d pen errors%n",
                drawing.meanErrorMillimetres(),
                drawing.maxErrorMillimetres(),
                drawing.withinTolerance() ? "within" : "not within",
                drawing.toleranceMillimetres(),
                drawing.penErrors());
    }
}
