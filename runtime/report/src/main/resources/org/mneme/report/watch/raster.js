/* Which neurons spiked when: a stripe for each population, a row for each neuron or few neurons. */
(function (m) {
  "use strict";

  const NARROW = 260;

  /** Heights of the stripes: the higher the more rows they have, but enough for a name. */
  function stripes(lanes, height, gap, least) {
    const weights = lanes.map((lane) => Math.sqrt(lane.rows));
    const rows = weights.reduce((sum, weight) => sum + weight, 0);
    const free = Math.max(1, height - gap * (lanes.length - 1));
    let spare = free;
    let share = rows;
    const small = lanes.map((_, k) => (weights[k] / rows) * free < least);
    lanes.forEach((_, k) => {
      if (small[k]) {
        spare -= least;
        share -= weights[k];
      }
    });
    let top = 0;
    return lanes.map((lane, k) => {
      const high = small[k] ? least : Math.max(least, (spare * weights[k]) / share);
      const found = { top, high, rows: lane.rows };
      top += high + gap;
      return found;
    });
  }

  /** The raster of a store, in an element. */
  m.raster = function (element, store) {
    const lanes = store.model.lanes;
    const lane = [];
    const within = [];
    lanes.forEach((l, k) => {
      for (let row = 0; row < l.rows; row++) {
        lane.push(k);
        within.push(row);
      }
    });
    let places = [];
    let total = 1;

    const picture = m.strip(function (context, from, to, x, wide, high) {
      const spikes = store.spikes;
      const thick = Math.max(1, Math.round(m.charts.ratio()));
      for (let k = Math.max(spikes.first, spikes.find(from - 1) + 1); k < spikes.end; k++) {
        const slot = k % spikes.capacity;
        if (spikes.tick[slot] >= to) break;
        const row = spikes.row[slot];
        const place = places[lane[row]];
        if (!place) continue;
        const one = place.high / place.rows;
        const tall = Math.max(thick, Math.min(Math.floor(one * 0.85), 7 * thick));
        const y = Math.round(place.top + one * (within[row] + 0.5) - tall / 2);
        context.fillStyle = m.charts.colours["c" + (lane[row] % 5)];
        context.fillRect(x + (spikes.tick[slot] - from) * wide, y, wide, tall);
      }
    });

    function height(width) {
      return width < 400 ? 300 : 380;
    }

    function layout(pixels) {
      const ratio = m.charts.ratio();
      places = stripes(lanes, pixels, 5 * ratio, 13 * ratio);
      total = pixels;
    }

    function centres() {
      return places.map((p) => 1 - (p.top + p.high / 2) / total);
    }

    function label(l) {
      return l.name.length > 9 ? l.name.slice(0, 8) + "…" : l.name;
    }

    const chart = m.charts.chart(element, {
      height,
      x: {
        range: (wide) => store.window(wide < NARROW ? 0.5 : 1),
        axis: { label: store.tickLabel, size: 24, values: m.charts.whole },
      },
      y: {
        range: (_, high) => {
          if (!places.length) layout(high * m.charts.ratio());
          return [0, 1];
        },
        axis: {
          size: 68,
          grid: { show: false },
          ticks: { show: false },
          splits: centres,
          values: () => lanes.map(label),
        },
      },
      draw(u, context, box) {
        if (Math.round(box.height) !== total) {
          layout(Math.round(box.height));
          picture.forget();
          u.redraw(false, true);
        }
        context.fillStyle = m.charts.colours.fill;
        places.forEach((p) => context.fillRect(box.left, box.top + p.top, box.width, p.high));
        const low = u.scales.x.min;
        const high = u.scales.x.max;
        const ticks = Math.ceil(high - low);
        picture.fit(ticks, Math.max(1, Math.ceil(box.width / ticks)), Math.round(box.height));
        picture.paintTo(Math.floor(store.now) + 1, ticks);
        picture.draw(context, box, low, high, ticks > box.width);
        unkept(u, context, box);
      },
    });
    /** Says from where on a recording has no spikes. */
    function unkept(u, context, box) {
      if (!(store.spikesUntil < u.scales.x.max) || store.now < store.spikesUntil) return;
      const ratio = m.charts.ratio();
      const left = Math.max(box.left, u.valToPos(store.spikesUntil, "x", true));
      context.fillStyle = m.charts.colours.page;
      context.fillRect(left, box.top, box.left + box.width - left, box.height);
      context.fillStyle = m.charts.colours.soft;
      context.font = m.charts.FONT.replace("12px", 12 * ratio + "px");
      context.textAlign = "center";
      context.textBaseline = "middle";
      if (box.left + box.width - left > 0.5 * box.width) {
        const middle = (left + box.left + box.width) / 2;
        context.fillText("From tick " + m.words.grouped(store.spikesUntil) + " on", middle, box.top + box.height / 2 - 9 * ratio);
        context.fillText("no spikes were kept.", middle, box.top + box.height / 2 + 9 * ratio);
      }
    }

    m.charts.onChange(picture.forget);
    return {
      draw: chart.draw,
      forget: picture.forget,
      describe() {
        const spikes = store.spikes;
        const low = store.window(1)[0];
        const count = spikes.find(store.now) - Math.max(spikes.first - 1, spikes.find(low - 1));
        chart.describe("Spike raster: " + m.words.grouped(count) + " spikes shown, of "
          + lanes.map((l) => l.name + " (" + l.size + " neurons)").join(", ") + ".");
      },
    };
  };

  m.raster.stripes = stripes;
})((window.mnemeWatch = window.mnemeWatch || {}));
