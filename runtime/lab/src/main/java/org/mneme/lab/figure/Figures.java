package org.mneme.lab.figure;

import java.util.List;

/** The figures of the paper. */
public final class Figures {
    private static final List<Figure> ALL = List.of(
            new OverlapsFigure(),
            new DenseNetFigure(),
            new MixedNetFigure(),
            new GpiFigure(),
            new DegreeFigure(),
            new CrosstalkFigure(),
            new TimingFigure());

    private Figures() {}

    /**
     * Returns all figures.
     *
     * @return in the order of the paper's page
     */
    public static List<Figure> all() {
        return ALL;
    }

    /**
     * Returns a figure.
     *
     * @param name as on the command line
     * @return the figure
     * @throws UnknownFigureException if there is none of that name
     */
    public static Figure named(String name) {
        return ALL.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownFigureException(
                        name, ALL.stream().map(Figure::name).toList()));
    }
}
