/* Numbers and sentences for people, on the page and for those who cannot see it. */
(function (m) {
  "use strict";

  const MINUS = "\u2212";

  function fixed(value, digits) {
    return value.toFixed(digits).replace("-", MINUS);
  }

  /** A number of about three digits. */
  function number(value) {
    if (!isFinite(value)) return "–";
    const size = Math.abs(value);
    return fixed(value, size >= 100 || value === Math.round(value) ? 0 : size >= 10 ? 1 : 2);
  }

  /** Thousands apart. */
  function grouped(value) {
    return String(Math.round(value)).replace("-", MINUS).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  }

  function pattern(winner) {
    return winner < 0 ? "no pattern" : "pattern " + winner;
  }

  /** A gain as people say it. */
  function tempo(gain) {
    return gain === 0 ? "held" : "×" + number(gain);
  }

  function seconds(value) {
    return fixed(value, value < 10 ? 2 : 1) + " s";
  }

  /** A text with a capital and a full stop. */
  function sentence(text) {
    return text && text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
  }

  /** What a step shows, in a sentence. */
  function nearest(step) {
    if (step.winner < 0) return "No feature is known: there is no nearest pattern.";
    return "The state is nearest to pattern " + step.winner + ", overlap " + fixed(step.overlap, 0) + "\u00a0%"
      + (step.bins > 0 && step.overlap !== step.second ? "; the runner-up has " + fixed(step.second, 0) + "\u00a0%." : ".");
  }

  /** Whether a run goes on, and how fast, in a sentence. */
  function status(now) {
    const state = { running: "Running", paused: "Paused", ended: "Ended", lost: "Not connected" }[now.state] || now.state;
    const where = " at tick " + grouped(now.tick) + ": " + pattern(now.winner)
      + (now.winner < 0 ? "" : ", overlap " + fixed(now.overlap, 0) + "\u00a0%");
    return state + (now.state === "running" ? "" : where) + ", tempo " + tempo(now.gain)
      + (now.lesion > 0 ? ", " + fixed(100 * now.lesion, 0) + " % of hidden units silenced" : "") + ".";
  }

  m.words = { sentence, fixed, number, grouped, pattern, tempo, seconds, nearest, status };
})((window.mnemeWatch = window.mnemeWatch || {}));
