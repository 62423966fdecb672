/* Notes on a roll that passes a line, with the keys that sound lit. */
(function (m) {
  "use strict";

  const PAST = 4;
  const FUTURE = 1.6;
  const NARROW = 420;
  const MOST_AHEAD = 200;
  const BLACK = [1, 3, 6, 8, 10];
  const NAMES = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"];

  /** The name of a pitch of MIDI. */
  function pitchName(pitch) {
    return NAMES[((pitch % 12) + 12) % 12] + (Math.floor(pitch / 12) - 1);
  }

  /** The scene of a store, in an element. */
  function notes(element, store) {
    const model = store.model;
    const setting = model.scene.setting;
    const channels = model.scene.channels;
    const count = channels.length;
    const pitched = Array.isArray(setting.pitches) && setting.pitches.length === count;
    const pitch = channels.map((_, c) => (pitched ? setting.pitches[c] : c));
    const hand = channels.map((_, c) => (setting.hands ? setting.hands[c] : 0));
    const low = Math.min(...pitch) - (pitched ? 2 : 1);
    const high = Math.max(...pitch) + (pitched ? 3 : 1);
    const struck = setting.struck || [];
    const open = new Float64Array(count);
    const begin = store.steps.end > 0 ? store.steps.tick[0] : 0;
    const seconds = (tick) => (tick - begin) * model.tickSeconds;

    const colour = (c) => m.charts.colours["c" + (hand[c] % 5)];

    function range(wide) {
      const share = wide < NARROW ? 0.6 : 1;
      const now = seconds(store.now);
      return [now - PAST * share, now + FUTURE * share];
    }

    const chart = m.charts.chart(element, {
      height: (width) => Math.round(Math.max(240, Math.min(400, width * 0.45))),
      x: { range, axis: { label: "time, s" } },
      y: {
        range: () => [low, high],
        axis: {
          size: pitched ? 40 : 64,
          splits: () => lines(),
          values: (_, marks) => marks.map((p) => (pitched ? pitchName(p) : channels[p].name)),
        },
      },
      draw(u, context, frame) {
        const px = (tick) => u.valToPos(seconds(tick), "x", true);
        const tall = Math.abs(u.valToPos(0, "y", true) - u.valToPos(1, "y", true));
        const bar = (c, from, to, hollow) => note(context, c, px(from), px(to), u.valToPos(pitch[c], "y", true), tall, hollow);
        past(u, bar);
        ahead(u, bar);
        line(context, frame, px(store.now));
        keys(context, frame, u, tall);
      },
    });

    /** Heights that are named: each C, or each channel. */
    function lines() {
      const found = [];
      const each = Math.max(1, Math.ceil(count / 16));
      for (let p = Math.ceil(low); p <= high; p++) {
        if (pitched ? ((p % 12) + 12) % 12 === 0 || (high - low < 14 && pitch.indexOf(p) >= 0) : p >= 0 && p < count && p % each === 0) found.push(p);
      }
      return found;
    }

    function note(context, c, from, to, y, tall, hollow) {
      const ratio = m.charts.ratio();
      const half = Math.max(2 * ratio, Math.min(0.42 * tall, 9 * ratio));
      const wide = Math.max(2 * ratio, to - from - ratio);
      context.lineWidth = 1.5 * ratio;
      context.fillStyle = context.strokeStyle = colour(c);
      if (hollow) {
        context.globalAlpha = 0.55;
        context.strokeRect(from + ratio, y - half + ratio, Math.max(ratio, wide - 2 * ratio), 2 * half - 2 * ratio);
        context.globalAlpha = 1;
      } else {
        context.fillRect(from, y - half, wide, 2 * half);
      }
    }

    /** Notes that sounded: a step's notes go on from the step before, unless its pattern strikes them anew. */
    function past(u, bar) {
      const log = store.steps;
      const left = store.now + ((u.scales.x.min - seconds(store.now)) / model.tickSeconds);
      const ahead = model.controls.live ? store.now : store.now + (u.scales.x.max - seconds(store.now)) / model.tickSeconds;
      const last = log.find(ahead);
      open.fill(NaN);
      let before = -2;
      for (let place = Math.max(log.first, log.find(left) - 1); place <= last; place++) {
        const slot = place % log.capacity;
        const winner = log.winner[slot];
        const again = winner !== before && winner >= 0 && struck[winner] ? struck[winner] : null;
        for (let c = 0; c < count; c++) {
          const sounds = log.values[slot * count + c] > 0.5;
          if (!isNaN(open[c]) && (!sounds || (again && again.indexOf(c) >= 0))) {
            draws(bar, c, open[c], log.tick[slot]);
            open[c] = NaN;
          }
          if (sounds && isNaN(open[c])) open[c] = log.tick[slot];
        }
        before = winner;
      }
      const edge = last + 1 < log.end ? Math.min(ahead, log.tick[(last + 1) % log.capacity]) : Math.min(ahead, Math.max(store.now, store.latest));
      for (let c = 0; c < count; c++) if (!isNaN(open[c])) draws(bar, c, open[c], edge);
    }

    /** What has sounded is full, what is yet to come, as recorded, is hollow. */
    function draws(bar, c, from, to) {
      if (from < store.now) bar(c, from, Math.min(to, store.now), false);
      if (to > store.now) bar(c, Math.max(from, store.now), to, true);
    }

    /** What comes next as stored, where it is not known yet. */
    function ahead(u, bar) {
      const gain = store.heldNow("gain");
      const step = store.current();
      if (!model.controls.live || !model.next || !(gain > 0) || step.winner < 0 || !model.scene.wanted.length) return;
      const end = store.now + (u.scales.x.max - seconds(store.now)) / model.tickSeconds;
      const held = (p) => ((model.dwell ? model.dwell[p] : 1) * model.ticksPerStep) / gain;
      let p = step.winner;
      let from = since(step);
      open.fill(NaN);
      for (let k = 0; k < MOST_AHEAD && p >= 0 && from < end; k++) {
        for (let c = 0; c < count; c++) {
          const sounds = model.scene.wanted[p][c] > 0.5;
          if (!isNaN(open[c]) && (!sounds || (struck[p] && struck[p].indexOf(c) >= 0))) {
            bar(c, open[c], from, true);
            open[c] = NaN;
          }
          if (sounds && isNaN(open[c])) open[c] = Math.max(from, store.now);
        }
        from = Math.max(from + held(p), store.now);
        p = model.next[p];
      }
      for (let c = 0; c < count; c++) if (!isNaN(open[c])) bar(c, open[c], Math.min(from, end), true);
    }

    /** The tick at which the pattern that is held took over. */
    function since(step) {
      const log = store.steps;
      let place = step.place;
      while (place > log.first && log.winner[(place - 1) % log.capacity] === step.winner && !log.begins[place % log.capacity]) place--;
      return log.tick[place % log.capacity];
    }

    function line(context, frame, x) {
      const ratio = m.charts.ratio();
      context.strokeStyle = m.charts.colours.ink;
      context.lineWidth = 2 * ratio;
      context.beginPath();
      context.moveTo(x, frame.top);
      context.lineTo(x, frame.top + frame.height);
      context.stroke();
    }

    /** A keyboard at the left edge; what sounds now is lit. */
    function keys(context, frame, u, tall) {
      const ratio = m.charts.ratio();
      const wide = 34 * ratio;
      const step = store.current();
      context.fillStyle = m.charts.colours.page;
      context.fillRect(frame.left, frame.top, wide + 3 * ratio, frame.height);
      context.strokeStyle = m.charts.colours.line;
      context.lineWidth = ratio;
      for (let p = Math.ceil(low); p <= high; p++) {
        const black = pitched && BLACK.indexOf(((p % 12) + 12) % 12) >= 0;
        const y = u.valToPos(p, "y", true);
        context.fillStyle = m.charts.colours[black ? "ebony" : "ivory"];
        const long = black ? wide * 0.62 : wide;
        context.fillRect(frame.left, y - 0.47 * tall, long, Math.max(ratio, 0.94 * tall));
      }
      for (let c = 0; c < count && step.winner >= 0; c++) {
        if (!(store.steps.values[step.slot * count + c] > 0.5)) continue;
        context.fillStyle = colour(c);
        context.fillRect(frame.left, u.valToPos(pitch[c], "y", true) - 0.47 * tall, wide, Math.max(2 * ratio, 0.94 * tall));
      }
    }

    function sounding() {
      const step = store.current();
      const found = [];
      for (let c = 0; c < count && step.winner >= 0; c++) if (store.steps.values[step.slot * count + c] > 0.5) found.push(channels[c].name);
      return found.length ? "Sounding: " + found.join(", ") + ". " : "Silence. ";
    }

    const hands = (setting.handNames || []).map((name, k) => ["blue", "orange", "green", "purple", "olive"][k % 5] + ": " + name).join("; ");
    return {
      title: "The notes",
      caption: "Full: what sounded, read from the spikes alone. Hollow, past the line: what "
        + (model.controls.live ? "comes next as stored." : "comes next in this recording.") + (hands ? " Colours: " + hands + "." : ""),
      draw: chart.draw,
      forget() {},
      describe: () => chart.describe("A piano roll. " + say()),
      say,
    };

    function say() {
      return sounding() + m.words.nearest(store.current());
    }
  }

  m.scenes = m.scenes || {};
  m.scenes.notes = notes;
  m.pitchName = pitchName;
})((window.mnemeWatch = window.mnemeWatch || {}));
