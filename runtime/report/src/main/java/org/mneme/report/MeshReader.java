package org.mneme.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.mneme.ir.Population;
import org.mneme.map.Mapping;
import org.mneme.map.Resource;
import org.mneme.report.CoreUse.Core;
import org.mneme.report.MeshLayout.Square;
import org.mneme.targets.Quantity;

/** What tells of the core that is pointed at, tapped, or chosen by the keyboard; without its script the page lacks nothing but this. */
final class MeshReader {
    /** The most cores it tells of: those of lower number. */
    static final int MOST_CORES = 20_000;

    private static final int LONGEST_SLICES = 160;

    /** Reads the data from the element after the drawing. */
    static final String SCRIPT = """
            (function () {
              var figure = document.getElementById("plot-mesh");
              var source = document.getElementById("mesh-data");
              if (!figure || !source) return;
              var data = JSON.parse(source.textContent), cores = data.cores, last = cores.length - 1;
              if (last < 0) return;
              var svg = figure.querySelector("svg");
              var cursor = document.createElementNS(svg.namespaceURI, "rect");
              cursor.setAttribute("class", "ink");
              cursor.setAttribute("fill", "none");
              cursor.setAttribute("stroke-width", "2.5");
              cursor.setAttribute("width", data.side + 4);
              cursor.setAttribute("height", data.side + 4);
              cursor.setAttribute("visibility", "hidden");
              svg.appendChild(cursor);
              var reader = document.createElement("div"), slider = document.createElement("input"), output = document.createElement("output");
              reader.className = "reader";
              slider.type = "range"; slider.min = 0; slider.max = last; slider.value = 0;
              slider.setAttribute("aria-label", "core to read off");
              reader.append(slider, output);
              figure.querySelector("figcaption").before(reader);
              function number(value) { return String(value).replace(/\\B(?=(\\d{3})+$)/g, "\\u202f"); }
              function text(core) {
                var limits = data.limits.map(function (limit, k) {
                  var used = core[5][k];
                  if (used === null || limit[1] === null && !used) return "";
                  return limit[0] + " " + number(used) + (limit[1] === null ? "" : " of " + number(limit[1]) + " (" + Math.round(100 * used / Math.max(1, limit[1])) + " %)");
                }).filter(Boolean);
                return "chip " + core[2] + ", core " + core[3] + ": " + core[4] + " · " + limits.join(" · ");
              }
              function show(k) {
                var core = cores[k];
                cursor.setAttribute("x", core[0] - 2);
                cursor.setAttribute("y", core[1] - 2);
                cursor.setAttribute("visibility", "visible");
                slider.value = k;
                slider.setAttribute("aria-valuetext", text(core));
                output.textContent = text(core);
              }
              function point(event) {
                var at = svg.getBoundingClientRect(), scale = svg.viewBox.baseVal.width / at.width;
                var x = (event.clientX - at.left) * scale, y = (event.clientY - at.top) * scale, best = -1, least = data.reach * data.reach;
                for (var k = 0; k <= last; k++) {
                  var dx = cores[k][0] + data.side / 2 - x, dy = cores[k][1] + data.side / 2 - y, d = dx * dx + dy * dy;
                  if (d < least) { least = d; best = k; }
                }
                if (best >= 0) show(best);
              }
              slider.addEventListener("input", function () { show(+slider.value); });
              svg.addEventListener("pointermove", point);
              svg.addEventListener("pointerdown", point);
              output.textContent = "Point at a core, tap it, or use the slider, to read what it holds.";
            })();
            """;

    private MeshReader() {}

    /**
     * Returns what the script reads.
     *
     * @param mapping the mapping
     * @param use how full its cores are
     * @param layout where they are drawn
     * @return a script element that is data
     */
    static String data(Mapping mapping, CoreUse use, MeshLayout layout) {
        List<Population> populations = mapping.workload().graph().populations();
        List<Quantity> quantities = use.quantities();
        StringBuilder json = new StringBuilder("{\"side\":");
        double side = layout.square(use.cores().getFirst().site()).side();
        json.append(Svg.number(side)).append(",\"reach\":").append(Svg.number(Math.max(side, 8)));
        json.append(",\"limits\":[");
        for (int q = 0; q < quantities.size(); q++) {
            Quantity quantity = quantities.get(q);
            double limit = limit(use, quantity);
            json.append(q == 0 ? "[" : ",[")
                    .append(text(name(quantity)))
                    .append(',')
                    .append(number(limit))
                    .append(']');
        }
        json.append("],\"cores\":[");
        int count = Math.min(MOST_CORES, use.cores().size());
        for (int k = 0; k < count; k++) {
            Core core = use.cores().get(k);
            Square square = layout.square(core.site());
            json.append(k == 0 ? "\n[" : ",\n[")
                    .append(Svg.number(square.x()))
                    .append(',')
                    .append(Svg.number(square.y()))
                    .append(',')
                    .append(layout.mesh().chip(core.site()))
                    .append(',')
                    .append(layout.mesh().core(core.site()))
                    .append(',')
                    .append(text(Svg.beginning(CoreUse.slices(core, populations), LONGEST_SLICES)))
                    .append(",[");
            for (int q = 0; q < quantities.size(); q++) {
                Resource resource = core.limits().get(quantities.get(q));
                json.append(q == 0 ? "" : ",").append(resource == null ? "null" : number(resource.used()));
            }
            json.append("]]");
        }
        return "<script type=\"application/json\" id=\"mesh-data\">" + json.append("]}") + "</script>";
    }

    private static double limit(CoreUse use, Quantity quantity) {
        return use.cores().stream()
                .map(core -> core.limits().get(quantity))
                .filter(Objects::nonNull)
                .mapToDouble(Resource::limit)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** A limit's name without what the place says. */
    static String name(Quantity quantity) {
        return quantity.key().replace("-per-core", "").replace("-per-chip", "").replace('-', ' ');
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    /** A JSON text that may stand in a script element. */
    private static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || c == '<' || c == '&' || c == '\u2028' || c == '\u2029') {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
