package org.mneme.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.mneme.ir.GraphSizes;
import org.mneme.lower.AutoLowering;
import org.mneme.pass.Compilation;

/** Prints how a memory became a graph: what was passed over, and every pass with what it changed. */
final class Explanation {
    private Explanation() {}

    static void print(Compilation compilation, PrintWriter out) {
        for (AutoLowering.PassedOver passedOver : compilation.passedOver()) {
            out.printf(Locale.ROOT, "passed over %s: %s%n", passedOver.lowering(), passedOver.reason());
        }
        GraphSizes before = compilation.steps().getFirst().sizes();
        int number = 1;
        for (Compilation.Step step : compilation.steps()) {
            out.printf(Locale.ROOT, "pass %d, %s%n", number++, step.name());
            if (step.changes().isEmpty()) {
                out.println("    nothing to change");
            }
            step.changes().forEach(change -> out.println("    " + change));
            if (!step.sizes().equals(before) || number == 2) {
                out.printf(
                        Locale.ROOT,
                        "    now %d neurons, %d synapses (%d not zero)%n",
                        step.sizes().neurons(),
                        step.sizes().synapses(),
                        step.sizes().nonZeroSynapses());
            }
            before = step.sizes();
        }
    }
}
