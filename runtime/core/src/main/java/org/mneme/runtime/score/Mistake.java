package org.mneme.runtime.score;

/** Where a recall first went wrong. */
public sealed interface Mistake {
    /**
     * Returns the recall step.
     *
     * @return t ≥ 0
     */
    int step();

    /**
     * Says what happened.
     *
     * @return one sentence for the user
     */
    String sentence();

    /**
     * Another pattern than the successor was recalled.
     *
     * @param step t
     * @param expected the pattern that should have come, −1 where the sequence should have ended
     * @param found the pattern nearest to the state, −1 where no feature is known
     */
    record WrongPattern(int step, int expected, int found) implements Mistake {
        @Override
        public String sentence() {
            return "the order is lost at step " + step + ": expected "
                    + (expected < 0 ? "no further pattern" : "pattern " + expected) + ", found "
                    + (found < 0 ? "no pattern (no feature is known)" : "pattern " + found);
        }
    }

    /**
     * The right pattern was recalled with wrong bits.
     *
     * @param step t
     * @param pattern the pattern
     * @param bits how many features are wrong or unknown
     */
    record WrongBits(int step, int pattern, int bits) implements Mistake {
        @Override
        public String sentence() {
            return "pattern " + pattern + " has " + bits + " wrong " + (bits == 1 ? "bit" : "bits") + " at step "
                    + step;
        }
    }

    /**
     * A pattern was held too short or too long.
     *
     * @param step t, the last at which it was held
     * @param pattern the pattern
     * @param expected its dwell in recall steps
     * @param held how long it was held
     */
    record WrongDwell(int step, int pattern, int expected, int held) implements Mistake {
        @Override
        public String sentence() {
            return "pattern " + pattern + " is held " + held + (held == 1 ? " step" : " steps") + " instead of "
                    + expected + ", until step " + step;
        }
    }

    /**
     * No feature spiked any more.
     *
     * @param step t
     * @param expected the pattern to settle on
     */
    record Silent(int step, int expected) implements Mistake {
        @Override
        public String sentence() {
            return "the network is silent at step " + step + ", it should have settled on pattern " + expected;
        }
    }

    /**
     * The recall ended before all patterns were seen.
     *
     * @param step the last step there is
     * @param expected how many patterns should have been seen
     * @param found how many were
     */
    record EndedEarly(int step, int expected, int found) implements Mistake {
        @Override
        public String sentence() {
            return "the recall ends at step " + step + " with " + found + " of " + expected + " patterns seen";
        }
    }
}
