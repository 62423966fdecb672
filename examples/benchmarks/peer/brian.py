"""Runs a circuit written by org.mneme.benchmarks.CircuitDescription in Brian2's C++ standalone mode, spike for spike.

    python3 brian.py FOLDER RESULT.json [BUILD_FOLDER]

Integer ticks: dt is one tick, synapses act before the groups are updated, so that a delay of d ticks is d - 1 of Brian2's.
A weight is part of a pathway's code, not a variable, which is the fastest wording found. The compiler gets -O3 -march=native.
Prints the time of the run as Brian2 measures it (compilation excluded) and fails unless the spikes are Mneme's.
"""

import json
import sys
from pathlib import Path

import numpy as np
from brian2 import (
    Network,
    NeuronGroup,
    SpikeGeneratorGroup,
    SpikeMonitor,
    Synapses,
    defaultclock,
    device,
    ms,
    prefs,
    second,
    set_device,
)


def values(number, numbers):
    return numbers if len(numbers) > 1 else np.full(number, numbers[0])


def group(population, circuit):
    name, size = population["name"], population["size"]
    if population["model"] == "source":
        given = [(t, n) for p, t, n, _ in circuit["input"] if p == name]
        return SpikeGeneratorGroup(size, [n for _, n in given], [t for t, _ in given] * ms, name="p_" + name)
    keep_u, keep_v = 1 - population["decay_u"], 1 - population["decay_v"]
    made = NeuronGroup(
        size,
        "a : 1\nu : 1\nv : 1\nbias : 1 (constant)\ntheta : 1 (constant)\nbottom : 1 (constant)\nback : 1 (constant)",
        threshold="v > theta",
        reset="v = back",
        name="p_" + name,
    )
    update = []
    if keep_u == 0:
        drive = "a"
    else:
        update.append(f"u = {keep_u} * u + a")
        drive = "u"
    update.append(f"v = clip({keep_v} * v + {drive} + bias, bottom, 1e300)" if keep_v else f"v = clip({drive} + bias, bottom, 1e300)")
    update.append("a = 0")
    made.run_regularly("\n".join(update), when="groups")
    made.bias = values(size, population["bias"])
    made.theta = values(size, population["threshold"])
    made.bottom = values(size, population["floor"])
    made.back = values(size, population["reset"])
    return made


def synapses(projection, groups, folder):
    source, target = groups[projection["source"]], groups[projection["target"]]
    delay = (projection["delay"] - 1) * ms
    made = []
    if "all" in projection:
        made.append(Synapses(source, target, on_pre=f"a_post += {projection['all']}", delay=delay, name="s_" + projection["name"]))
        made[0].connect()
    for number, part in enumerate(projection.get("groups", [])):
        s = Synapses(source, target, on_pre=f"a_post += {part['weight']}", delay=delay, name=f"s_{projection['name']}_{number}")
        i, j = (np.fromfile(folder / (part["file"] + end), ">i4").astype(np.int32) for end in (".sources", ".targets"))
        s.connect(i=i, j=j)
        made.append(s)
    return made


def main():
    folder, result = Path(sys.argv[1]), Path(sys.argv[2])
    build = sys.argv[3] if len(sys.argv) > 3 else str(folder / "brian")
    circuit = json.loads((folder / "circuit.json").read_text(encoding="utf-8"))
    prefs.codegen.cpp.extra_compile_args_gcc = ["-w", "-O3", "-ffast-math", "-fno-finite-math-only", "-march=native", "-std=c++17"]
    prefs.core.default_float_dtype = np.float64
    set_device("cpp_standalone", directory=build, build_on_run=False)
    defaultclock.dt = 1 * ms
    groups = {p["name"]: group(p, circuit) for p in circuit["populations"]}
    paths = [s for p in circuit["projections"] for s in synapses(p, groups, folder)]
    monitors = [SpikeMonitor(g, name="m_" + name) for name, g in groups.items()]
    network = Network(*groups.values(), *paths, *monitors)
    network.schedule = ["start", "synapses", "groups", "thresholds", "resets", "end"]
    network.run(circuit["ticks"] * ms)
    device.build(directory=build, compile=True, run=True, debug=False)
    seconds = device._last_run_time
    first, spikes = 0, []
    for population, monitor in zip(circuit["populations"], monitors):
        ticks = np.rint(np.asarray(monitor.t / second) * 1e3).astype(np.int64)
        spikes.append(np.stack([ticks, np.asarray(monitor.i, np.int64) + first], 1))
        first += population["size"]
    peer = np.concatenate(spikes)
    peer = peer[np.lexsort((peer[:, 1], peer[:, 0]))]
    ours = np.stack([np.fromfile(folder / ("spikes." + part), ">i4") for part in ("ticks", "neurons")], 1)
    same = peer.shape == ours.shape and bool((peer == ours).all())
    each = seconds / circuit["steps"]
    result.write_text(
        json.dumps({"steps": circuit["steps"], "secondsPerStep": each, "spikes": len(peer), "same": same}), encoding="utf-8"
    )
    print(f"Brian2: {1e6 * each:,.1f} us a recall step over {circuit['steps']} steps, {len(peer)} spikes, {'the same' if same else 'NOT the same'} as Mneme's")
    if not same or len(ours) < circuit["steps"]:
        for row in range(min(len(peer), len(ours))):
            if (peer[row] != ours[row]).any():
                print("first difference:", peer[row], ours[row])
                break
        sys.exit(1)


main()
