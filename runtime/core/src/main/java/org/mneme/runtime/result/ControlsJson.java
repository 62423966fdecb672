package org.mneme.runtime.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.mneme.runtime.score.Segment;

/** The "controls" and "segments" of a run's JSON. */
final class ControlsJson {
    private ControlsJson() {}

    static ArrayNode told(ControlFigures controls) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ControlFigures.Told told : controls.told()) {
            ObjectNode node = list.addObject().put("tick", told.tick());
            switch (told) {
                case ControlFigures.Told.Cue cue ->
                    node.put("kind", "cue")
                            .put("pattern", cue.pattern())
                            .put("noise", cue.noise())
                            .put("flipped", cue.flipped());
                case ControlFigures.Told.Gate gate -> {
                    ArrayNode open = node.put("kind", "gate").putArray("open");
                    gate.open().stream().forEach(open::add);
                }
                case ControlFigures.Told.Motif motif ->
                    node.put("kind", "motif")
                            .put("motif", motif.motif())
                            .put("pattern", motif.pattern())
                            .put("flipped", motif.flipped());
                case ControlFigures.Told.Tempo tempo ->
                    node.put("kind", "tempo").put("gain", tempo.gain());
            }
        }
        return list;
    }

    static ArrayNode segments(ControlFigures controls) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Segment segment : controls.segments()) {
            ObjectNode node = list.addObject()
                    .put("start", segment.start().name().toLowerCase(Locale.ROOT))
                    .put("tick", segment.tick());
            if (segment.start() == Segment.Start.MOTIF) {
                node.put("motif", segment.motif());
            }
            node.put("pattern", segment.pattern())
                    .put("firstStep", segment.firstStep())
                    .put("steps", segment.steps())
                    .put("inOrder", segment.inOrder())
                    .put("expected", segment.expected());
        }
        return list;
    }
}
