/* A walker seen from the side, by forward kinematics, over ground that passes under it. */
(function (m) {
  "use strict";

  const PARTS = 6;
  const REACH = 3;
  const GHOSTS = 7;
  const GHOST_SECONDS = 0.24;
  const TRACK = 400;
  const APART = 25;
  const MARGIN = 0.08;
  const MARK = 250;

  /** The scene of a store, in an element. */
  function walker(element, store) {
    const scene = store.model.scene;
    const setting = scene.setting;
    const segments = setting.segments;
    const body = setting.body;
    const channels = scene.channels.length;
    const lines = new Float64Array(4 * segments.length);
    const size = extent();
    const ghosts = [];
    for (let k = 0; k < GHOSTS; k++) ghosts.push({ x: 0, numbers: new Float64Array(channels), used: false });
    const track = { x: new Float64Array(TRACK), y: new Float64Array(TRACK), count: 0 };
    const at = { tick: NaN, x: 0, heading: 0, east: 0, north: 0, ghost: NaN, next: 0 };

    /** Adds what the body did since the last place. */
    function travel(tick, numbers, into) {
      const seconds = isNaN(at.tick) ? 0 : (tick - at.tick) * store.model.tickSeconds;
      const way = body.speed >= 0 ? body.sign * numbers[body.speed] * seconds : 0;
      const turn = body.turn >= 0 ? (numbers[body.turn] * seconds * Math.PI) / 180 : 0;
      into.x = at.x + way;
      into.heading = at.heading + turn;
      into.east = at.east + way * Math.cos(into.heading);
      into.north = at.north + way * Math.sin(into.heading);
      return into;
    }

    const motion = m.motion(store, PARTS, false, (tick, numbers) => {
      travel(tick, numbers, at);
      at.tick = tick;
      const newest = (track.count - 1 + TRACK) % TRACK;
      if (track.count === 0 || Math.hypot(at.east - track.x[newest], at.north - track.y[newest]) > APART) {
        track.x[track.count % TRACK] = at.east;
        track.y[track.count++ % TRACK] = at.north;
      }
      if (isNaN(at.ghost) || (tick - at.ghost) * store.model.tickSeconds >= GHOST_SECONDS) {
        const ghost = ghosts[at.next++ % GHOSTS];
        ghost.x = at.x;
        ghost.used = true;
        ghost.numbers.set(numbers);
        at.ghost = tick;
      }
    });

    function restarted() {
      at.tick = at.ghost = NaN;
      at.x = at.heading = at.east = at.north = 0;
      track.count = at.next = 0;
      ghosts.forEach((ghost) => (ghost.used = false));
    }

    function place(numbers, x) {
      return m.pose(segments, numbers, x, body.height >= 0 ? numbers[body.height] : setting.root[1], lines);
    }

    /** How high the walker is, and how far it reaches to either side, of all poses that are known; mm. */
    function extent() {
      const reach = segments.reduce((sum, s) => sum + s.length, 0) || 1000;
      const found = { high: setting.ground, wide: 0 };
      scene.wanted.forEach((numbers) => {
        place(numbers, 0);
        for (let k = 0; k < lines.length; k += 2) {
          found.wide = Math.max(found.wide, Math.abs(lines[k]));
          found.high = Math.max(found.high, lines[k + 1]);
        }
      });
      if (scene.wanted.length) return found;
      return { high: setting.ground + setting.root[1] + reach / 3, wide: reach / 3 };
    }

    const now = { x: 0, heading: 0, east: 0, north: 0 };
    let shown = null;

    function follow() {
      shown = motion.follow(Infinity, restarted);
      if (shown) travel(store.now, shown, now);
    }

    /** Around the walker, with the ground near the lower edge. */
    function frameOf(wide, tall) {
      const spare = MARGIN * (size.high - setting.ground);
      const low = setting.ground - 1.5 * spare;
      const found = m.charts.alike(now.x - (REACH - 1.3) * size.wide, low, now.x + 1.3 * size.wide, size.high + spare, wide, tall);
      return { x: found.x, y: [low, low + found.y[1] - found.y[0]] };
    }

    const metres = (_, marks) => marks.map((mm) => m.words.number(mm / 1000));
    const chart = m.charts.chart(element, {
      height: (width) => {
        const shape = (1.2 * (size.high - setting.ground)) / (REACH * size.wide);
        return Math.round(Math.max(190, Math.min(380, 60 + (width - 80) * shape)));
      },
      x: {
        range: (wide, tall) => {
          follow();
          return frameOf(wide, tall).x;
        },
        axis: { label: "way, m", values: metres },
      },
      y: { range: (wide, tall) => frameOf(wide, tall).y, axis: { label: "height, m", size: 40, values: metres } },
      draw(u, context, frame) {
        const px = (x) => u.valToPos(x, "x", true);
        const py = (y) => u.valToPos(y, "y", true);
        ground(u, context, frame, px, py);
        if (!shown) return;
        const unit = Math.abs(px(1) - px(0));
        ghosts.forEach((ghost) => {
          if (ghost.used && ghost.x < now.x - 60) figure(context, place(ghost.numbers, ghost.x), px, py, unit, 0.13);
        });
        figure(context, place(shown, now.x), px, py, unit, 1);
        if (body.turn >= 0) above(context, frame);
      },
    });

    function ground(u, context, frame, px, py) {
      const top = py(setting.ground);
      const ratio = m.charts.ratio();
      context.fillStyle = m.charts.colours.fill;
      context.fillRect(frame.left, top, frame.width, frame.height);
      context.strokeStyle = m.charts.colours.soft;
      context.lineWidth = 2 * ratio;
      context.beginPath();
      context.moveTo(frame.left, top);
      context.lineTo(frame.left + frame.width, top);
      for (let x = Math.ceil(u.scales.x.min / MARK) * MARK; x < u.scales.x.max; x += MARK) {
        context.moveTo(px(x), top);
        context.lineTo(px(x) - 5 * ratio, top + 8 * ratio);
      }
      context.stroke();
    }

    /** Draws the far side first, thin and grey, the near side last, thick and blue. */
    function figure(context, ends, px, py, unit, alpha) {
      const ratio = m.charts.ratio();
      const thick = Math.max(2 * ratio, 36 * unit);
      context.globalAlpha = alpha;
      context.lineCap = context.lineJoin = "round";
      ["far", "middle", "near"].forEach((side) => {
        context.strokeStyle = context.fillStyle = m.charts.colours[{ far: "c1", middle: "ink", near: "c0" }[side]];
        context.lineWidth = thick * { far: 0.6, middle: 1.1, near: 1 }[side];
        context.setLineDash(side === "far" ? [context.lineWidth * 1.2, context.lineWidth * 1.4] : []);
        segments.forEach((s, k) => {
          if (s.side !== side || s.length === 0) return;
          const x1 = px(ends[4 * k + 2]);
          const y1 = py(ends[4 * k + 3]);
          context.beginPath();
          context.moveTo(px(ends[4 * k]), py(ends[4 * k + 1]));
          context.lineTo(x1, y1);
          context.stroke();
          if (/head/i.test(s.name)) {
            context.beginPath();
            context.arc(x1, y1, 1.9 * thick, 0, 2 * Math.PI);
            context.fill();
          }
        });
      });
      context.setLineDash([]);
      context.globalAlpha = 1;
    }

    /** The way so far from above, in a corner. */
    function above(context, frame) {
      const ratio = m.charts.ratio();
      const side = Math.min(110 * ratio, frame.width / 4, frame.height / 2.4);
      const left = frame.left + 8 * ratio;
      const top = frame.top + 8 * ratio;
      const first = Math.max(0, track.count - TRACK);
      let span = 2000;
      for (let k = first; k < track.count; k++) {
        span = Math.max(span, 2.2 * Math.abs(track.x[k % TRACK] - now.east), 2.2 * Math.abs(track.y[k % TRACK] - now.north));
      }
      const px = (x) => left + side / 2 + ((x - now.east) / span) * side;
      const py = (y) => top + side / 2 - ((y - now.north) / span) * side;
      context.fillStyle = m.charts.colours.page;
      context.strokeStyle = m.charts.colours.soft;
      context.lineWidth = ratio;
      context.fillRect(left, top, side, side);
      context.strokeRect(left, top, side, side);
      context.fillStyle = m.charts.colours.soft;
      context.font = m.charts.FONT.replace("12px", 10 * ratio + "px");
      context.textAlign = "left";
      context.textBaseline = "top";
      context.fillText("from above", left + 4 * ratio, top + 3 * ratio);
      context.strokeStyle = m.charts.colours.c0;
      context.lineWidth = 2 * ratio;
      context.beginPath();
      for (let k = first; k < track.count; k++) {
        if (k === first) context.moveTo(px(track.x[k % TRACK]), py(track.y[k % TRACK]));
        else context.lineTo(px(track.x[k % TRACK]), py(track.y[k % TRACK]));
      }
      context.lineTo(px(now.east), py(now.north));
      context.stroke();
      context.save();
      context.translate(px(now.east), py(now.north));
      context.rotate(-now.heading);
      context.fillStyle = m.charts.colours.c1;
      context.beginPath();
      context.moveTo(8 * ratio, 0);
      context.lineTo(-5 * ratio, 5 * ratio);
      context.lineTo(-5 * ratio, -5 * ratio);
      context.fill();
      context.restore();
    }

    function gait(winner) {
      const found = setting.motifs.find((motif) => winner >= motif.first && winner < motif.first + motif.count);
      return found ? "Gait: " + found.name + ". " : "";
    }

    function say() {
      const step = store.current();
      if (step.winner < 0) return "The walker waits: the state is empty.";
      const speed = shown && body.speed >= 0 ? "It goes at " + m.words.fixed((body.sign * shown[body.speed]) / 1000, 2) + " m/s. " : "";
      return gait(step.winner) + speed + m.words.nearest(step);
    }

    const plant = scene.plant;
    return {
      title: "The walker",
      caption: "Near side blue and solid, far side orange and dashed; joint angles are read from the spikes alone"
        + (plant ? ", and smoothed by a low-pass of " + plant.order + (plant.order === 1 ? " stage" : " stages") + " of "
          + m.words.number(plant.tauSeconds * 1e3) + " ms." : "."),
      draw: chart.draw,
      forget: motion.forget,
      describe: () => chart.describe("A walker from the side. " + say()),
      say,
    };
  }

  m.scenes = m.scenes || {};
  m.scenes.walker = walker;
})((window.mnemeWatch = window.mnemeWatch || {}));
