package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.NumberMatrix;
import org.mneme.bits.Signs;

class PseudoinverseTest {
    /** X⁺ = V Σ⁺ Uᵀ of the P × N matrix X; Φ has the shape of X⁺, N × P, for (Xᵀ)⁺ = (X⁺)ᵀ. */
    private static DMatrixRMaj bySingularValues(PatternSet patterns) {
        DMatrixRMaj x = new DMatrixRMaj(patterns.count(), patterns.features());
        for (int mu = 0; mu < patterns.count(); mu++) {
            for (int i = 0; i < patterns.features(); i++) {
                x.set(mu, i, patterns.at(mu, i));
            }
        }
        var svd = DecompositionFactory_DDRM.svd(x.numRows, x.numCols, true, true, true);
        svd.decompose(x.copy());
        DMatrixRMaj w = svd.getW(null);
        for (int k = 0; k < Math.min(w.numRows, w.numCols); k++) {
            w.set(k, k, w.get(k, k) > 1e-9 ? 1 / w.get(k, k) : 0);
        }
        DMatrixRMaj vw = new DMatrixRMaj(1, 1);
        DMatrixRMaj inverse = new DMatrixRMaj(1, 1);
        CommonOps_DDRM.multTransB(svd.getV(null, false), w, vw);
        CommonOps_DDRM.multTransB(vw, svd.getU(null, false), inverse);
        return inverse;
    }

    private static void assertEqualsSingularValues(PatternSet patterns, String where) {
        NumberMatrix.Real64 phi = Pseudoinverse.phi(patterns);
        DMatrixRMaj expected = bySingularValues(patterns);
        assertEquals(patterns.features(), phi.rows());
        assertEquals(patterns.count(), phi.columns());
        for (int i = 0; i < phi.rows(); i++) {
            for (int mu = 0; mu < phi.columns(); mu++) {
                assertEquals(expected.get(i, mu), phi.at(i, mu), 1e-10, where + ", feature " + i + ", pattern " + mu);
            }
        }
    }

    @Test
    void equalsSingularValuesForFewerAndMorePatternsThanFeatures() {
        for (int seed = 0; seed < 12; seed++) {
            assertEqualsSingularValues(PatternSet.random(8, 21, seed, 0.1 * (seed % 6)), "P < N, seed " + seed);
            assertEqualsSingularValues(PatternSet.random(26, 9, seed, 0.1 * (seed % 6)), "P > N, seed " + seed);
            assertEqualsSingularValues(PatternSet.random(10, 10, seed, 0), "P = N, seed " + seed);
        }
    }

    @Test
    void equalsSingularValuesWhereTheRankIsDeficient() {
        for (int seed = 0; seed < 12; seed++) {
            List<Signs> rows = new ArrayList<>();
            PatternSet drawn = PatternSet.random(6, 15, seed, 0);
            for (int mu = 0; mu < 6; mu++) {
                rows.add(drawn.row(mu));
                rows.add(
                        mu % 2 == 0
                                ? drawn.row(mu)
                                : drawn.row(mu).flip(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14));
            }
            assertEqualsSingularValues(PatternSet.of(rows), "P < N, seed " + seed);
            rows.addAll(List.copyOf(rows));
            assertEqualsSingularValues(PatternSet.of(rows), "P > N, seed " + seed);
        }
    }

    @Test
    void moreThanTheHeapHoldsIsRefusedBeforeItIsComputed() {
        int side = (int) Math.sqrt(Runtime.getRuntime().maxMemory() / 32.0) + 1;
        PatternSet patterns = new PatternSet(BitMatrix.ofWords(side, side, (mu, w) -> -1L), Optional.empty());
        InvalidValueException error = assertThrows(InvalidValueException.class, () -> Pseudoinverse.phi(patterns));
        assertTrue(error.getMessage().contains("-Xmx"), error.getMessage());
    }

    @Test
    void equalsSingularValuesForDilutedPatterns() {
        List<Signs> rows = List.of(Signs.parse("+0-+0-"), Signs.parse("0++-0+"), Signs.parse("000000"));
        assertEqualsSingularValues(PatternSet.of(rows), "diluted");
        assertEqualsSingularValues(PatternSet.of(List.of(Signs.zeros(3), Signs.zeros(3))), "zero");
    }

    @Test
    void independentPatternsGetOrthogonalOverlaps() {
        PatternSet patterns = PatternSet.random(40, 100, 7, 0.9);
        NumberMatrix.Real64 phi = Pseudoinverse.phi(patterns);
        for (int mu = 0; mu < 40; mu++) {
            for (int nu = 0; nu < 40; nu++) {
                double x = 0;
                for (int i = 0; i < 100; i++) {
                    x += phi.at(i, mu) * patterns.at(nu, i);
                }
                assertEquals(mu == nu ? 1 : 0, x, 1e-8, mu + ", " + nu);
            }
        }
    }
}
