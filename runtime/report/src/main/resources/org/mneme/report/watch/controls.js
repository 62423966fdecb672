/* The controls of a network that runs: each tells the server, and shows what came of it. */
(function (m) {
  "use strict";

  /** Tells the server; said(text) is told what it refused, or nothing. */
  function post(message, said) {
    return fetch("/control", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(message),
    })
      .then((answer) => (answer.ok ? null : answer.json().then((sent) => sent.error, () => "The server refused (" + answer.status + ").")))
      .catch(() => "The server cannot be reached.")
      .then((error) => {
        said(m.words.sentence(error || ""));
        return Boolean(error);
      });
  }

  /** The controls of a store, in an element; said(text) shows errors. */
  m.controls = function (root, store, said) {
    const byId = (id) => root.querySelector("#" + id);
    const can = store.model.controls;
    let sent = Promise.resolve(false);
    let tempoThatWaits = null;
    let pressed = "";
    let seenTold = null;

    /** Tells one thing after the other, as they were asked for; of several tempos that wait only the last is told. */
    function tell(message) {
      if (message.do === "tempo") {
        if (tempoThatWaits) {
          tempoThatWaits.gain = message.gain;
          return sent;
        }
        tempoThatWaits = message;
      }
      sent = sent.then(() => {
        if (message === tempoThatWaits) tempoThatWaits = null;
        return post(message, said);
      });
      return sent;
    }

    /** Switches a group off, and says why. */
    function allow(id, control) {
      const group = byId(id);
      group.disabled = !control.on;
      const why = group.querySelector(".watch-why");
      why.textContent = control.on ? "" : "Not here: " + m.words.sentence(control.why);
      why.hidden = control.on;
    }

    function toggle() {
      tell({ do: store.chunk.state === "running" ? "pause" : "resume" });
    }

    function step() {
      tell({ do: "step" });
    }

    byId("pause").addEventListener("click", toggle);
    byId("step").addEventListener("click", step);
    byId("restart").addEventListener("click", () => tell({ do: "restart" }));
    tempo();
    gate();
    cue();
    lesion();

    function tempo() {
      const slider = byId("tempo");
      const number = byId("tempo-value");
      allow("tempo-group", can.tempo);
      [slider, number].forEach((input) => {
        input.min = can.tempo.least;
        input.max = can.tempo.most;
        input.step = can.tempo.step;
        input.value = store.chunk.gain;
      });
      slider.addEventListener("input", () => (number.value = slider.value));
      [slider, number].forEach((input) =>
        input.addEventListener("change", () => {
          const gain = Number(input.value);
          if (input.value === "" || !isFinite(gain)) {
            said("A tempo is a number, such as 0.5 for half as fast.");
            return;
          }
          slider.value = number.value = input.value;
          tell({ do: "tempo", gain });
        })
      );
    }

    function gate() {
      allow("gate-group", can.gate);
      const place = byId("gate");
      const names = store.model.motifs.map((motif) => motif.name);
      ["all"].concat(names).forEach((name) => {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.motif = name;
        button.textContent = name === "all" ? "all" : /^\d+$/.test(name) ? "motif " + name : name;
        button.setAttribute("aria-pressed", "false");
        button.addEventListener("click", () =>
          tell({ do: "gate", motif: name }).then((refused) => {
            if (!refused) press(name);
          })
        );
        place.append(button);
      });
    }

    /** Shows which motif's gate is open. */
    function press(name) {
      pressed = name;
      byId("gate").querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.motif === name)));
    }

    /** Which gate is open by what was told last, or by the number of open units. */
    function gateNow() {
      const last = store.told.length ? store.told[store.told.length - 1] : null;
      if (last !== seenTold) {
        seenTold = last;
        const told = /^gate: ([^,]+),/.exec(last.what);
        if (told) return told[1] === "all units" ? "all" : told[1];
      }
      const all = Math.floor(store.model.patterns * (1 - store.chunk.lesion));
      return pressed === "" && store.chunk.open >= all ? "all" : pressed === "all" && store.chunk.open < all - 1 ? "" : pressed;
    }

    function cue() {
      allow("cue-group", can.cue);
      const pattern = byId("cue-pattern");
      const noise = byId("cue-noise");
      pattern.max = store.model.patterns - 1;
      byId("cue-most").textContent = "0…" + (store.model.patterns - 1);
      percent(noise, byId("cue-noise-text"));
      byId("cue").addEventListener("click", () => {
        const index = Number(pattern.value);
        if (pattern.value === "" || !Number.isInteger(index) || index < 0 || index >= store.model.patterns) {
          said("There is no pattern " + pattern.value + ": patterns are 0…" + (store.model.patterns - 1) + ".");
          return;
        }
        tell({ do: "cue", pattern: index, noise: Number(noise.value) / 100 });
      });
    }

    function lesion() {
      allow("lesion-group", can.lesion);
      const slider = byId("lesion");
      percent(slider, byId("lesion-text"));
      byId("lesion-apply").addEventListener("click", () => tell({ do: "lesion", fraction: Number(slider.value) / 100 }));
    }

    /** Shows what a slider of percents stands at. */
    function percent(slider, output) {
      const show = () => {
        output.textContent = slider.value + " %";
        slider.setAttribute("aria-valuetext", slider.value + " percent");
      };
      slider.addEventListener("input", show);
      show();
    }

    return {
      /** Shows how things are. */
      show() {
        const running = store.chunk.state === "running";
        const text = running ? "Pause" : "Resume";
        if (byId("pause").textContent !== text) byId("pause").textContent = text;
        byId("step").disabled = running;
        const gate = gateNow();
        if (gate !== pressed) press(gate);
        const tempos = [byId("tempo"), byId("tempo-value")];
        if (tempos.indexOf(document.activeElement) < 0) {
          tempos.forEach((input) => {
            if (Number(input.value) !== store.chunk.gain) input.value = store.chunk.gain;
          });
        }
      },
      toggle,
      step,
    };
  };
})((window.mnemeWatch = window.mnemeWatch || {}));
