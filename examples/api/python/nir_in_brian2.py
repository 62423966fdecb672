"""Runs a NIR file of spiking neurons in Brian2: forward Euler at the file's dt, a spike counts 1 and arrives its Delay later.

    nir_in_brian2.py NET.nir DATA.h5     feeds the Input nodes with their spikes in DATA.h5 (nir.read_data) and compares all
                                         other nodes' spikes with those in there; needs nir, brian2

The network comes from NET.nir alone. "mneme compile FILE -o NET.nir" writes one; "mneme run FILE --record DIR" and
"mneme export DIR DATA.h5" write the data.
"""

import sys

import brian2 as b2
import nir
import numpy as np

NEURONS = (nir.Input, nir.LIF, nir.IF)


def paths(graph):
    """Every way from neuron to neuron over linear nodes: (source, target, weights[target, source], delay[target] in s)."""
    following = {name: [b for a, b in graph.edges if a == name] for name in graph.nodes}

    def walk(source, name, weights, delay):
        for target in following[name]:
            node = graph.nodes[target]
            match node:
                case nir.Input() | nir.LIF() | nir.IF():
                    yield source, target, weights, delay
                case nir.Linear():
                    after = np.full(len(node.weight), delay.max()) if len(delay) else delay
                    yield from walk(source, target, node.weight @ weights, after)
                case nir.Scale():
                    yield from walk(source, target, node.scale[:, None] * weights, delay)
                case nir.Delay():
                    yield from walk(source, target, weights, delay + node.delay)
                case nir.Output():
                    pass
                case _:
                    sys.exit(f"node {target}: {type(node).__name__} is not among those that this script runs")

    for name, node in graph.nodes.items():
        if isinstance(node, NEURONS):
            size = int(np.prod(node.output_type["output"]))
            yield from walk(name, name, np.eye(size), np.zeros(size))


def neurons(name, node, dt):
    """A group whose v makes Euler's step with the sum x of what has arrived."""
    group = b2.NeuronGroup(
        node.v_threshold.size,
        "v : 1\nx : 1\nalpha : 1\nr : 1\nv_leak : 1\nv_threshold : 1 (constant)\nv_reset : 1 (constant)",
        threshold="v > v_threshold",
        reset="v = v_reset",
        dt=dt * b2.second,
    )
    group.v_threshold, group.v_reset = node.v_threshold, node.v_reset
    if isinstance(node, nir.LIF):
        group.alpha, group.r, group.v_leak = dt / node.tau, node.r, node.v_leak
        step = "v += alpha * (v_leak - v + r * x)\nx = 0"
    else:
        group.r = node.r * dt
        step = "v += r * x\nx = 0"
    group.run_regularly(step, when="groups", dt=dt * b2.second)
    return group


def spikes(data, name, dt):
    events = data.nodes[name].observables["spikes"]
    return events.idx[0], np.rint(events.time[0] / dt).astype(int)


def run(graph, data):
    dt = float(graph.metadata["dt"])
    b2.defaultclock.dt = dt * b2.second
    groups = {}
    for name, node in graph.nodes.items():
        if isinstance(node, nir.Input):
            index, tick = spikes(data, name, dt)
            size = int(np.prod(node.output_type["output"]))
            groups[name] = b2.SpikeGeneratorGroup(size, index, tick * dt * b2.second, dt=dt * b2.second)
        elif isinstance(node, NEURONS):
            groups[name] = neurons(name, node, dt)
    synapses = []
    for source, target, weights, delay in paths(graph):
        made = b2.Synapses(groups[source], groups[target], "w : 1", on_pre="x_post += w")
        i, j = np.nonzero(weights.T)
        made.connect(i=i, j=j)
        made.w = weights[j, i]
        # Brian2 adds what arrives after the neurons' step, so that it counts in the next one
        made.delay = (np.maximum(np.rint(delay / dt), 1) - 1)[j] * dt * b2.second
        synapses.append(made)
    monitors = {name: b2.SpikeMonitor(group) for name, group in groups.items()}
    network = b2.Network(*groups.values(), *synapses, *monitors.values())
    network.run(max(node.observables["spikes"].t_max for node in data.nodes.values()) * b2.second)
    return {
        name: sorted(zip(np.rint(monitor.t / b2.second / dt).astype(int).tolist(), monitor.i[:].tolist()))
        for name, monitor in monitors.items()
    }


def main(net, recorded):
    b2.prefs.codegen.target = "numpy"
    graph, data = nir.read(net), nir.read_data(recorded)
    heard = run(graph, data)
    dt = float(graph.metadata["dt"])
    differ = 0
    for name, got in heard.items():
        index, tick = spikes(data, name, dt)
        wanted = sorted(zip(tick.tolist(), index.tolist()))
        differ += got != wanted
        print(f"{name}: {len(got)} spikes in Brian2, {len(wanted)} recorded, {'equal' if got == wanted else 'DIFFERENT'}")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
