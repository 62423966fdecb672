package org.mneme.runtime.experiment;

import java.util.List;
import org.mneme.model.CapacityTheory;
import org.mneme.model.Interaction;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;

/** Dwell times that theory does not promise to be exact. */
final class TimingNotes {
    private TimingNotes() {}

    static List<String> of(SequenceMemory memory) {
        if (!(memory.timing() instanceof Timing.Mixed mixed)
                || !(mixed.trace() instanceof Timing.Trace.Boxcar boxcar)) {
            return List.of();
        }
        int degree = switch (memory.interaction()) {
            case Interaction.Linear _ -> 1;
            case Interaction.Polynomial polynomial -> polynomial.degree();
            case Interaction.Exponential _ -> 0;
            case Interaction.Softmax _ -> 0;
            case Interaction.Threshold _ -> 0;
        };
        return boxcar.steps().stream()
                .filter(tau -> degree > 0)
                .distinct()
                .sorted()
                .boxed()
                .flatMap(tau -> CapacityTheory.dwellWarning(tau, mixed.lambda(), degree).stream())
                .toList();
    }
}
