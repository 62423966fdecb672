package org.mneme.map;

import java.util.EnumMap;
import java.util.Map;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/** How much of each limited quantity there is. */
final class Limits {
    private final Map<Quantity, Long> limits;
    private final boolean takesAnyWeights;

    private Limits(Map<Quantity, Long> limits, boolean takesAnyWeights) {
        this.limits = limits;
        this.takesAnyWeights = takesAnyWeights;
    }

    static Limits of(Target target) {
        Map<Quantity, Long> limits = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            limits.put(quantity, target.limit(quantity));
        }
        return new Limits(limits, target.formats().isEmpty());
    }

    /** {@link Long#MAX_VALUE} where unknown or without limit. */
    long at(Quantity quantity) {
        return limits.getOrDefault(quantity, Long.MAX_VALUE);
    }

    /** Whether it does not matter that no format holds some weights: there are none, or that was noted. */
    boolean takesAnyWeights() {
        return takesAnyWeights;
    }

    /** The same, but without the limits that a core's use exceeds. */
    Limits withRoomFor(CoreUse use) {
        Map<Quantity, Long> larger = new EnumMap<>(limits);
        for (Quantity quantity : CoreUse.LIMITED) {
            if (use.used(quantity) > at(quantity)) {
                larger.put(quantity, Long.MAX_VALUE);
            }
        }
        return new Limits(larger, takesAnyWeights || !use.held());
    }
}
