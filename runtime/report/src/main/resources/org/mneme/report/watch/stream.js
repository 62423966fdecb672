/* Follows a network that runs: what it sends, and the tick that is shown, a moment behind so that all moves evenly. */
(function (m) {
  "use strict";

  const BEHIND = 0.1;

  /** Listens to the server. heard: { model(model), chunk(chunk), lost(), found() }. */
  m.stream = function (address, heard) {
    const events = new EventSource(address);
    let lost = false;
    events.addEventListener("model", (event) => heard.model(JSON.parse(event.data)));
    events.addEventListener("chunk", (event) => heard.chunk(JSON.parse(event.data)));
    events.addEventListener("open", () => {
      if (lost) heard.found();
      lost = false;
    });
    events.addEventListener("error", () => {
      if (!lost) heard.lost();
      lost = true;
    });
    return { close: () => events.close() };
  };

  /** Moves the tick that is shown of a store towards the latest one. */
  m.clock = function (store) {
    return {
      /** Goes on by seconds; returns whether anything moved. */
      frame(seconds) {
        const before = store.now;
        if (store.chunk.state !== "running") {
          store.now = store.latest;
        } else {
          const rate = store.chunk.rate;
          const aim = store.latest - BEHIND * rate;
          const far = aim - store.now;
          const pace = Math.max(0, rate * seconds + far * Math.min(1, 3 * seconds));
          store.now = far > 8 * BEHIND * rate + 1 ? aim : Math.min(store.latest, store.now + pace);
        }
        return store.now !== before;
      },
    };
  };
})((window.mnemeWatch = window.mnemeWatch || {}));
