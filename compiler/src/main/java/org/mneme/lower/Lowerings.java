package org.mneme.lower;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mneme.InvalidValueException;
import org.mneme.model.SequenceMemory;

/** All lowerings, and the choice among them. */
public final class Lowerings {
    private Lowerings() {}

    /** The lowerings that {@code auto} picks from, in this order. */
    static List<Lowering> candidates() {
        return List.of(new GradedLowering(), new RealLowering(), new SpikingLowering(), new StochasticLowering());
    }

    /**
     * Returns the lowerings by name, in the order in which they are offered; {@code auto} is first.
     *
     * @return name → lowering
     */
    public static Map<String, Lowering> byName() {
        Map<String, Lowering> all = new LinkedHashMap<>();
        all.put(AutoLowering.NAME, new AutoLowering());
        candidates().forEach(lowering -> all.put(lowering.name(), lowering));
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
}
