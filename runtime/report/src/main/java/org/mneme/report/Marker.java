package org.mneme.report;

/** Shapes of dots, told apart without colours. */
final class Marker {
    /** How many there are. */
    static final int SHAPES = 6;

    private Marker() {}

    /**
     * Draws a dot.
     *
     * @param shape 0…SHAPES−1
     * @param x of its middle
     * @param y of its middle
     * @return path data
     */
    static String at(int shape, double x, double y) {
        return switch (shape) {
            case 0 -> "M" + Svg.at(x - 4, y) + "a4 4 0 1 1 8 0a4 4 0 1 1-8 0z";
            case 1 -> "M" + Svg.at(x - 3.6, y - 3.6) + "h7.2v7.2h-7.2z";
            case 2 -> "M" + Svg.at(x, y - 5) + "l4.6 8h-9.2z";
            case 3 -> "M" + Svg.at(x, y - 5.2) + "l5.2 5.2l-5.2 5.2l-5.2-5.2z";
            case 4 -> "M" + Svg.at(x, y + 5) + "l4.6-8h-9.2z";
            case 5 -> "M" + Svg.at(x - 4.4, y - 4.4) + "h8.8l-8.8 8.8h8.8z";
            default -> throw new IllegalArgumentException("shape " + shape);
        };
    }
}
