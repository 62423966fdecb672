package org.mneme.runtime.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mneme.runtime.scene.SceneRun;
import org.mneme.runtime.scene.SceneScore;

/** What a run did in its scene, as JSON. */
final class SceneJson {
    private SceneJson() {}

    static ObjectNode tree(SceneRun run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        SceneScore score = run.score();
        node.put("kind", run.scene().kind().word());
        node.put("right", score.right()).put("sentence", score.sentence());
        ArrayNode figures = node.putArray("figures");
        score.figures()
                .forEach(figure -> figures.addObject()
                        .put("name", figure.name())
                        .put("value", figure.value())
                        .put("unit", figure.unit()));
        ObjectNode table = node.putObject("table");
        table.put("title", score.table().title());
        ArrayNode columns = table.putArray("columns");
        score.table().columns().forEach(columns::add);
        ArrayNode rows = table.putArray("rows");
        score.table().rows().forEach(row -> {
            ArrayNode cells = rows.addArray();
            row.forEach(value -> {
                if (Double.isFinite(value)) {
                    cells.add(value);
                } else {
                    cells.addNull();
                }
            });
        });
        return node;
    }
}
