package org.mneme.model;

import java.util.List;
import java.util.Optional;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;

/**
 * The integer form of a memory that a fixed-point lowering executes: the interaction as tables, and the pseudoinverse as quantized
 * weights.
 *
 * <p>With it the reference recall computes S_i(t+1) = sgn(Σ_μ [ξ_i^μ T_S(x_μ) + ξ_i^{next(μ)} T_A(x̄_μ)]) exactly in integers, x_μ =
 * Σ_i Φ_{μi} S_i(t) and x̄_μ = Σ_{ρ&lt;τ_μ} x_μ(t−ρ). A memory without timing has no T_S, and τ = 1.
 *
 * @param symmetric T_S, over x_μ; empty without timing
 * @param asymmetric the distinct tables T_A, over x̄_μ; λ is inside
 * @param choice which of {@code asymmetric} each pattern uses: one index for all, or P
 * @param phi N × P quantized feature → hidden weights, row i those of feature i; empty where Φ = ξ
 * @param payloadBits b, the width of a table entry with its sign
 */
public record Tabulation(
        Optional<IntTable> symmetric,
        List<IntTable> asymmetric,
        Ints choice,
        Optional<NumberMatrix> phi,
        int payloadBits) {
    /** Copies the list. */
    public Tabulation {
        asymmetric = List.copyOf(asymmetric);
    }
}
