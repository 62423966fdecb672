package org.mneme.model;

import java.util.List;
import org.mneme.bits.Ints;

/**
 * One of the sums over the hidden units: Σ_μ ξ_i^{row(μ)} w f(x_μ).
 *
 * @param response f
 * @param weight w: 1, or λ
 * @param rows row(μ): μ itself, or next(μ)
 */
record Side(Response response, double weight, Ints rows) {
    /** Returns the sums of a memory: the asymmetric one, and before it the symmetric one where there is timing. */
    static List<Side> of(SequenceMemory memory) {
        int units = memory.features() - (memory.selfCoupling() == SelfCoupling.EXCLUDED ? 1 : 0);
        Ints next = memory.successors().next();
        return switch (memory.timing()) {
            case Timing.OneStep _ -> List.of(new Side(new Response(memory.interaction(), units, true), 1, next));
            case Timing.Mixed mixed ->
                List.of(
                        new Side(new Response(mixed.symmetric(), units, false), 1, Ints.range(memory.count())),
                        new Side(new Response(memory.interaction(), units, false), mixed.lambda(), next));
        };
    }
}
