package org.mneme.model;

import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.mneme.InvalidValueException;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.NumberMatrix;

/**
 * The feature → hidden weights of the generalized pseudoinverse rule, for correlated patterns.
 *
 * <p>The rule is f(Σ_ν (O⁺)_{μν} m_ν) with O_{μν} = (1/N) Σ_j ξ_j^μ ξ_j^ν. With X the P × N matrix of patterns, O⁺ m = (XXᵀ/N)⁺ XS/N =
 * (Xᵀ)⁺ S, so the rule is a two-layer network with real weights Φ = (Xᵀ)⁺. It comes from the Gram matrix of the smaller side: G⁺X with G =
 * XXᵀ where P ≤ N, XG⁺ with G = XᵀX where P &gt; N; no matrix is larger than P × N or the square of the smaller of both. Source:
 * Chaudhry et al., Long Sequence Hopfield Memory (NeurIPS 2023), the generalized pseudoinverse rule.
 */
public final class Pseudoinverse {
    private static final double EPSILON = 0x1p-52;
    private static final long MIB = 1 << 20;

    private Pseudoinverse() {}

    /**
     * Returns Φ, one row a feature.
     *
     * <p>Eigenvalues of the Gram matrix below max(N,P)·2⁻⁵²·λ_max count as 0. Costs about N²P + N³ operations where P &gt; N, else P²N +
     * P³. Single-threaded, in a fixed order.
     *
     * @param patterns ξ
     * @return an N × P matrix, entry (i, μ) = Φ_{μi}: Σ_i Φ_{μi} S_i is the decorrelated overlap of S with pattern μ, 1 at S = ξ^μ where
     *     the patterns are independent
     * @throws InvalidValueException if the matrices are larger than the Java heap, or than an array can be
     */
    public static NumberMatrix.Real64 phi(PatternSet patterns) {
        int p = patterns.count();
        int n = patterns.features();
        requireRoom(p, n);
        return p <= n ? fromPatterns(patterns) : fromFeatures(patterns);
    }

    /** Φ is there twice, while it is copied; the Gram matrix, its eigenvectors and its inverse before that. */
    private static void requireRoom(long p, long n) {
        long side = Math.min(p, n);
        long heap = Runtime.getRuntime().maxMemory();
        double bytes = (double) Double.BYTES * Math.max(2.0 * p * n, 4.0 * side * side);
        if (p * n > Integer.MAX_VALUE - 8 || bytes > heap * 0.9) {
            throw new InvalidValueException(
                    "pseudoinverse",
                    p + " patterns × " + n + " features",
                    String.format(
                            Locale.ROOT,
                            "small enough: its real weights need %.0f MiB, the Java heap has %d MiB and an array 2³¹ numbers; use"
                                    + " fewer patterns or features, hebbian learning, or more memory (-Xmx)",
                            Math.ceil(bytes / MIB),
                            heap / MIB));
        }
    }

    /** Φ = (XXᵀ)⁺ X: entry (i, μ) = Σ_ν G⁺_{μν} ξ_i^ν. */
    private static NumberMatrix.Real64 fromPatterns(PatternSet patterns) {
        int p = patterns.count();
        int n = patterns.features();
        double[] inverse = inverseGram(patterns, n);
        double[] phi = new double[n * p];
        for (int i = 0; i < n; i++) {
            for (int nu = 0; nu < p; nu++) {
                addScaled(patterns.at(nu, i), inverse, nu * p, phi, i * p, p);
            }
        }
        return new NumberMatrix.Real64(n, p, phi);
    }

    /** Φ = X (XᵀX)⁺: entry (i, μ) = Σ_j G⁺_{ij} ξ_j^μ. */
    private static NumberMatrix.Real64 fromFeatures(PatternSet patterns) {
        int p = patterns.count();
        int n = patterns.features();
        double[] inverse = inverseGram(transpose(patterns), p);
        double[] phi = new double[Math.multiplyExact(n, p)];
        double[] row = new double[n];
        for (int mu = 0; mu < p; mu++) {
            Arrays.fill(row, 0);
            for (int j = 0; j < n; j++) {
                addScaled(patterns.at(mu, j), inverse, j * n, row, 0, n);
            }
            for (int i = 0; i < n; i++) {
                phi[i * p + mu] = row[i];
            }
        }
        return new NumberMatrix.Real64(n, p, phi);
    }

    private static void addScaled(int factor, double[] source, int from, double[] target, int to, int length) {
        for (int k = 0; k < length && factor != 0; k++) {
            target[to + k] += factor * source[from + k];
        }
    }

    private static PatternSet transpose(PatternSet patterns) {
        BitMatrix plus = patterns.plus();
        return new PatternSet(
                BitMatrix.of(plus.columns(), plus.rows(), (r, c) -> plus.get(c, r)),
                patterns.mask().map(mask -> BitMatrix.of(mask.columns(), mask.rows(), (r, c) -> mask.get(c, r))));
    }

    /** The pseudoinverse of the Gram matrix of the rows, which are no longer than the other side. */
    private static double[] inverseGram(PatternSet rows, int otherSide) {
        int size = rows.count();
        DMatrixRMaj gram = new DMatrixRMaj(size, size);
        Present present = new PlainPresent(rows);
        int[] row = new int[rows.features()];
        for (int r = 0; r < size; r++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = rows.at(r, i);
            }
            present.set(row);
            for (int c = 0; c < size; c++) {
                gram.set(r, c, present.overlap(c));
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(gram)) {
            throw new IllegalStateException(
                    "the eigenvalues of a symmetric matrix of size " + size + " were not found");
        }
        return inverse(eigen, size, Math.max(size, otherSide) * EPSILON);
    }

    private static double[] inverse(EigenDecomposition_F64<DMatrixRMaj> eigen, int size, double relativeCut) {
        double largest = 0;
        for (int k = 0; k < size; k++) {
            largest = Math.max(largest, eigen.getEigenvalue(k).getReal());
        }
        double[] inverse = new double[size * size];
        double[] vector = new double[size];
        for (int k = 0; k < size; k++) {
            double value = eigen.getEigenvalue(k).getReal();
            if (value > relativeCut * largest) {
                System.arraycopy(eigen.getEigenVector(k).data, 0, vector, 0, size);
                for (int r = 0; r < size; r++) {
                    double scaled = vector[r] / value;
                    for (int c = 0; c < size; c++) {
                        inverse[r * size + c] += scaled * vector[c];
                    }
                }
            }
        }
        return inverse;
    }
}
