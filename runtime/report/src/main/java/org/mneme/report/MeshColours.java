package org.mneme.report;

/**
 * Colours of a mesh's squares and widths of its lines. Squares go from light to dark in one hue, lines are wider the more they carry, so
 * that nothing rests on telling hues apart.
 *
 * @param pitch from a tile to the next, user units
 * @param most what the busiest link carries, spikes a tick; 0 where no spike leaves its tile
 */
record MeshColours(double pitch, double most) {
    /** How many colours squares have: classes u1, u2, … */
    static final int STEPS = 5;

    /** How many widths lines have; 0 is the widest. */
    static final int FLOWS = 4;

    /** How much less each class of lines carries than the one before. */
    private static final double RATIO = 4;

    private static final double WIDEST = 11;
    private static final double NARROWEST = 0.7;
    private static final double WIDEST_SHARE = 0.2;

    /** A style sheet; only this drawing needs it. */
    static final String RULES = "<style>.plot .empty{fill:none;stroke-width:1}.plot .flow{fill:none}"
            + rules("#c3dcee", "#8bbde0", "#4a95c9", "#1c67a3", "#08386a", "#d55e00", "#c4cace")
            + "@media screen and (prefers-color-scheme:dark){"
            + rules("#22496b", "#2b6a9a", "#3a8bc6", "#7fc0ea", "#dff1fd", "#f08a3c", "#4a545b")
            + "}</style>";

    private static String rules(String... colours) {
        StringBuilder css = new StringBuilder();
        for (int k = 0; k < STEPS; k++) {
            css.append(".plot .u")
                    .append(k + 1)
                    .append("{fill:")
                    .append(colours[k])
                    .append('}');
        }
        return css + ".plot .flow{stroke:" + colours[STEPS] + "}.plot .empty{stroke:" + colours[STEPS + 1] + "}";
    }

    /**
     * Returns the colour of a share.
     *
     * @param share 0…1
     * @return 1 for up to a fifth, … {@link #STEPS}
     */
    static int step(double share) {
        return Math.clamp((int) Math.ceil(share * STEPS), 1, STEPS);
    }

    /**
     * Returns the width of a line.
     *
     * @param spikes a tick
     * @return 0 for those that carry most, … {@link #FLOWS} − 1
     */
    int flow(double spikes) {
        int flow = 0;
        while (flow < FLOWS - 1 && spikes <= high(flow + 1)) {
            flow++;
        }
        return flow;
    }

    /**
     * Returns the most that lines of a width carry.
     *
     * @param flow 0…{@link #FLOWS} − 1
     * @return spikes a tick
     */
    double high(int flow) {
        return most / Math.pow(RATIO, flow);
    }

    /**
     * Draws lines of a width.
     *
     * @param svg where to
     * @param d path data
     * @param flow 0…{@link #FLOWS} − 1
     */
    void line(Svg svg, String d, int flow) {
        double widest = Math.clamp(WIDEST_SHARE * pitch, 2 * NARROWEST, WIDEST);
        svg.element("path")
                .set("class", "flow f" + flow)
                .set("stroke-width", Math.max(NARROWEST, widest * Math.pow(0.5, flow)))
                .set("d", d)
                .close();
    }
}
