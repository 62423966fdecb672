/* What all charts share: colours of light and dark, axes drawn by uPlot, a drawing on top of them, and their size. */
(function (m) {
  "use strict";

  const NAMES = ["page", "ink", "soft", "line", "fill", "c0", "c1", "c2", "c3", "c4", "ivory", "ebony"];
  const TOP = 8;
  const RIGHT = 20;
  const LABEL = 18;
  const FONT = '12px system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif';
  const listeners = [];
  const looks = [];
  const colours = {};

  /** Reads the colours of the style sheet, which differ in light and dark. */
  function readColours() {
    const root = document.querySelector(".watch");
    const style = getComputedStyle(root || document.documentElement);
    NAMES.forEach((name) => (colours[name] = style.getPropertyValue("--w-" + name).trim() || "#888"));
    colours.heat = heat(colours.page, colours.c1, colours.c0, colours.ink);
  }

  function parts(colour) {
    return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  }

  function mixed(from, to, share) {
    return from.map((v, k) => Math.round(v + (to[k] - v) * share));
  }

  /** 201 colours of overlaps of -100 to 100 %: the page at 0, and ever darker (or lighter) to either side. */
  function heat(page, minus, plus, ink) {
    const [p, a, b, i] = [page, minus, plus, ink].map(parts);
    const found = [];
    for (let percent = -100; percent <= 100; percent++) {
      const share = Math.pow(Math.abs(percent) / 100, 1.4);
      const pure = mixed(p, percent < 0 ? a : b, Math.min(1, share * 1.25));
      found.push("rgb(" + (share > 0.8 ? mixed(pure, i, (share - 0.8) * 1.5) : pure).join(",") + ")");
    }
    return found;
  }

  function axis(options) {
    return Object.assign(
      {
        stroke: () => colours.soft,
        grid: { stroke: () => colours.line, width: 1 },
        ticks: { stroke: () => colours.line, width: 1, size: 4 },
        font: FONT,
        labelFont: FONT,
        labelSize: LABEL,
        labelGap: 2,
        gap: 3,
      },
      options
    );
  }

  /**
   * A chart in an element. options: height(width) in CSS pixels; x and y: axis of uPlot, and range(pixels) each; series() and data() of
   * uPlot; draw(u, context, box) on top; legend.
   */
  function chart(element, options) {
    const width = () => Math.max(160, Math.floor(element.clientWidth || 320));
    const xAxis = Object.assign({ size: 24 }, options.x.axis);
    const yAxis = Object.assign({ size: 44 }, options.y.axis);
    let text = "";
    let x = [NaN, NaN];
    let u = build();
    say();

    /** What the axes leave, CSS pixels. */
    function plot() {
      return {
        wide: width() - RIGHT - yAxis.size - (yAxis.label ? LABEL : 0),
        high: options.height(width()) - TOP - xAxis.size - (xAxis.label ? LABEL : 0),
      };
    }

    function build() {
      return new uPlot(
        {
          width: width(),
          height: options.height(width()),
          padding: [TOP, RIGHT, 0, 0],
          legend: { show: Boolean(options.legend), live: false, markers: { width: 3 } },
          cursor: { show: false },
          select: { show: false },
          scales: {
            x: { time: false, auto: false, range: () => options.x.range(plot().wide, plot().high) },
            y: { auto: false, range: () => options.y.range(plot().wide, plot().high), dir: options.y.down ? -1 : 1 },
          },
          axes: [axis(xAxis), axis(yAxis)],
          series: [{}].concat(options.series ? options.series() : [{ show: false }]),
          hooks: { draw: options.draw ? [clipped(options.draw)] : [] },
        },
        options.data ? options.data() : [[0, 1], [null, null]],
        element
      );
    }

    function say() {
      u.ctx.canvas.setAttribute("role", "img");
      u.ctx.canvas.setAttribute("aria-label", text);
    }

    function look() {
      u.destroy();
      x = [NaN, NaN];
      u = build();
      say();
    }

    function resize() {
      const size = { width: width(), height: options.height(width()) };
      if (size.width !== u.width || size.height !== u.height) {
        u.setSize(size);
        changed();
      }
    }

    looks.push(look);
    if (window.ResizeObserver) new ResizeObserver(resize).observe(element);
    return {
      /** Draws anew, with new data where there are any. */
      draw() {
        const { wide, high: tall } = plot();
        const [low, high] = options.x.range(wide, tall);
        if (options.data) u.setData(options.data(), false);
        if (low !== x[0] || high !== x[1]) {
          x = [low, high];
          u.setScale("x", { min: low, max: high });
        } else {
          u.redraw(Boolean(options.data), false);
        }
      },
      /** Says what is to be seen, to those who cannot. */
      describe(sentence) {
        text = sentence;
        u.ctx.canvas.setAttribute("aria-label", sentence);
      },
    };
  }

  /** Two ranges around a rectangle, such that a unit is as long in x as in y. */
  function alike(left, low, right, high, wide, tall) {
    const unit = Math.max((right - left) / wide, (high - low) / tall);
    const x = (left + right) / 2;
    const y = (low + high) / 2;
    return { x: [x - (unit * wide) / 2, x + (unit * wide) / 2], y: [y - (unit * tall) / 2, y + (unit * tall) / 2] };
  }

  /** Whole numbers beside an axis. */
  function whole(_, marks) {
    return marks.map((mark) => (mark === Math.round(mark) ? m.words.grouped(mark) : ""));
  }

  /** Keeps a drawing within the axes. */
  function clipped(draw) {
    return function (u) {
      const box = u.bbox;
      u.ctx.save();
      u.ctx.beginPath();
      u.ctx.rect(box.left, box.top, box.width, box.height);
      u.ctx.clip();
      draw(u, u.ctx, box);
      u.ctx.restore();
    };
  }

  /** Calls back when colours or sizes are others than before. */
  function onChange(heard) {
    listeners.push(heard);
  }

  function changed() {
    listeners.forEach((heard) => heard());
  }

  function start() {
    readColours();
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => {
      readColours();
      looks.forEach((look) => look());
      changed();
    });
  }

  m.charts = { chart, alike, whole, colours, start, onChange, FONT, ratio: () => window.devicePixelRatio || 1 };
})((window.mnemeWatch = window.mnemeWatch || {}));
