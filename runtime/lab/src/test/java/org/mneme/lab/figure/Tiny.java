package org.mneme.lab.figure;

import java.util.Optional;

/** Options of figures whose quick size a test has made tiny. */
final class Tiny {
    private Tiny() {}

    static FigureOptions options() {
        return FigureOptions.of(Scale.QUICK);
    }

    static FigureOptions options(FigureProgress progress) {
        return new FigureOptions(Scale.QUICK, FigureOptions.SEED, 1, Optional.empty(), progress);
    }
}
