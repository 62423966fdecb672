package org.mneme.report;

import java.util.List;
import org.mneme.runtime.result.RasterSample;
import org.mneme.runtime.result.RasterSample.Dot;

/** Spikes over time, a lane a population. */
final class RasterPlot {
    private static final double LOWEST_LANE = 60;
    private static final double HIGHEST_LANE = 240;
    private static final double PIXELS_A_NEURON = 3;
    private static final double GAP = 34;
    private static final double LEFT = Frame.LEFT;
    private static final double NARROWEST = 0.3;
    private static final double LONGEST = 7;
    /** Rows lower than this do not show which way a stroke leans: all lie, as wide and as high as there is room. */
    private static final double LOWEST_UPRIGHT = 2.5;

    private static final double SPARSE = 0.1;
    private static final double LEGIBLE = 5;
    private static final double THICKEST = 1.5;
    private static final int MOST_LANES = 24;
    private static final String[] STRENGTHS = {"", " some", " few"};

    private RasterPlot() {}

    static Plot of(RasterSample raster) {
        double bottom = Frame.TOP + 20;
        Axis x = new Axis(-0.5, Math.max(1, raster.untilTick()) - 0.5, LEFT, Frame.WIDTH - Frame.RIGHT, "tick", true);
        Svg svg = new Svg();
        boolean graded = false;
        for (int lane = 0; lane < Math.min(MOST_LANES, raster.lanes().size()); lane++) {
            double height = height(raster.lanes().get(lane));
            graded |= lane(svg, raster, lane, x, bottom, height);
            bottom += height + GAP;
        }
        bottom -= raster.lanes().isEmpty() ? 0 : GAP;
        Frame.below(svg, x, bottom);
        Frame.legend(
                svg,
                List.of(
                        new Frame.Entry("curve c0", "m16 -6v12", "positive payload"),
                        new Frame.Entry("curve minus", "m8 0h12", "negative payload")));
        return new Plot(
                "raster",
                "Spikes",
                "One mark a spike: blue, and upright where there is room, for a positive payload; orange and lying for a negative one."
                        + (graded ? " The stronger the mark, the larger the payload." : "")
                        + (raster.dots().isEmpty() ? " There were none." : "")
                        + (raster.lanes().size() > MOST_LANES
                                ? " Only the first " + MOST_LANES + " populations are drawn."
                                : "")
                        + (raster.thinning().isEmpty() ? "" : " " + Words.capitalised(raster.thinning()) + "."),
                Frame.WIDTH,
                bottom + Frame.BOTTOM,
                svg.toString(),
                csv(raster));
    }

    private static double height(RasterSample.Lane lane) {
        return Math.clamp(PIXELS_A_NEURON * lane.size() / lane.stride(), LOWEST_LANE, HIGHEST_LANE);
    }

    /** Draws a population, neuron 0 lowest; returns whether payloads differ in size. */
    private static boolean lane(Svg svg, RasterSample raster, int lane, Axis x, double top, double height) {
        RasterSample.Lane shown = raster.lanes().get(lane);
        Axis y = new Axis(-0.5, shown.size() - 0.5, top + height, top, "neuron", true);
        svg.element("rect")
                .set("class", "box")
                .set("x", x.from())
                .set("y", top)
                .set("width", x.to() - x.from())
                .set("height", height)
                .close();
        String size =
                Words.count(shown.size(), "neuron") + (shown.stride() > 1 ? ", 1 in " + shown.stride() + " shown" : "");
        String name = Svg.shortened(shown.name(), 300);
        svg.text("strong", "start", x.from(), top - 7, name);
        svg.text("soft", "start", x.from() + Svg.width(name) + 14, top - 7, size);
        Axis.Step step = y.step(5);
        for (double value : y.ticks(5)) {
            svg.text("soft", "end", x.from() - 8, y.at(value) + 4.5, Axis.text(value, step));
        }
        List<Dot> dots =
                raster.dots().stream().filter(dot -> dot.lane() == lane).toList();
        double largest =
                dots.stream().mapToDouble(dot -> Math.abs(dot.payload())).max().orElse(0);
        marks(svg, dots, largest, x, y, height * shown.stride() / shown.size());
        return dots.stream().anyMatch(dot -> Math.abs(dot.payload()) != largest);
    }

    private static void marks(Svg svg, List<Dot> dots, double largest, Axis x, Axis y, double row) {
        StringBuilder[] plus = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        StringBuilder[] minus = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        double tick = x.at(1) - x.at(0);
        boolean upright = row >= LOWEST_UPRIGHT;
        boolean sparse = dots.size() < SPARSE * (y.high() - y.low()) * (x.high() - x.low()) && upright;
        double tall = Math.min(sparse ? Math.max(LEGIBLE, 0.8 * row) : 0.8 * row, LONGEST);
        double wide = Math.clamp(0.8 * tick, sparse ? LEGIBLE : NARROWEST, LONGEST);
        double thickness = sparse ? 1.5 * THICKEST : THICKEST;
        for (Dot dot : dots) {
            double share = Math.abs(dot.payload()) / largest;
            int strength = share > 0.5 || largest == 0 ? 0 : share > 0.1 ? 1 : 2;
            double cx = x.at((double) dot.tick());
            double cy = y.at(dot.neuron());
            if (dot.payload() >= 0 && upright) {
                plus[strength]
                        .append('M')
                        .append(Svg.at(cx, cy - tall / 2))
                        .append('v')
                        .append(Svg.number(tall));
            } else {
                (dot.payload() >= 0 ? plus : minus)
                        [strength].append('M')
                        .append(Svg.at(cx - wide / 2, cy))
                        .append('h')
                        .append(Svg.number(wide));
            }
        }
        for (int strength = STRENGTHS.length - 1; strength >= 0; strength--) {
            strokes(svg, "minus" + STRENGTHS[strength], minus[strength], Math.min(tall, thickness));
            strokes(svg, "c0" + STRENGTHS[strength], plus[strength], Math.min(upright ? wide : tall, thickness));
        }
    }

    private static void strokes(Svg svg, String style, StringBuilder d, double thickness) {
        if (!d.isEmpty()) {
            svg.element("path")
                    .set("class", "spikes " + style)
                    .set("stroke-width", thickness)
                    .set("d", d.toString())
                    .close();
        }
    }

    private static Csv csv(RasterSample raster) {
        return new Csv("tick,population,neuron,payload", raster.dots().size(), k -> {
            Dot dot = raster.dots().get(k);
            return dot.tick() + "," + Csv.cell(raster.lanes().get(dot.lane()).name()) + "," + dot.neuron() + ","
                    + Csv.cell(dot.payload());
        });
    }
}
