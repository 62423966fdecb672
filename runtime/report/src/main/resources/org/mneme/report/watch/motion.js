/* What moves, over time: the values read at each step, through the plant, on the network's own time. */
(function (m) {
  "use strict";

  const SETTLED = 30;

  /**
   * Follows a store. follow() moves on to the tick that is shown and returns the numbers there; point(tick, numbers, slot, begins) is told
   * parts evenly spaced places of each step. anew: whether a cue puts what moves where it says, at once.
   */
  m.motion = function (store, parts, anew, point) {
    const model = store.model;
    const log = store.steps;
    const channels = log.channels;
    const stated = model.scene.plant;
    const plant = stated ? m.plant(stated.tauSeconds, stated.order, channels) : m.noPlant(channels);
    const settled = stated ? (SETTLED * stated.order * stated.tauSeconds) / model.tickSeconds : 0;
    const input = new Float64Array(channels);
    const cuts = stated ? parts : 1;
    let place = -1;
    let at = NaN;

    /** Begins at a step so far back that what was before it no longer matters. */
    function rewind(back) {
      place = Math.max(log.first, log.find(back));
      at = log.tick[place % log.capacity];
      plant.reset(store.values(place % log.capacity, input));
      tell(true);
    }

    function tell(first) {
      if (point) point(at, plant.output, place % log.capacity, first && log.begins[place % log.capacity] === 1);
    }

    function go(until) {
      const slot = place % log.capacity;
      store.values(slot, input);
      const end = place + 1 < log.end ? Math.min(until, log.tick[(place + 1) % log.capacity]) : until;
      const begin = log.tick[slot];
      const length = place + 1 < log.end ? Math.max(1, log.tick[(place + 1) % log.capacity] - begin) : model.ticksPerStep;
      while (at < end) {
        const cut = begin + (length * (Math.floor(((at - begin) * cuts) / length + 1e-6) + 1)) / cuts;
        const next = Math.min(end, cut);
        plant.advance((next - at) * model.tickSeconds, input);
        at = next;
        if (next === cut && cuts > 1) tell(false);
      }
    }

    /** Returns the numbers at the tick that is shown, an array that is used again; restarted(): all told before is void. */
    function follow(history, restarted) {
      if (log.end === 0 || store.now < log.tick[log.first % log.capacity]) {
        return null;
      }
      if (!(at <= store.now) || place < log.first || place >= log.end || store.now - at > settled + history + 1) {
        if (restarted) restarted();
        rewind(store.now - history - settled);
      }
      while (true) {
        go(store.now);
        if (place + 1 >= log.end || log.tick[(place + 1) % log.capacity] > store.now) break;
        place++;
        at = Math.max(at, log.tick[place % log.capacity]);
        if (anew && log.begins[place % log.capacity]) plant.reset(store.values(place % log.capacity, input));
        else if (cuts === 1) plant.advance(0, store.values(place % log.capacity, input));
        tell(true);
      }
      return plant.output;
    }

    /** Forgets where it was. */
    function forget() {
      at = NaN;
    }
    return { follow, forget };
  };
})((window.mnemeWatch = window.mnemeWatch || {}));
