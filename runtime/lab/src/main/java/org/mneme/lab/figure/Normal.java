package org.mneme.lab.figure;

/** The normal distribution. */
final class Normal {
    private static final double FAR = 38;
    private static final int PANELS = 400;
    private static final double TAIL = 12;

    private Normal() {}

    /** The density at z. */
    static double density(double z) {
        return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }

    /**
     * Returns the probability above z, with a relative error below 1e-6.
     *
     * @param z any number
     * @return the tail
     */
    static double above(double z) {
        if (z < 0) {
            return 1 - above(-z);
        }
        if (z > FAR) {
            return 0;
        }
        // Simpson's rule for the integral of the density from z, the density at z taken out so that nothing underflows.
        double width = TAIL / Math.max(1, z);
        double step = width / PANELS;
        double sum = 0;
        for (int k = 0; k <= PANELS; k++) {
            double x = k * step;
            double weight = k == 0 || k == PANELS ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight * StrictMath.exp(-z * x - x * x / 2);
        }
        return density(z) * sum * step / 3;
    }
}
