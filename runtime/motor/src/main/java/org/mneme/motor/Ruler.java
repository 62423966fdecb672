package org.mneme.motor;

import java.util.List;

/** What points are spread evenly by, along a part of a stroke. */
interface Ruler {
    /** By length. */
    Ruler LENGTH = new Ruler() {
        @Override
        public double measure(Part part) {
            return part.length();
        }

        @Override
        public double place(Part part, int i, int n) {
            return part.length() * i / n;
        }
    };

    /**
     * A part of a stroke.
     *
     * @param stroke which
     * @param from where it starts, mm along the stroke
     * @param length mm
     */
    record Part(int stroke, double from, double length) {}

    /**
     * Returns how long a part is by this ruler.
     *
     * @param part of a stroke
     * @return &gt; 0
     */
    double measure(Part part);

    /**
     * Returns where a mark is.
     *
     * @param part of a stroke
     * @param i the mark, 0…n
     * @param n into how many pieces the part is divided
     * @return mm from the part's start
     */
    double place(Part part, int i, int n);

    /**
     * Returns a ruler by a mixture of length and time.
     *
     * @param clocks one a stroke
     * @param length of all strokes, mm
     * @param byTime the share of time, 0…1
     * @return the ruler
     */
    static Ruler mixed(List<StrokeClock> clocks, double length, double byTime) {
        double total = clocks.stream().mapToDouble(StrokeClock::total).sum();
        return byTime == 0 ? LENGTH : new Mixed(clocks, (1 - byTime) / length, byTime / total);
    }

    /**
     * By weighted length and time.
     *
     * @param clocks one a stroke
     * @param ofLength weight of a mm
     * @param ofTime weight of a time unit
     */
    record Mixed(List<StrokeClock> clocks, double ofLength, double ofTime) implements Ruler {
        private static final int HALVINGS = 60;

        @Override
        public double measure(Part part) {
            return between(part, part.length);
        }

        private double between(Part part, double s) {
            StrokeClock clock = clocks.get(part.stroke);
            return ofLength * s + ofTime * (clock.timeAt(part.from + s) - clock.timeAt(part.from));
        }

        @Override
        public double place(Part part, int i, int n) {
            if (i == n) {
                return part.length;
            }
            double wanted = measure(part) * i / n;
            double low = 0;
            double high = part.length;
            for (int k = 0; k < HALVINGS; k++) {
                double middle = (low + high) / 2;
                if (between(part, middle) < wanted) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
