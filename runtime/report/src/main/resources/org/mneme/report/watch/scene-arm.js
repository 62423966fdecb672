/* A pen moved by a two-link arm over the outline that was asked for. */
(function (m) {
  "use strict";

  const PARTS = 6;
  const FINE = 2;
  const MOST_POINTS = 12000;
  const MARGIN = 0.07;
  const ARM = 0.45;
  const INSET = 150;

  /** The elbow of an arm that holds the pen at a point: of the two places the one nearer to a guess. Lengths alike. */
  function elbow(shoulder, upper, fore, x, y, guessX, guessY) {
    const dx = x - shoulder[0];
    const dy = y - shoulder[1];
    const far = Math.hypot(dx, dy) || 1e-9;
    const along = (upper * upper - fore * fore + far * far) / (2 * far);
    const aside = Math.sqrt(Math.max(0, upper * upper - along * along));
    const places = [1, -1].map((side) => [
      shoulder[0] + (along * dx - side * aside * dy) / far,
      shoulder[1] + (along * dy + side * aside * dx) / far,
    ]);
    const off = places.map((p) => Math.hypot(p[0] - guessX, p[1] - guessY));
    return off[0] <= off[1] ? places[0] : places[1];
  }

  /** The scene of a store, in an element. */
  function arm(element, store) {
    const setting = store.model.scene.setting;
    const channels = store.model.scene.channels;
    const names = channels.map((c) => c.name);
    const at = (name) => names.indexOf(name);
    const [X, Y, DOWN, EX, EY] = ["x", "y", "down", "elbow x", "elbow y"].map(at);
    const shoulder = setting.shoulder;
    const plant = store.model.scene.plant;
    const stepSeconds = store.model.ticksPerStep * store.model.tickSeconds;
    const parts = plant ? Math.max(1, Math.min(PARTS, Math.ceil((FINE * stepSeconds) / plant.tauSeconds))) : 1;
    const points = Math.min(MOST_POINTS, store.steps.capacity * (parts + 1));
    const path = { x: new Float64Array(points), y: new Float64Array(points), down: new Uint8Array(points), count: 0, from: 0 };
    const motion = m.motion(store, parts, true, (_, numbers, slot, begins) => {
      if (begins && store.model.controls.live) path.from = path.count;
      if (begins && path.count > 0) path.down[(path.count - 1) % points] = 0;
      const k = path.count++ % points;
      path.x[k] = numbers[X];
      path.y[k] = numbers[Y];
      path.down[k] = store.steps.values[slot * store.steps.channels + DOWN] > 0.5 ? 1 : 0;
    });
    const box = view();

    /** The drawing, and some of the arm that reaches in. */
    function view() {
      const [left, top, right, bottom] = setting.bounds;
      const size = Math.max(right - left, bottom - top);
      const spare = MARGIN * size;
      const into = (low, high, to) => [low + Math.max(-ARM * size, Math.min(0, to - low)), high + Math.min(ARM * size, Math.max(0, to - high))];
      const [x0, x1] = into(left, right, shoulder[0]);
      const [y0, y1] = into(top, bottom, shoulder[1]);
      return [x0 - spare, y0 - spare, x1 + spare, y1 + spare];
    }

    /** The whole arm in a corner, where it is larger than the drawing. */
    function inset(context, frame, pen, bend) {
      const [left, top, right, bottom] = setting.bounds;
      const xs = [left, right, shoulder[0], channels[EX].low, channels[EX].high];
      const ys = [top, bottom, shoulder[1], channels[EY].low, channels[EY].high];
      const ratio = m.charts.ratio();
      const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
      const side = Math.min(INSET * ratio, frame.width / 4, frame.height / 2.2);
      const unit = (side - 16 * ratio) / span;
      const cornerX = shoulder[0] + (channels[EX].low + channels[EX].high) / 2 > left + right ? frame.left + 8 * ratio : frame.left + frame.width - side - 8 * ratio;
      const cornerY = shoulder[1] < (top + bottom) / 2 ? frame.top + 8 * ratio : frame.top + frame.height - side - 8 * ratio;
      const middle = [(Math.max(...xs) + Math.min(...xs)) / 2, (Math.max(...ys) + Math.min(...ys)) / 2];
      const px = (x) => cornerX + side / 2 + (x - middle[0]) * unit;
      const py = (y) => cornerY + side / 2 + (y - middle[1]) * unit;
      context.fillStyle = m.charts.colours.page;
      context.strokeStyle = m.charts.colours.soft;
      context.lineWidth = ratio;
      context.fillRect(cornerX, cornerY, side, side);
      context.strokeRect(cornerX, cornerY, side, side);
      context.strokeRect(px(left), py(top), (right - left) * unit, (bottom - top) * unit);
      links(context, [shoulder, bend, [pen[X], pen[Y]]].map((p) => [px(p[0]), py(p[1])]), 0.45, true);
    }

    const height = (width) => Math.round(Math.max(240, Math.min(440, width * 0.66)));
    const chart = m.charts.chart(element, {
      height,
      x: { range: (wide, tall) => m.charts.alike(...box, wide, tall).x, axis: { label: "x, mm" } },
      y: { down: true, range: (wide, tall) => m.charts.alike(...box, wide, tall).y, axis: { label: "y, mm", size: 40 } },
      draw(u, context, frame) {
        const px = (x) => u.valToPos(x, "x", true);
        const py = (y) => u.valToPos(y, "y", true);
        const unit = Math.abs(px(1) - px(0));
        const pen = motion.follow(Infinity, () => (path.count = path.from = 0));
        context.lineCap = context.lineJoin = "round";
        outline(context, px, py, unit);
        trace(context, px, py, pen);
        if (!pen) return;
        const bend = elbow(shoulder, setting.upperArm, setting.forearm, pen[X], pen[Y], pen[EX], pen[EY]);
        const down = store.steps.values[store.current().slot * store.steps.channels + DOWN] > 0.5;
        links(context, [shoulder, bend, [pen[X], pen[Y]]].map((p) => [px(p[0]), py(p[1])]), 1, down);
        if (small()) inset(context, frame, pen, bend);
      },
    });

    function outline(context, px, py, unit) {
      const ratio = m.charts.ratio();
      context.beginPath();
      for (const stroke of setting.outline) {
        stroke.forEach((p, k) => (k ? context.lineTo(px(p[0]), py(p[1])) : context.moveTo(px(p[0]), py(p[1]))));
      }
      context.strokeStyle = m.charts.colours.line;
      context.lineWidth = Math.max(3 * ratio, 2 * setting.toleranceMm * unit);
      context.stroke();
      context.strokeStyle = m.charts.colours.soft;
      context.lineWidth = ratio;
      context.setLineDash([3 * ratio, 4 * ratio]);
      context.stroke();
      context.setLineDash([]);
    }

    function trace(context, px, py, pen) {
      const ratio = m.charts.ratio();
      const first = Math.max(path.from, path.count - points);
      [0, 1].forEach((down) => {
        context.beginPath();
        for (let k = first + 1; k <= path.count; k++) {
          const before = (k - 1) % points;
          if (path.down[before] !== down || (k === path.count && !pen)) continue;
          context.moveTo(px(path.x[before]), py(path.y[before]));
          if (k === path.count) context.lineTo(px(pen[X]), py(pen[Y]));
          else context.lineTo(px(path.x[k % points]), py(path.y[k % points]));
        }
        context.strokeStyle = down ? m.charts.colours.c0 : m.charts.colours.soft;
        context.lineWidth = (down ? 3 : 1) * ratio;
        context.setLineDash(down ? [] : [ratio, 4 * ratio]);
        context.stroke();
      });
      context.setLineDash([]);
    }

    /** Whether the arm does not fit beside the drawing. */
    function small() {
      return [[shoulder[0], 0, 2], [shoulder[1], 1, 3], [channels[EX].high, 0, 2], [channels[EY].high, 1, 3]].some(
        ([place, low, high]) => place < box[low] || place > box[high]
      );
    }

    /** Two links and three joints, at pixels. */
    function links(context, joints, scale, down) {
      const ratio = m.charts.ratio() * scale;
      context.globalAlpha = 0.5;
      context.strokeStyle = m.charts.colours.ink;
      [11, 7].forEach((wide, k) => {
        context.lineWidth = wide * ratio;
        context.beginPath();
        context.moveTo(...joints[k]);
        context.lineTo(...joints[k + 1]);
        context.stroke();
      });
      context.globalAlpha = 1;
      joints.forEach((p, k) => {
        context.beginPath();
        context.arc(p[0], p[1], [8, 6, 6][k] * ratio, 0, 2 * Math.PI);
        context.fillStyle = k === 2 && down ? m.charts.colours.c1 : m.charts.colours.page;
        context.strokeStyle = k === 2 ? m.charts.colours.c1 : m.charts.colours.ink;
        context.lineWidth = 2 * ratio;
        context.fill();
        context.stroke();
      });
    }

    function say() {
      const step = store.current();
      if (step.winner < 0) return "An arm that waits: the state is empty.";
      const at = step.slot * store.steps.channels;
      const values = store.steps.values;
      return "The pen is " + (values[at + DOWN] > 0.5 ? "down" : "up") + " at x " + m.words.number(values[at + X]) + " mm, y "
        + m.words.number(values[at + Y]) + " mm. " + m.words.nearest(step);
    }

    return {
      title: "The arm",
      caption: "Grey: what was asked for. Blue: what the pen has drawn, read from the spikes alone; a cue sets it down anew.",
      draw: chart.draw,
      forget: motion.forget,
      describe: () => chart.describe(say()),
      say,
    };
  }

  m.scenes = m.scenes || {};
  m.scenes.arm = arm;
  m.elbow = elbow;
})((window.mnemeWatch = window.mnemeWatch || {}));
