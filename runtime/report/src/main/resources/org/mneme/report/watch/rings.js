/* Steps and spikes in typed arrays of a fixed length: the newest replace the oldest. Places count on for ever. */
(function (m) {
  "use strict";

  /** The place of the last tick <= t in a ring, from first to end exclusive; first - 1 where there is none. */
  function last(ticks, first, end, t) {
    let low = first - 1;
    let high = end;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (ticks[middle % ticks.length] <= t) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Recall steps: channels numbers, bins overlaps and features signs each. */
  function stepLog(capacity, channels, bins, features) {
    const log = {
      capacity,
      channels,
      bins,
      features,
      first: 0,
      end: 0,
      step: new Float64Array(capacity),
      tick: new Float64Array(capacity),
      winner: new Int32Array(capacity),
      overlap: new Float32Array(capacity),
      second: new Float32Array(capacity),
      silent: new Uint8Array(capacity),
      begins: new Uint8Array(capacity),
      values: new Float64Array(capacity * channels),
      overlaps: new Int8Array(capacity * bins),
      signs: new Int8Array(capacity * features),
      runs: 0,
    };

    function copy(array, size, from, to) {
      if (from !== to) array.copyWithin(to * size, from * size, (from + 1) * size);
    }

    /** Takes a step as it is sent; what it leaves out is that of the step before it. */
    log.push = function (sent) {
      const place = log.end;
      const slot = place % capacity;
      const before = place > log.first ? (place - 1) % capacity : slot;
      log.step[slot] = sent.step;
      log.tick[slot] = sent.tick;
      log.winner[slot] = sent.winner;
      log.overlap[slot] = sent.overlap;
      log.second[slot] = sent.second;
      log.silent[slot] = sent.silent ? 1 : 0;
      log.begins[slot] = sent.begins ? 1 : 0;
      if (sent.values) for (let c = 0; c < channels; c++) log.values[slot * channels + c] = sent.values[c];
      else copy(log.values, channels, before, slot);
      if (sent.overlaps) for (let b = 0; b < bins; b++) log.overlaps[slot * bins + b] = sent.overlaps[b];
      else copy(log.overlaps, bins, before, slot);
      if (sent.plus) signs(slot, sent.plus, sent.known);
      else copy(log.signs, features, before, slot);
      if (place === log.first || log.winner[before] !== sent.winner) log.runs++;
      log.end = place + 1;
      if (log.end - log.first > capacity) log.first = log.end - capacity;
    };

    function signs(slot, plus, known) {
      for (let i = 0; i < features; i++) {
        const digit = i >> 2;
        const bit = 1 << (i & 3);
        const sure = !known || parseInt(known[digit], 16) & bit;
        log.signs[slot * features + i] = !sure ? 0 : parseInt(plus[digit], 16) & bit ? 1 : -1;
      }
    }

    /** The place of the last step seen at a tick or before; first - 1 where there is none. */
    log.find = (t) => last(log.tick, log.first, log.end, t);
    log.slot = (place) => place % capacity;
    log.clear = function () {
      log.first = log.end = log.runs = 0;
    };
    return log;
  }

  /** Spikes: a tick and a row each. */
  function spikeLog(capacity) {
    const log = {
      capacity,
      first: 0,
      end: 0,
      tick: new Float64Array(capacity),
      row: new Int16Array(capacity),
    };
    /** Takes tick, row, tick, row, ... */
    log.push = function (pairs) {
      for (let k = 0; k + 1 < pairs.length; k += 2) {
        const slot = log.end % capacity;
        log.tick[slot] = pairs[k];
        log.row[slot] = pairs[k + 1];
        log.end++;
      }
      if (log.end - log.first > capacity) log.first = log.end - capacity;
    };
    log.find = (t) => last(log.tick, log.first, log.end, t);
    log.clear = function () {
      log.first = log.end = 0;
    };
    return log;
  }

  m.stepLog = stepLog;
  m.spikeLog = spikeLog;
})((window.mnemeWatch = window.mnemeWatch || {}));
