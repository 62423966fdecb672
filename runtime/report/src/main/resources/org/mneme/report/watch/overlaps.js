/* How near the state is to each pattern over time, and how far the nearest is ahead. */
(function (m) {
  "use strict";

  const MOST_POINTS = 2000;
  const MOST_MARKS = 12;

  /** A line of the step that holds at each tick. */
  function lines(element, store) {
    const ticks = new Float64Array(MOST_POINTS);
    const winner = new Float64Array(MOST_POINTS);
    const second = new Float64Array(MOST_POINTS);
    const columns = store.model.overlapBins > 0 ? [ticks, winner, second] : [ticks, winner];
    const shown = columns.slice();

    /** The steps of the window, and its right edge. */
    function data() {
      const steps = store.steps;
      const [low] = store.longWindow();
      const end = steps.find(store.now) + 1;
      const begin = Math.max(steps.first, steps.find(low), end - MOST_POINTS + 1);
      let n = 0;
      for (let k = begin; k < end; k++, n++) {
        const slot = k % steps.capacity;
        ticks[n] = steps.tick[slot];
        winner[n] = steps.winner[slot] < 0 ? NaN : steps.overlap[slot];
        second[n] = steps.bins === 0 || steps.winner[slot] < 0 ? NaN : steps.second[slot];
      }
      if (n > 0) {
        ticks[n] = Math.max(ticks[n - 1], store.now);
        winner[n] = winner[n - 1];
        second[n] = second[n - 1];
        n++;
      }
      columns.forEach((column, k) => (shown[k] = column.subarray(0, n)));
      return shown;
    }

    function line(label, colour, width) {
      return {
        label,
        stroke: () => m.charts.colours[colour],
        width,
        points: { show: false },
        paths: uPlot.paths.stepped({ align: 1 }),
      };
    }

    return m.charts.chart(element, {
      height: () => 150,
      legend: true,
      x: { range: () => store.longWindow(), axis: { label: store.tickLabel, size: 24, values: m.charts.whole } },
      y: { range: () => [Math.min(0, store.lowest), 105], axis: { label: "overlap, %", size: 44, splits: () => [-50, 0, 50, 100] } },
      series: () => {
        const known = store.model.overlapBins > 0 ? [line("runner-up", "c1", 1.2)] : [];
        return [line("nearest pattern", "c0", 2.5)].concat(known);
      },
      data,
      draw(u, context, box) {
        marks(u, context, box, store);
      },
    });
  }

  /** What was told from a tick on, up to the one that is shown; what was told together is told once. */
  function told(store, from) {
    const found = [];
    for (let k = store.told.length - 1; k >= 0 && found.length < MOST_MARKS; k--) {
      const { tick, what } = store.told[k];
      if (tick < from) break;
      if (tick > store.now) continue;
      if (found.length && found[0].tick === tick) found[0].what = what + ", " + found[0].what;
      else found.unshift({ tick, what });
    }
    return found;
  }

  /** What the network was told, as upright lines with words. */
  function marks(u, context, box, store) {
    const ratio = m.charts.ratio();
    const seen = told(store, u.scales.x.min);
    context.font = m.charts.FONT.replace("12px", 11 * ratio + "px");
    context.textAlign = "left";
    context.textBaseline = "alphabetic";
    context.lineWidth = ratio;
    context.strokeStyle = context.fillStyle = m.charts.colours.ink;
    let free = 0;
    seen.forEach((mark) => {
      const x = Math.round(u.valToPos(mark.tick, "x", true)) + 0.5;
      context.setLineDash([2 * ratio, 3 * ratio]);
      context.beginPath();
      context.moveTo(x, box.top);
      context.lineTo(x, box.top + box.height);
      context.stroke();
      const wide = context.measureText(mark.what).width;
      const left = Math.min(x + 4 * ratio, box.left + box.width - wide - 2 * ratio);
      if (left >= free && left >= box.left) {
        context.fillText(mark.what, left, box.top + box.height - 6 * ratio);
        free = left + wide + 8 * ratio;
      }
    });
    context.setLineDash([]);
  }

  /** Overlaps of all patterns as colours. */
  function map(element, store) {
    const model = store.model;
    const size = model.overlapBins ? model.binSize : Math.ceil(model.patterns / 120);
    const bins = model.overlapBins || Math.ceil(model.patterns / size);

    const picture = m.strip(function (context, from, to, x) {
      const steps = store.steps;
      const palette = m.charts.colours.heat;
      for (let tick = from; tick < to; ) {
        const place = steps.find(tick);
        const next = place + 1 < steps.end ? steps.tick[(place + 1) % steps.capacity] : Infinity;
        const until = Math.min(to, Math.max(tick + 1, next));
        if (place >= steps.first) {
          const slot = place % steps.capacity;
          for (let b = 0; b < bins; b++) {
            const percent = value(steps, slot, b);
            if (percent === 0) continue;
            context.fillStyle = palette[percent + 100];
            context.fillRect(x + tick - from, bins - 1 - b, until - tick, 1);
          }
        }
        tick = until;
      }
    });

    function value(steps, slot, b) {
      if (model.overlapBins) return steps.overlaps[slot * steps.bins + b];
      return Math.floor(steps.winner[slot] / size) === b && steps.winner[slot] >= 0 ? Math.round(steps.overlap[slot]) : 0;
    }

    const chart = m.charts.chart(element, {
      height: () => Math.max(150, Math.min(230, 60 + bins * 8)),
      x: { range: () => store.longWindow(), axis: { size: 8, values: () => [], ticks: { show: false } } },
      y: { range: () => [0, bins * size], axis: { label: "pattern", size: 44, values: m.charts.whole } },
      draw(u, context, box) {
        const low = u.scales.x.min;
        const high = u.scales.x.max;
        const ticks = Math.ceil(high - low);
        picture.fit(ticks, 1, bins);
        picture.paintTo(Math.floor(store.now) + 1, ticks);
        picture.draw(context, box, low, high, ticks > box.width);
      },
    });
    m.charts.onChange(picture.forget);
    return { draw: chart.draw, describe: chart.describe, forget: picture.forget };
  }

  /** Both, in an element. */
  m.overlaps = function (element, store) {
    const upper = document.createElement("div");
    const lower = document.createElement("div");
    element.append(upper, lower);
    const strip = map(upper, store);
    const curves = lines(lower, store);
    return {
      draw() {
        strip.draw();
        curves.draw();
      },
      forget: strip.forget,
      describe() {
        strip.describe("Overlaps of the state with " + store.model.patterns + " patterns over time. " + m.words.nearest(store.current()));
        curves.describe("Overlap of the nearest pattern and of the runner-up over time. " + m.words.nearest(store.current()));
      },
    };
  };
})((window.mnemeWatch = window.mnemeWatch || {}));
