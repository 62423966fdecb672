/* What the page knows: the model, the steps and spikes so far, and the tick that is shown. */
(function (m) {
  "use strict";

  const SHORT = 300;
  const SETTLED = 3;
  const LIVE_STEPS = 4096;
  const LIVE_SPIKES = 32768;
  const MOST_NUMBERS = 4194304;
  const MOST_FEATURES = 4096;
  const MOST_TOLD = 1000;

  /** A store for a model; steps and spikes: how many there will be, of a recording. */
  m.store = function (model, steps, spikes) {
    const channels = model.scene ? model.scene.channels.length : 0;
    const features = model.scene || model.features > MOST_FEATURES ? 0 : model.features;
    const each = Math.max(1, channels + features + model.overlapBins);
    const capacity = steps || Math.max(256, Math.min(LIVE_STEPS, Math.floor(MOST_NUMBERS / each)));
    const store = {
      model,
      steps: m.stepLog(capacity, channels, model.overlapBins, features),
      spikes: m.spikeLog(spikes || LIVE_SPIKES),
      told: [],
      now: 0,
      latest: 0,
      lowest: 0,
      end: 0,
      spikesUntil: Infinity,
      late: false,
      total: 0,
      chunk: { state: "paused", rate: 0, wanted: 0, gain: 1, open: 0, lesion: 0, cueNoise: 0, dropped: 0 },
      tickLabel: "tick of " + m.words.number(model.tickSeconds * 1e3) + " ms",
    };
    const plant = model.scene && !model.controls.live ? model.scene.plant : null;
    const settling = plant ? Math.ceil((SETTLED * plant.order * plant.tauSeconds) / model.tickSeconds) : 0;
    let long = SHORT;
    let short = SHORT;

    store.push = function (chunk) {
      if (chunk.tick < store.latest) restart();
      store.latest = chunk.tick;
      store.end = chunk.tick + settling;
      for (const key in store.chunk) if (chunk[key] !== undefined && chunk[key] !== null) store.chunk[key] = chunk[key];
      for (const step of chunk.steps) {
        store.steps.push(step);
        store.total++;
        store.lowest = Math.min(store.lowest, step.overlap, step.second || 0);
        store.late = store.late || step.tick <= store.now;
      }
      store.late = store.late || (chunk.spikes.length > 0 && chunk.spikes[0] <= store.now);
      store.spikes.push(chunk.spikes);
      for (const told of chunk.told) store.told.push(told);
      if (store.told.length > MOST_TOLD) store.told.splice(0, store.told.length - MOST_TOLD);
      if (!model.controls.live) short = Math.max(30, Math.min(SHORT, store.latest));
      long = span();
    };

    /** A network that was started anew counts its ticks from 0. */
    function restart() {
      store.steps.clear();
      store.spikes.clear();
      store.told.length = 0;
      store.now = 0;
      store.late = true;
    }

    /** So many ticks that some tens of patterns are seen. */
    function span() {
      const log = store.steps;
      if (log.runs < 2) return Math.max(short, model.controls.live ? long : 0);
      const ticks = log.tick[(log.end - 1) % log.capacity] - log.tick[log.first % log.capacity];
      const wanted = Math.max(short, Math.min(3000, (40 * ticks) / (log.runs - 1)));
      return wanted > 1.3 * long || wanted < 0.6 * long ? Math.ceil(wanted) : long;
    }

    /** The ticks of the raster. */
    store.window = function (share) {
      const wide = short * share;
      return store.now < wide ? [0, wide] : [store.now - wide, store.now];
    };

    /** The ticks of the overlaps. */
    store.longWindow = function () {
      return store.now < long ? [0, long] : [store.now - long, store.now];
    };

    const seen = { winner: -1, overlap: 0, second: 0, bins: model.overlapBins, step: -1, place: -1, slot: 0, silent: 1, tick: 0 };

    /** The step that is shown: the last at the tick that is shown. An object that is used again. */
    store.current = function () {
      const log = store.steps;
      const place = log.find(store.now);
      seen.place = place;
      if (place < log.first || log.end === 0) {
        seen.winner = -1;
        seen.step = -1;
        seen.overlap = seen.second = 0;
        return seen;
      }
      const slot = place % log.capacity;
      seen.slot = slot;
      seen.winner = log.winner[slot];
      seen.overlap = log.overlap[slot];
      seen.second = log.second[slot];
      seen.step = log.step[slot];
      seen.silent = log.silent[slot];
      seen.tick = log.tick[slot];
      return seen;
    };

    /** What holds at the tick that is shown and was told by then: a gain, a number of open units. */
    store.heldNow = function (key) {
      let value = store.chunk[key];
      if (model.controls.live) return value;
      for (const told of store.told) if (told.tick <= store.now && told[key] !== undefined) value = told[key];
      return value;
    };

    /** Numbers of a channel-wise scene, of the current step, in an array that is given. */
    store.values = function (slot, into) {
      const log = store.steps;
      for (let c = 0; c < log.channels; c++) into[c] = log.values[slot * log.channels + c];
      return into;
    };
    return store;
  };
})((window.mnemeWatch = window.mnemeWatch || {}));
