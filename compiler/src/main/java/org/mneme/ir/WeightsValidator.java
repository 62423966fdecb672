package org.mneme.ir;

import java.util.List;
import org.mneme.bits.NumberMatrix;

/** Checks the weights of one projection. */
final class WeightsValidator {
    private static final double MAX_EXACT = 1L << 53;

    private final NumberDomain domain;
    private final Projection projection;
    private final int sources;
    private final int targets;
    private final List<GraphMistake> mistakes;

    WeightsValidator(
            NumberDomain domain, Projection projection, int sources, int targets, List<GraphMistake> mistakes) {
        this.domain = domain;
        this.projection = projection;
        this.sources = sources;
        this.targets = targets;
        this.mistakes = mistakes;
    }

    void check() {
        switch (projection.weights()) {
            case Weights.SignMatrix sign -> check(sign);
            case Weights.Dense dense -> {
                shape(dense.values().rows(), dense.values().columns());
                check(dense.values());
            }
            case Weights.Sparse sparse -> check(sparse);
            case Weights.OneToOne one -> check(one);
            case Weights.Uniform uniform -> number(uniform.weight());
        }
    }

    private void check(Weights.SignMatrix sign) {
        boolean bySource = sign.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES;
        int rows = sign.viewRows();
        int columns = sign.plus().columns();
        shape(bySource ? rows : columns, bySource ? columns : rows);
        sign.rows().ifPresent(view -> {
            for (int r = 0; r < view.length(); r++) {
                if (view.at(r) < Weights.SignMatrix.ABSENT
                        || view.at(r) >= sign.plus().rows()) {
                    outOfRange("row " + r + " of the view", view.at(r), "a row of the matrix, or −1");
                    return;
                }
            }
        });
        sign.mask().ifPresent(mask -> {
            if (mask.rows() != sign.plus().rows() || mask.columns() != columns) {
                mistakes.add(new GraphMistake.WrongShape(
                        projection.name(), "masked by " + mask, "a mask of the shape of " + sign.plus()));
            }
            if (sign.unsigned()) {
                mistakes.add(new GraphMistake.WrongShape(
                        projection.name(), "unsigned with a mask", "unsigned without one, or signed"));
            }
        });
        number(sign.scale());
    }

    private void check(NumberMatrix values) {
        boolean real = values instanceof NumberMatrix.Real64;
        if (real && domain instanceof NumberDomain.Fixed) {
            mistakes.add(new GraphMistake.WrongDomain(
                    "projection " + projection.name() + ": a matrix of floats", domain, "quantize it to integers"));
        }
        for (int r = 0; real && r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                if (!Double.isFinite(values.at(r, c))) {
                    outOfRange("weight (" + r + ", " + c + ")", values.at(r, c), "finite");
                    return;
                }
            }
        }
    }

    private void check(Weights.Sparse sparse) {
        shape(sparse.offsets().length() - 1, sparse.targetCount());
        int synapses = sparse.targets().length();
        if (sparse.values().rows() != 1 || sparse.values().columns() != synapses) {
            mistakes.add(new GraphMistake.WrongLength(
                    "projection " + projection.name() + ": values",
                    sparse.values().columns(),
                    "1 × " + synapses));
            return;
        }
        boolean ordered = sparse.offsets().length() > 0
                && sparse.offsets().at(0) == 0
                && sparse.offsets().at(sparse.offsets().length() - 1) == synapses;
        for (int i = 0; ordered && i + 1 < sparse.offsets().length(); i++) {
            ordered = sparse.offsets().at(i) <= sparse.offsets().at(i + 1)
                    && sparse.offsets().at(i + 1) <= synapses;
            for (int k = sparse.offsets().at(i); ordered && k < sparse.offsets().at(i + 1); k++) {
                int target = sparse.targets().at(k);
                ordered = target >= 0
                        && target < sparse.targetCount()
                        && (k == sparse.offsets().at(i) || sparse.targets().at(k - 1) < target);
            }
        }
        if (!ordered) {
            mistakes.add(new GraphMistake.WrongShape(
                    projection.name(),
                    "not in row order",
                    "offsets ascending from 0 to " + synapses + " and targets ascending within a source"));
        }
        check(sparse.values());
    }

    private void check(Weights.OneToOne one) {
        if (sources != targets) {
            shape(sources, sources);
        }
        if (one.weight().length() != 1 && one.weight().length() != targets) {
            mistakes.add(new GraphMistake.WrongLength(
                    "projection " + projection.name() + ": weights",
                    one.weight().length(),
                    "1 or " + targets));
        }
        for (double w : one.weight().values()) {
            if (!number(w)) {
                return;
            }
        }
    }

    private void shape(int rows, int columns) {
        if (rows != sources || columns != targets) {
            mistakes.add(new GraphMistake.WrongShape(
                    projection.name(),
                    rows + " sources × " + columns + " targets",
                    sources + " sources × " + targets + " targets"));
        }
    }

    /** Checks one weight; false where it is wrong. */
    private boolean number(double weight) {
        if (!Double.isFinite(weight)) {
            outOfRange("weight", weight, "finite");
            return false;
        }
        if (domain instanceof NumberDomain.Fixed && (weight != Math.rint(weight) || Math.abs(weight) > MAX_EXACT)) {
            outOfRange("weight", weight, "a whole number within ±2⁵³, as the fixed domain needs");
            return false;
        }
        return true;
    }

    private void outOfRange(String part, double value, String expected) {
        mistakes.add(new GraphMistake.OutOfRange("projection " + projection.name() + ": " + part, value, expected));
    }
}
