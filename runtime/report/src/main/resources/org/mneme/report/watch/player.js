/* Plays a recording that stands in the page. */
(function (m) {
  "use strict";

  const SPEEDS = [0.01, 0.03, 0.1, 0.3, 1, 2, 4];
  const CALM = 8;

  /** As fast as real time where that can be followed, or slower. */
  function speedFor(store) {
    const log = store.steps;
    const seconds = (store.end - log.tick[log.first % log.capacity]) * store.model.tickSeconds;
    const each = log.runs / Math.max(1e-9, seconds);
    const most = store.model.scene ? 6 * CALM : CALM;
    let found = SPEEDS[0];
    for (const speed of SPEEDS) if (speed <= 1 && each * speed <= most) found = speed;
    return found;
  }

  /** The controls of a recording. */
  m.player = function (root, store, changed) {
    const byId = (id) => root.querySelector("#" + id);
    const log = store.steps;
    const play = byId("play");
    const position = byId("position");
    const told = byId("position-text");
    const speed = byId("speed");
    const begin = log.end > 0 ? log.tick[0] : 0;
    let going = false;
    let fresh = true;

    SPEEDS.forEach((value) => {
      const option = document.createElement("option");
      option.value = String(value);
      option.textContent = value < 1 ? "1/" + Math.round(1 / value) : String(value);
      speed.append(option);
    });
    speed.value = String(speedFor(store));
    position.min = "0";
    position.max = String(Math.max(0, log.end - 1));

    function seek(tick) {
      store.now = Math.max(begin, Math.min(store.end, tick));
      changed();
      show();
    }

    function show() {
      const step = store.current();
      position.value = String(Math.max(0, step.place));
      const text = "step " + m.words.grouped(Math.max(0, step.step)) + ", "
        + m.words.seconds((store.now - begin) * store.model.tickSeconds) + ", " + m.words.pattern(step.winner);
      told.textContent = text;
      position.setAttribute("aria-valuetext", text);
    }

    function go(on) {
      if (on && (fresh || store.now >= store.end)) seek(begin);
      fresh = fresh && !on;
      going = on;
      play.textContent = on ? "Pause" : "Play";
      store.chunk.state = on ? "running" : store.now >= store.end ? "ended" : "paused";
      store.chunk.rate = 0;
      store.chunk.wanted = wanted();
      changed();
    }

    function wanted() {
      return going ? Number(speed.value) / store.model.tickSeconds : 0;
    }

    function step(by) {
      fresh = false;
      go(false);
      const place = Math.max(0, Math.min(log.end - 1, store.current().place + by));
      seek(log.tick[place]);
    }

    play.addEventListener("click", () => go(!going));
    byId("back").addEventListener("click", () => step(-1));
    byId("forward").addEventListener("click", () => step(1));
    speed.addEventListener("change", () => go(going));
    position.addEventListener("input", () => {
      fresh = false;
      go(false);
      seek(log.tick[Number(position.value)]);
    });

    seek(first());
    go(false);

    /** What is shown before anyone plays: a whole drawing, else the last of the spikes that were kept. */
    function first() {
      return store.model.scene && store.model.scene.kind === "arm" ? store.end : Math.min(store.end, store.spikesUntil);
    }

    return {
      /** Goes on by seconds; returns whether anything moved. */
      frame(seconds) {
        if (!going) return false;
        store.chunk.wanted = wanted();
        store.now = Math.min(store.end, store.now + seconds * wanted());
        show();
        if (store.now >= store.end) go(false);
        return true;
      },
      toggle: () => go(!going),
      step,
    };
  };
  m.player.speedFor = speedFor;
})((window.mnemeWatch = window.mnemeWatch || {}));
