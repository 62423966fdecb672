/* What stands between the values read from a state and what moves: stages in a row, each tau dy/dt = x - y. */
(function (m) {
  "use strict";

  /**
   * A low-pass of several stages for several channels, exact for inputs that are held between two calls.
   * tau: seconds of a stage; order: stages; channels: how many numbers.
   */
  function plant(tau, order, channels) {
    const stages = new Float64Array(order * channels);
    const output = new Float64Array(channels);
    const terms = new Float64Array(order);

    /** Sets all stages to values, as if these had been held for ever. */
    function reset(x) {
      for (let c = 0; c < channels; c++) {
        for (let i = 0; i < order; i++) stages[i * channels + c] = x[c];
        output[c] = x[c];
      }
      return output;
    }

    /** Goes on by seconds during which the input is x; returns the last stage, an array that is used again. */
    function advance(seconds, x) {
      const s = seconds / tau;
      terms[0] = Math.exp(-s);
      for (let j = 1; j < order; j++) terms[j] = (terms[j - 1] * s) / j;
      for (let c = 0; c < channels; c++) {
        for (let i = order - 1; i >= 0; i--) {
          let distance = 0;
          for (let j = 0; j <= i; j++) distance += (stages[(i - j) * channels + c] - x[c]) * terms[j];
          stages[i * channels + c] = x[c] + distance;
        }
        output[c] = stages[(order - 1) * channels + c];
      }
      return output;
    }

    return { reset, advance, output };
  }

  /** No plant: what moves is what was read. */
  function none(channels) {
    const output = new Float64Array(channels);
    function take(x) {
      for (let c = 0; c < channels; c++) output[c] = x[c];
      return output;
    }
    return { reset: take, advance: (_, x) => take(x), output };
  }

  m.plant = plant;
  m.noPlant = none;
})((window.mnemeWatch = window.mnemeWatch || {}));
