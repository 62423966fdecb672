package org.mneme.report.watch;

import java.util.OptionalDouble;

/**
 * What a page lets its user do.
 *
 * @param tempo changes the gain
 * @param least gain
 * @param most gain
 * @param step between gains
 * @param gate opens the units of a motif
 * @param cue starts a recall from a noisy pattern
 * @param lesion silences a fraction of the hidden units
 * @param live whether there is a network to control; else the page plays a recording
 */
public record WatchControls(
        Control tempo,
        double least,
        double most,
        double step,
        Control gate,
        Control cue,
        Control lesion,
        boolean live) {
    private static final double SIXTEENTH = 0.0625;

    /**
     * Whether a control can be used.
     *
     * @param on whether it can
     * @param why not, a sentence without a full stop; empty where it can
     */
    public record Control(boolean on, String why) {
        /**
         * Returns a control that can be used.
         *
         * @return on
         */
        public static Control possible() {
            return new Control(true, "");
        }

        /**
         * Returns a control that cannot be used.
         *
         * @param why not
         * @return off
         */
        public static Control impossible(String why) {
            return new Control(false, why);
        }
    }

    /**
     * Returns the controls of a page that plays a recording.
     *
     * @return all off
     */
    public static WatchControls replay() {
        Control off = Control.impossible("this is a recording");
        return new WatchControls(off, 0, 1, SIXTEENTH, off, off, off, false);
    }

    /**
     * Returns the controls of a page of a network that runs.
     *
     * @param tempo changes the gain, in sixteenths
     * @param most the largest gain; empty where the tempo cannot be changed
     * @param gate opens the units of a motif
     * @param cue starts a recall
     * @param lesion silences hidden units
     * @return the controls
     */
    public static WatchControls live(Control tempo, OptionalDouble most, Control gate, Control cue, Control lesion) {
        return new WatchControls(tempo, 0, most.orElse(1), SIXTEENTH, gate, cue, lesion, true);
    }
}
