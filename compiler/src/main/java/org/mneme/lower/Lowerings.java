package org.mneme.lower;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mneme.InputException;
import org.mneme.InvalidValueException;
import org.mneme.model.SequenceMemory;

/** All lowerings, and the choice among them. */
public final class Lowerings {
    private Lowerings() {}

    /**
     * Returns the lowerings by name, in the order in which they are offered; {@code auto} is first.
     *
     * @return name → lowering
     */
    public static Map<String, Lowering> byName() {
        Map<String, Lowering> all = new LinkedHashMap<>();
        for (Lowering lowering : new Lowering[] {new AutoLowering(), new GradedLowering(), new RealLowering()}) {
            all.put(lowering.name(), lowering);
        }
        return all;
    }

    /**
     * Returns a lowering by its name.
     *
     * @param name such as "graded"
     * @return the lowering
     * @throws InvalidValueException if there is none of that name
     */
    public static Lowering named(String name) {
        Lowering lowering = byName().get(name);
        if (lowering == null) {
            throw new InvalidValueException("lowering", name, "one of " + String.join(", ", byName().keySet()));
        }
        return lowering;
    }

    /**
     * Lowers a memory by the first lowering that can bear it.
     *
     * @param memory the memory
     * @return the graph and its codec
     */
    public static Lowered auto(SequenceMemory memory) {
        return new AutoLowering().lower(memory, LoweringOptions.defaults());
    }

    /** Picks the fixed-point lowering, or the real one where fixed payloads cannot bear the memory, or the cue noise demanded. */
    private static final class AutoLowering implements Lowering {
        @Override
        public String name() {
            return "auto";
        }

        @Override
        public Lowered lower(SequenceMemory memory, LoweringOptions options) {
            try {
                return new GradedLowering().lower(memory, options);
            } catch (CueNoiseException e) {
                return because(
                        String.format(
                                Locale.ROOT,
                                "payloads of %d bits bear cue noise up to %.3f only",
                                options.payloadBits(),
                                e.bearable()),
                        real(memory, options, e));
            } catch (CannotLowerException e) {
                return because("integers cannot express " + e.reason(), real(memory, options, e));
            }
        }

        private static Lowered because(String reason, Lowered real) {
            return new Lowered(
                    real.lowering(),
                    real.why() + ", since " + reason,
                    real.graph(),
                    real.codec(),
                    real.tabulation(),
                    real.bearableCueNoise(),
                    real.notes());
        }

        /** Where neither can, what kept the first from it is told. */
        private static Lowered real(SequenceMemory memory, LoweringOptions options, InputException first) {
            try {
                return new RealLowering().lower(memory, options);
            } catch (CannotLowerException e) {
                throw first;
            }
        }
    }
}
