package org.mneme.report;

/** The script that reads numbers off the overlap curves; without it the page lacks nothing but this. */
final class Readout {
    /** Takes the numbers from the table that the page links to, and the place of the axes from their path. */
    static final String SCRIPT = """
            (function () {
              var figure = document.getElementById("plot-overlaps");
              var link = document.querySelector('a[download="overlaps.csv"]');
              var frame = figure && figure.querySelector(".frame");
              var box = frame && link && /^M([\\d.]+) ([\\d.]+)V([\\d.]+)H([\\d.]+)$/.exec(frame.getAttribute("d"));
              if (!box) return;
              var rows = atob(link.href.split(",")[1]).trim().split("\\n").slice(1).map(function (row) { return row.split(","); });
              if (rows.length < 2) return;
              var svg = figure.querySelector("svg"), last = rows.length - 1, left = +box[1], wide = box[4] - left;
              var cursor = document.createElementNS(svg.namespaceURI, "path");
              cursor.setAttribute("class", "dash ink");
              cursor.setAttribute("visibility", "hidden");
              svg.appendChild(cursor);
              var reader = document.createElement("div"), slider = document.createElement("input"), output = document.createElement("output");
              reader.className = "reader";
              slider.type = "range"; slider.min = 0; slider.max = last; slider.value = 0;
              slider.setAttribute("aria-label", "recall step to read off");
              reader.append(slider, output);
              figure.querySelector("figcaption").before(reader);
              function number(cell) { return (+cell).toFixed(3).replace("-", "\u2212"); }
              function text(t) {
                var row = rows[t], pattern = row[1] < 0 ? "no pattern" : "pattern " + row[1];
                return "step " + t + ": nearest " + pattern + ", m = " + number(row[2]) + "; expected m = " + number(row[3]);
              }
              function show(t) {
                var x = left + wide * t / last;
                cursor.setAttribute("d", "M" + x + " " + box[2] + "V" + box[3]);
                cursor.setAttribute("visibility", "visible");
                slider.value = t;
                slider.setAttribute("aria-valuetext", text(t));
                output.textContent = text(t);
              }
              slider.addEventListener("input", function () { show(+slider.value); });
              svg.addEventListener("pointermove", function (event) {
                var at = svg.getBoundingClientRect();
                var x = (event.clientX - at.left) / at.width * svg.viewBox.baseVal.width;
                show(Math.max(0, Math.min(last, Math.round((x - left) / wide * last))));
              });
              output.textContent = "Move along the curves, or use the slider, to read off numbers.";
            })();
            """;

    private Readout() {}
}
