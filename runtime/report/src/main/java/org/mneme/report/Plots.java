package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.SceneKind;

/** The plots a run has. */
final class Plots {
    private Plots() {}

    static List<Plot> of(RunResult result) {
        List<Plot> plots = new ArrayList<>();
        result.drawing().map(DrawingPlot::of).ifPresent(plots::add);
        result.scene()
                .filter(run -> run.scene().kind() == SceneKind.ARM)
                .map(run -> ArmPlot.of(run, result.drawing().isPresent()))
                .ifPresent(plots::addAll);
        result.scene()
                .filter(run -> run.scene().kind() == SceneKind.NOTES)
                .map(NotesPlot::of)
                .ifPresent(plots::add);
        result.scene()
                .filter(run -> run.scene().kind() == SceneKind.WALKER)
                .map(WalkerPlot::of)
                .ifPresent(plots::add);
        result.images().ifPresent(images -> {
            plots.add(ImagePlot.of(images));
            plots.add(ImageErrorPlot.of(images));
        });
        result.controls().ifPresent(controls -> plots.add(ControlPlot.of(result, controls)));
        plots.add(OverlapPlot.of(result.recall()));
        plots.add(OrderPlot.of(result.recall()));
        if (result.recall().overlaps().all().isPresent()) {
            plots.add(OverlapMap.of(result.recall().overlaps()));
        }
        result.dwellTimes().map(DwellPlot::of).ifPresent(plots::add);
        result.raster().map(RasterPlot::of).ifPresent(plots::add);
        result.graph().map(GraphPicture::plot).ifPresent(plots::add);
        return plots;
    }
}
