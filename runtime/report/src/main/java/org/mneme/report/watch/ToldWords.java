package org.mneme.report.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mneme.runtime.result.ControlFigures;
import org.mneme.runtime.result.RunResult;

/** What a run was told, in words. */
final class ToldWords {
    private ToldWords() {}

    static List<WatchTold> of(RunResult result) {
        if (result.controls().isPresent()) {
            List<String> names = names(result);
            return result.controls().get().told().stream()
                    .map(told -> of(told, names))
                    .toList();
        }
        List<WatchTold> told = new ArrayList<>();
        result.performance()
                .filter(p -> !p.moments().isEmpty())
                .ifPresent(p -> told.add(WatchTold.of(
                        p.moments().getFirst().tick(),
                        cue(result.cue().index(), result.cue().flipped()))));
        return told;
    }

    /** The names of the motifs, where the scene tells them. */
    private static List<String> names(RunResult result) {
        List<String> names = new ArrayList<>();
        if (result.scene().isPresent()
                && result.scene().get().scene().setting().get("motifs") instanceof List<?> motifs) {
            for (Object motif : motifs) {
                names.add(motif instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "");
            }
        }
        return names;
    }

    private static WatchTold of(ControlFigures.Told told, List<String> names) {
        return switch (told) {
            case ControlFigures.Told.Cue cue -> WatchTold.of(cue.tick(), cue(cue.pattern(), cue.flipped()));
            case ControlFigures.Told.Gate gate ->
                new WatchTold(
                        gate.tick(),
                        "gate: " + gate.open().length() + " units open",
                        OptionalDouble.empty(),
                        OptionalInt.of(gate.open().length()));
            case ControlFigures.Told.Motif motif ->
                WatchTold.of(
                        motif.tick(),
                        "motif " + (motif.motif() < names.size() ? names.get(motif.motif()) : motif.motif()) + ", "
                                + cue(motif.pattern(), motif.flipped()));
            case ControlFigures.Told.Tempo tempo ->
                new WatchTold(tempo.tick(), gain(tempo.gain()), OptionalDouble.of(tempo.gain()), OptionalInt.empty());
        };
    }

    private static String cue(int pattern, int flipped) {
        return "cue pattern " + pattern
                + (flipped == 0 ? "" : ", " + flipped + (flipped == 1 ? " bit" : " bits") + " flipped");
    }

    private static String gain(double gain) {
        String number = gain == Math.rint(gain) ? Long.toString((long) gain) : Double.toString(gain);
        return gain == 0 ? "pause" : "tempo ×" + number;
    }
}
