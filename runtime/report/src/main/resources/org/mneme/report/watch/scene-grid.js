/* The state as it is: a square for each feature, of a memory whose states mean nothing else. */
(function (m) {
  "use strict";

  /** So many squares fill a rectangle of so many times its height in width. */
  function columns(features, shape) {
    return Math.max(1, Math.min(features, Math.round(Math.sqrt(features * shape))));
  }

  /** The scene of a store, in an element. */
  function grid(element, store) {
    const n = store.steps.features;
    const shape = () => (element.clientWidth || 320) / 240;
    const across = () => columns(Math.max(1, n), Math.min(2.4, shape()));
    const rows = () => Math.ceil(Math.max(1, n) / across());
    const box = () => [0, 0, across(), rows()];

    const chart = m.charts.chart(element, {
      height: (width) => Math.round(Math.max(220, Math.min(400, width * 0.5))),
      x: { range: (wide, tall) => m.charts.alike(...box(), wide, tall).x, axis: { label: "feature, " + across() + " a row", grid: { show: false } } },
      y: { down: true, range: (wide, tall) => m.charts.alike(...box(), wide, tall).y, axis: { label: "row", size: 40, grid: { show: false } } },
      draw(u, context) {
        const step = store.current();
        if (n === 0 || step.place < store.steps.first) return;
        const wide = across();
        const unit = Math.abs(u.valToPos(1, "x", true) - u.valToPos(0, "x", true));
        const left = u.valToPos(0, "x", true);
        const top = u.valToPos(0, "y", true);
        const signs = store.steps.signs;
        for (let sign = -1; sign <= 1; sign++) {
          context.fillStyle = m.charts.colours[["c1", "line", "c0"][sign + 1]];
          const size = unit * [0.5, 0.25, 0.86][sign + 1];
          const spare = (unit - size) / 2;
          for (let i = 0; i < n; i++) {
            if (signs[step.slot * n + i] === sign) {
              context.fillRect(left + unit * (i % wide) + spare, top + unit * Math.floor(i / wide) + spare, size, size);
            }
          }
        }
      },
    });

    function say() {
      const step = store.current();
      let plus = 0;
      for (let i = 0; i < n && step.winner >= 0; i++) plus += store.steps.signs[step.slot * n + i] > 0 ? 1 : 0;
      return (n > 0 ? m.words.grouped(plus) + " of " + m.words.grouped(n) + " features are +1. " : "") + m.words.nearest(step);
    }

    return {
      title: "The state",
      caption: n > 0
        ? "A square for each feature: large and blue for +1, small and orange for −1."
        : "There are too many features to draw the state of each.",
      draw: chart.draw,
      forget() {},
      describe: () => chart.describe("The state, feature by feature. " + say()),
      say,
    };
  }

  m.scenes = m.scenes || {};
  m.scenes.grid = grid;
})((window.mnemeWatch = window.mnemeWatch || {}));
