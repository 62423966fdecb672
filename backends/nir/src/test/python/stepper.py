"""Steps a NIR graph by forward Euler, independently of Mneme: equations and timing as docs/tasks/exchange-with-nir.md states them.

Every node is applied to arrays, tick by tick; nothing is composed. Usage: stepper.py NET.nir IN.csv DT TICKS SPIKES.csv STATES.csv
"""

import csv
import sys
from collections import defaultdict

import nir
import numpy as np


def flatten(graph, prefix=""):
    """Nodes and edges with the names of nested graphs before a dot; Input and Output nodes pass on what they get."""
    nodes, edges = {}, []

    def end(name, kind):
        node = graph.nodes[name]
        if not isinstance(node, nir.NIRGraph):
            return prefix + name
        return f"{prefix}{name}." + next(k for k, n in node.nodes.items() if isinstance(n, kind))

    for name, node in graph.nodes.items():
        if isinstance(node, nir.NIRGraph):
            inner_nodes, inner_edges = flatten(node, f"{prefix}{name}.")
            nodes.update(inner_nodes)
            edges += inner_edges
        else:
            nodes[prefix + name] = node
    return nodes, edges + [(end(a, nir.Output), end(b, nir.Input)) for a, b in graph.edges]


def convolve(x, w, stride, padding, dilation, groups):
    """Cross-correlation of (C, H, W) with (O, C/G, KH, KW), tap by tap."""
    (o, c, kh, kw), (sh, sw), (dh, dw) = w.shape, stride, dilation
    if isinstance(padding, str):
        same = [(d * (k - 1)) if padding == "same" else 0 for d, k in zip(dilation, (kh, kw))]
        pad = [(p // 2, p - p // 2) for p in same]
    else:
        pad = [(p, p) for p in padding]
    x = np.pad(x, [(0, 0), *pad])
    h = (x.shape[1] - dh * (kh - 1) - 1) // sh + 1
    v = (x.shape[2] - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((o, h, v))
    for i in range(kh):
        for j in range(kw):
            part = x[:, i * dh : i * dh + sh * (h - 1) + 1 : sh, j * dw : j * dw + sw * (v - 1) + 1 : sw]
            for g in range(groups):
                rows = slice(g * o // groups, (g + 1) * o // groups)
                y[rows] += np.einsum("oc,chw->ohw", w[rows, :, i, j], part[g * c : (g + 1) * c])
    return y


def pair(value):
    return tuple(int(v) for v in np.broadcast_to(value, 2))


def apply(node, x):
    """A node without state, bias left out."""
    match node:
        case nir.Affine() | nir.Linear():
            x = x if x.ndim == node.weight.ndim - 1 else x.reshape(-1)
            return np.einsum("...oi,...i->...o", node.weight, x)
        case nir.Scale():
            return node.scale * x
        case nir.Conv1d():
            padding = node.padding if isinstance(node.padding, str) else (0, int(node.padding))
            w = node.weight[:, :, None, :]
            return convolve(x[:, None, :], w, (1, int(node.stride)), padding, (1, int(node.dilation)), int(node.groups))[:, 0]
        case nir.Conv2d():
            padding = node.padding if isinstance(node.padding, str) else pair(node.padding)
            return convolve(x, node.weight, pair(node.stride), padding, pair(node.dilation), int(node.groups))
        case nir.SumPool2d() | nir.AvgPool2d():
            kernel = pair(node.kernel_size)
            each = 1 / np.prod(kernel) if isinstance(node, nir.AvgPool2d) else 1.0
            w = np.full((len(x), 1, *kernel), each)
            return convolve(x, w, pair(node.stride), pair(node.padding), (1, 1), len(x))
        case nir.Flatten():
            end = node.end_dim % x.ndim
            return x.reshape(*x.shape[: node.start_dim], -1, *x.shape[end + 1 :])
        case nir.Input() | nir.Output():
            return x


def bias(node, shape):
    channels = node.bias if isinstance(node, nir.Affine) else node.bias.reshape(-1, *[1] * (len(shape) - 1))
    return np.broadcast_to(channels, shape)


class Stepper:
    def __init__(self, graph, dt):
        self.nodes, edges = flatten(graph)
        self.dt, self.after = dt, defaultdict(list)
        for a, b in edges:
            self.after[a].append(b)
        sources = [b for _, b in edges]
        self.neurons = [n for n, node in self.nodes.items() if hasattr(node, "r") or isinstance(node, nir.Threshold)]
        self.shapes = self.find_shapes()
        self.v = {n: np.zeros(self.shapes[n]) for n in self.neurons}
        self.i = {n: np.zeros(self.shapes[n]) for n in self.neurons}
        self.arriving = defaultdict(lambda: defaultdict(float))
        # Non-spiking nodes that other nodes hear, not only one Output: what drives them constantly comes from tick 1 on.
        self.sending = {
            n
            for n in self.neurons
            if isinstance(self.nodes[n], (nir.LI, nir.CubaLI, nir.I))
            and any(not isinstance(self.nodes[b], nir.Output) or sources.count(b) > 1 for b in self.after[n])
        }

    def find_shapes(self):
        """The shape of what each node gives, by sending zeros through from the inputs."""
        shapes = {}
        ready = [(n, np.zeros(node.input_type["input"])) for n, node in self.nodes.items() if isinstance(node, nir.Input) and "." not in n]
        while ready:
            name, x = ready.pop()
            node = self.nodes[name]
            y = x if name in self.neurons or isinstance(node, nir.Delay) else apply(node, x)
            shapes[name] = y.shape
            ready += [(b, y) for b in self.after[name] if b not in shapes]
        return shapes

    def push(self, name, x, late, t, constant=False):
        """Sends x along the edges out of a node, `late` ticks delayed so far, until it arrives at neurons."""
        for target in self.after[name]:
            node = self.nodes[target]
            if target in self.neurons:
                now = constant and target not in self.sending and not hasattr(node, "tau_syn")
                self.arriving[t + (late if now else max(1, late))][target] += x
            elif isinstance(node, nir.Delay):
                ticks = np.broadcast_to(np.rint(node.delay / self.dt).astype(int), x.shape)
                for d in np.unique(ticks):
                    self.push(target, np.where(ticks == d, x, 0), late + int(d), t, constant)
            else:
                self.push(target, apply(node, x), late, t, constant)

    def step(self, t, inputs):
        """One tick: what arrives, constants included, then every neuron, then what they and the inputs send."""
        for name, node in self.nodes.items():
            if hasattr(node, "bias"):
                self.push(name, bias(node, self.shapes[name]), 0, t, constant=True)
        arrived, sent = self.arriving.pop(t, {}), dict(inputs)
        for n in self.neurons:
            node, x, dt = self.nodes[n], arrived.get(n, 0.0), self.dt
            if isinstance(node, nir.Threshold):
                self.v[n] = x
            elif isinstance(node, (nir.I, nir.IF)):
                self.v[n] = self.v[n] + dt * node.r * x
            else:
                tau = node.tau_mem if hasattr(node, "tau_mem") else node.tau
                if hasattr(node, "tau_syn"):
                    self.i[n] = x = self.i[n] + dt / node.tau_syn * (node.w_in * x - self.i[n])
                leak = 0 if n in self.sending and t == 0 else node.v_leak
                self.v[n] = self.v[n] + dt / tau * (leak - self.v[n] + node.r * x)
            self.v[n] = np.broadcast_to(self.v[n], self.shapes[n])
            if isinstance(node, nir.Threshold):
                sent[n] = (self.v[n] > node.threshold).astype(float)
                self.v[n] = np.where(sent[n], np.minimum(0, node.threshold), self.v[n])
            elif hasattr(node, "v_threshold"):
                sent[n] = (self.v[n] > node.v_threshold).astype(float)
                self.v[n] = np.where(sent[n], node.v_reset, self.v[n])
            else:
                sent[n] = self.v[n]
        for name, x in sent.items():
            self.push(name, x, 0, t)
        return {n: sent[n] for n in self.neurons if n in sent and not isinstance(self.nodes[n], (nir.LI, nir.CubaLI, nir.I))}


def run(graph, spikes, dt, ticks):
    """Yields (tick, spikes by node, states by node); spikes are (tick, population, neuron, payload)."""
    stepper, given = Stepper(graph, dt), defaultdict(dict)
    for tick, population, neuron, payload in spikes:
        x = given[tick].setdefault(population, np.zeros(stepper.nodes[population].input_type["input"]))
        x.reshape(-1)[neuron] = payload
    for t in range(ticks):
        fired = stepper.step(t, given[t])
        yield t, fired, {n: np.ravel(v) for n, v in stepper.v.items()}


def read_spikes(path):
    with open(path, newline="") as file:
        return [
            (int(row["tick"]), row.get("population") or "input", int(row["neuron"]), int(row.get("payload") or 1))
            for row in csv.DictReader(file)
        ]


def write(net, spikes, dt, ticks, spikes_out, states_out):
    with open(spikes_out, "w", newline="") as s, open(states_out, "w", newline="") as v:
        s.write("tick,population,neuron,payload\n")
        v.write("tick,population,neuron,value\n")
        for t, fired, states in run(nir.read(net, type_check=False), read_spikes(spikes), dt, ticks):
            for name in sorted(fired):
                for neuron in np.flatnonzero(fired[name]):
                    s.write(f"{t},{name},{neuron},1\n")
            for name in sorted(states):
                for neuron, value in enumerate(states[name]):
                    v.write(f"{t},{name},{neuron},{value!r}\n".replace("np.float64(", "").replace(")", ""))


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5], sys.argv[6])
