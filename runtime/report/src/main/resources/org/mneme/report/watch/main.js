/* Puts the page together: one for a network that runs, and for a recording that stands in the page. */
(function (m) {
  "use strict";

  const CALM_SECONDS = 0.5;
  const SAY_SECONDS = 1;
  const TEXT_SECONDS = 0.2;
  const HEAVY_MILLIS = 13;
  const EVEN_SECONDS = 0.025;
  const stats = (window.mnemeStats = {
    frames: 0, fps: 0, steps: 0, tick: 0, state: "waiting", winner: -1, gain: 1, open: 0, dropped: 0, lesion: 0, drawMillis: 0,
  });
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let page = null;

  function byId(id) {
    return document.getElementById(id);
  }

  function put(id, text) {
    const element = byId(id);
    if (element && element.textContent !== text) element.textContent = text;
  }

  function fail(text) {
    const line = byId("watch-error");
    line.textContent = text;
    line.hidden = !text;
  }

  /** Builds the page for a model. */
  function build(model, replay) {
    const root = document.querySelector(".watch");
    m.charts.start();
    const store = replay
      ? m.store(model, Math.max(1, replay.chunk.steps.length), Math.max(1, replay.chunk.spikes.length / 2))
      : m.store(model);
    const made = { store, dirty: true, rate: meter(), said: -Infinity, told: -Infinity, status: "" };
    if (replay) {
      store.push(replay.chunk);
      store.spikesUntil = replay.spikesUntil;
    }
    const kind = model.scene && m.scenes[model.scene.kind] ? model.scene.kind : "grid";
    made.views = [
      [m.scenes[kind](byId("scene"), store), byId("scene")],
      [m.raster(byId("raster"), store), byId("raster")],
      [m.overlaps(byId("overlaps"), store), byId("overlaps")],
    ];
    made.scene = made.views[0][0];
    put("scene-title", made.scene.title);
    put("scene-caption", made.scene.caption);
    byId("raster-view").hidden = model.lanes.length === 0;
    const changed = () => (made.dirty = true);
    m.charts.onChange(changed);
    if (replay) {
      made.source = m.player(root, store, changed);
      put("left-out", m.words.sentence(replay.leftOut));
    } else {
      made.source = m.clock(store);
      made.hands = m.controls(root, store, fail);
      document.title = model.name + " – Mneme live";
      put("watch-name", model.name);
      put("watch-about", about(model));
    }
    made.hidden = watchSight(made.views);
    return made;
  }

  function about(model) {
    return model.patterns + " patterns of " + model.features + " features, recalled by spikes on " + model.backend
      + "; a recall step takes " + model.ticksPerStep + (model.ticksPerStep === 1 ? " tick" : " ticks") + " of "
      + m.words.number(model.tickSeconds * 1e3) + " ms.";
  }

  /** Knows which views are out of sight, and so need not be drawn. */
  function watchSight(views) {
    const hidden = new Set();
    if (window.IntersectionObserver) {
      const observer = new IntersectionObserver(
        (entries) => entries.forEach((e) => {
          if (e.isIntersecting) hidden.delete(e.target);
          else hidden.add(e.target);
          if (page) page.dirty = true;
        }),
        { rootMargin: "100px" }
      );
      views.forEach((view) => observer.observe(view[1]));
    }
    return hidden;
  }

  /** Measures how fast a number grows, over the last second. */
  function meter() {
    let since = 0;
    let from = 0;
    let rate = 0;
    return (now, value) => {
      if (now - since >= 1 || value < from) {
        rate = since === 0 || value < from ? 0 : (value - from) / (now - since);
        since = now;
        from = value;
      }
      return rate;
    };
  }

  function draw() {
    const store = page.store;
    if (store.late) {
      page.views.forEach((view) => view[0].forget());
      store.late = false;
    }
    page.views.forEach((view) => {
      if (!page.hidden.has(view[1])) view[0].draw();
    });
    page.dirty = false;
  }

  /** Shows the numbers beside the pictures. */
  function facts(seconds) {
    const store = page.store;
    const step = store.current();
    const live = store.model.controls.live;
    const gain = store.heldNow("gain");
    const measured = page.rate(seconds, store.now);
    const rate = live ? store.chunk.rate : measured;
    put("winner", step.winner < 0 ? "none" : String(step.winner));
    put("overlap", step.winner < 0 ? "–" : m.words.fixed(step.overlap, 0) + " %");
    put("rate", store.chunk.state === "running" ? m.words.grouped(rate) + " of " + m.words.grouped(store.chunk.wanted) : store.chunk.state);
    put("gain", m.words.tempo(gain));
    put("open", m.words.grouped(store.heldNow("open")));
    put("dropped", m.words.grouped(store.chunk.dropped));
    put("tick", m.words.grouped(store.now));
    put("lesioned", m.words.fixed(100 * store.chunk.lesion, 0) + " %");
    Object.assign(stats, {
      steps: store.total, tick: store.now, state: store.chunk.state, winner: step.winner, gain, open: store.heldNow("open"),
      dropped: store.chunk.dropped, lesion: store.chunk.lesion,
    });
    if (seconds - page.told >= TEXT_SECONDS) {
      page.told = seconds;
      put("scene-text", page.scene.say());
    }
    if (page.hands) page.hands.show();
  }

  /** Says how things are: at most once a second, and aloud only what someone did. */
  function say(seconds) {
    if (seconds - page.said < SAY_SECONDS) return;
    page.said = seconds;
    const store = page.store;
    page.views.forEach((view) => view[0].describe());
    const gain = store.heldNow("gain");
    const told = store.model.controls.live && store.told.length ? store.told[store.told.length - 1].what : "";
    const key = [store.chunk.state, gain, store.chunk.lesion, told, store.told.length].join("|");
    const still = store.chunk.state !== "running" ? Math.round(store.now) : "";
    if (key + still === page.status) return;
    page.status = key + still;
    const step = store.current();
    put("status", (told ? "Told last: " + told + ". " : "") + m.words.status({
      state: store.chunk.state, tick: store.now, winner: step.winner, overlap: step.overlap, gain, lesion: store.chunk.lesion,
    }));
  }

  /** Space and arrows, unless they are needed where the focus is. */
  function keys(event) {
    const target = event.target;
    const field = target.closest && target.closest("input,select,textarea,button,a,summary,[contenteditable]");
    if (!page || field || event.ctrlKey || event.altKey || event.metaKey) return;
    // elsewhere on a report these keys move the page
    if (!page.hands && page.hidden.has(page.views[0][1])) return;
    const hands = page.hands || page.source;
    if (event.key === " " && !event.repeat) hands.toggle();
    else if (event.key === "ArrowRight") hands.step(1);
    else if (event.key === "ArrowLeft" && !page.hands) hands.step(-1);
    else return;
    event.preventDefault();
  }

  /** Draws what changed, frame by frame; every other one where drawing is slow. */
  function loop() {
    let before = 0;
    let shown = 0;
    let cost = 0;
    const frames = meter();
    function frame(millis) {
      requestAnimationFrame(frame);
      const seconds = millis / 1000;
      // where drawing is slow, every other of 60 frames a second is enough
      if (!page || (cost > HEAVY_MILLIS && seconds - before < EVEN_SECONDS)) return;
      const passed = Math.min(0.25, seconds - before);
      before = seconds;
      if (page.source.frame(passed)) page.dirty = true;
      if (page.dirty && (!calm.matches || seconds - shown >= CALM_SECONDS || page.store.chunk.state !== "running")) {
        const begin = performance.now();
        draw();
        shown = seconds;
        // uPlot draws in microtasks, so this one comes after them
        queueMicrotask(() => {
          cost += 0.1 * (performance.now() - begin - cost);
          stats.drawMillis = cost;
        });
      }
      stats.frames++;
      stats.fps = frames(seconds, stats.frames);
      facts(seconds);
      say(seconds);
    }
    requestAnimationFrame(frame);
  }

  function follow() {
    let known = "";
    m.stream("/events", {
      model(model) {
        const text = JSON.stringify(model);
        if (page && text !== known) window.location.reload();
        if (!page) page = build(model, null);
        known = text;
        fail("");
      },
      chunk(chunk) {
        if (!page) return;
        page.store.push(chunk);
        page.dirty = true;
      },
      lost() {
        if (page) page.store.chunk.state = "lost";
        fail("The connection to the network is lost. The page tries to find it again.");
      },
      found() {
        fail("");
      },
    });
  }

  function start() {
    if (!document.querySelector(".watch")) return;
    document.addEventListener("keydown", keys);
    window.addEventListener("beforeprint", () => page && draw());
    byId("watch-body").hidden = false;
    byId("calm").hidden = !calm.matches;
    const recorded = byId("mneme-replay");
    if (recorded) page = build(JSON.parse(recorded.textContent).model, JSON.parse(recorded.textContent));
    else follow();
    loop();
  }

  start();
})((window.mnemeWatch = window.mnemeWatch || {}));
