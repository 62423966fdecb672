"""Writes small networks by the reference package, with input spikes and what the stepper makes of them, for the import tests.

Between them they have every node type. Usage: make_networks.py FOLDER; needs nir, numpy, h5py.
"""

import json
import os
import sys

import h5py
import nir
import numpy as np
import stepper

DT = 1e-3


def full(shape, value):
    return np.full(shape, float(value))


def lif(shape, rng, **more):
    values = dict(tau=rng.uniform(3e-3, 20e-3, shape), r=rng.uniform(4, 9, shape), v_leak=rng.uniform(-0.2, 0.2, shape))
    values |= dict(v_threshold=rng.uniform(0.6, 1.2, shape), v_reset=rng.uniform(-0.3, 0.1, shape))
    return nir.LIF(**(values | more))


def network(nodes, edges, **metadata):
    return nir.NIRGraph(nodes=nodes, edges=edges, metadata=metadata, type_check=False)


def chain(**nodes):
    names = list(nodes)
    return network(nodes, list(zip(names, names[1:])))


def networks():
    rng = np.random.default_rng(4)
    yield "lif", network(
        {
            "input": nir.Input(np.array([3])),
            "affine": nir.Affine(rng.uniform(-1, 2, (4, 3)), rng.uniform(0, 0.15, 4)),
            "lif": lif(4, rng),
            "recurrent": nir.Linear(rng.uniform(-1, 1, (4, 4))),
            "li": nir.LI(tau=full(4, 8e-3), r=full(4, 3), v_leak=full(4, 0.25)),
            "output": nir.Output(np.array([4])),
            "analog": nir.Output(np.array([4])),
        },
        [("input", "affine"), ("affine", "lif"), ("lif", "recurrent"), ("recurrent", "lif"), ("lif", "output"), ("lif", "li"), ("li", "analog")],
        dt=DT,
    ), {}
    yield "cuba", network(
        {
            "input": nir.Input(np.array([3])),
            "affine": nir.Affine(rng.uniform(-1, 3, (5, 3)), rng.uniform(-0.3, 0.6, 5)),
            "cubalif": nir.CubaLIF(
                tau_syn=rng.uniform(2e-3, 9e-3, 5),
                tau_mem=rng.uniform(4e-3, 15e-3, 5),
                r=rng.uniform(3, 9, 5),
                v_leak=rng.uniform(-0.1, 0.3, 5),
                v_threshold=full(5, 0.8),
                v_reset=full(5, -0.2),
                w_in=rng.uniform(1, 3, 5),
            ),
            "cubali": nir.CubaLI(tau_syn=full(5, 5e-3), tau_mem=full(5, 7e-3), r=full(5, 2), v_leak=full(5, -0.5), w_in=full(5, 1.5)),
            "output": nir.Output(np.array([5])),
            "analog": nir.Output(np.array([5])),
        },
        [("input", "affine"), ("affine", "cubalif"), ("cubalif", "output"), ("cubalif", "cubali"), ("cubali", "analog")],
    ), {}
    yield "conv", chain(
        input=nir.Input(np.array([2, 6, 7])),
        conv=nir.Conv2d((6, 7), rng.uniform(-1, 2, (4, 1, 3, 2)), (2, 1), (1, 2), (1, 2), 2, rng.uniform(-0.5, 0.5, 4)),
        if_=nir.IF(r=full((4, 3, 9), 150), v_threshold=full((4, 3, 9), 0.9), v_reset=full((4, 3, 9), 0)),
        sumpool=nir.SumPool2d(np.array([2, 2]), np.array([1, 2]), np.array([1, 0])),
        avgpool=nir.AvgPool2d(np.array([2, 3]), np.array([2, 1]), np.array([0, 1])),
        flatten=nir.Flatten({"input": np.array([4, 2, 4])}, 0, -1),
        linear=nir.Linear(rng.uniform(-0.4, 0.5, (6, 32))),
        lif=lif(6, rng),
        output=nir.Output(np.array([6])),
    ), {}
    yield "conv1d", chain(
        input=nir.Input(np.array([2, 9])),
        conv1=nir.Conv1d(9, rng.uniform(-1, 2, (3, 2, 4)), 1, "same", 1, 1, rng.uniform(-0.5, 0.5, 3)),
        threshold=nir.Threshold(rng.uniform(-0.1, 1.5, (3, 9))),
        scale=nir.Scale(rng.uniform(0.5, 2, (3, 9))),
        conv2=nir.Conv1d(9, rng.uniform(-1, 2, (2, 3, 3)), 2, "valid", 2, 1, rng.uniform(0, 0.1, 2)),
        gain=nir.Scale(rng.uniform(0.5, 2, (2, 3))),
        lif=lif((2, 3), rng),
        output=nir.Output(np.array([2, 3])),
    ), {}
    yield "delays", network(
        {
            "input": nir.Input(np.array([4])),
            "before": nir.Delay(np.array([0.0, 1e-3, 2e-3, 5e-3])),
            "affine": nir.Affine(rng.uniform(0, 2, (3, 4)), rng.uniform(0, 0.2, 3)),
            "after": nir.Delay(np.array([3e-3, 0.0, 1.4e-3])),
            "direct": nir.Linear(rng.uniform(-1, 1, (3, 4))),
            "lif": lif(3, rng),
            "loop": nir.Delay(full(3, 4e-3)),
            "weights": nir.Linear(rng.uniform(-1, 1, (3, 3))),
            "output": nir.Output(np.array([3])),
        },
        [
            ("input", "before"),
            ("before", "affine"),
            ("affine", "after"),
            ("after", "lif"),
            ("input", "direct"),
            ("direct", "lif"),
            ("lif", "loop"),
            ("loop", "weights"),
            ("weights", "lif"),
            ("lif", "output"),
        ],
    ), {}
    yield "integrators", network(
        {
            "input": nir.Input(np.array([3])),
            "affine": nir.Affine(rng.uniform(-1, 2, (3, 3)), rng.uniform(-0.1, 0.3, 3)),
            "i": nir.I(full(3, 300)),
            "threshold": nir.Threshold(full(3, 0.7)),
            "li": nir.LI(tau=full(3, 6e-3), r=full(3, 4), v_leak=full(3, 0.3)),
            "mix": nir.Affine(rng.uniform(-1, 1, (2, 3)), np.array([0.1, -0.2])),
            "cubali": nir.CubaLI(tau_syn=full(2, 3e-3), tau_mem=full(2, 5e-3), r=full(2, 3), v_leak=full(2, 0.1), w_in=full(2, 2)),
            "scale": nir.Scale(np.array([1.5, -0.7])),
            "if": nir.IF(r=full(2, 400), v_threshold=full(2, 0.5), v_reset=full(2, -0.1)),
            "output": nir.Output(np.array([2])),
            "steps": nir.Output(np.array([3])),
        },
        [
            ("input", "affine"),
            ("affine", "i"),
            ("i", "threshold"),
            ("affine", "li"),
            ("li", "mix"),
            ("mix", "cubali"),
            ("cubali", "scale"),
            ("scale", "if"),
            ("if", "output"),
            ("threshold", "steps"),
        ],
    ), {}
    block = network(
        {
            "in": nir.Input(np.array([3])),
            "w": nir.Linear(rng.uniform(-1, 1, (3, 3))),
            "lif": lif(3, rng),
            "out": nir.Output(np.array([3])),
        },
        [("in", "lif"), ("lif", "w"), ("w", "lif"), ("lif", "out")],
    )
    yield "nested", network(
        {
            "left": nir.Input(np.array([2])),
            "right": nir.Input(np.array([3])),
            "w": nir.Linear(rng.uniform(0, 2, (3, 2))),
            "block": block,
            "li": nir.LI(tau=full(3, 5e-3), r=full(3, 1), v_leak=full(3, 0)),
            "output": nir.Output(np.array([3])),
        },
        [("left", "w"), ("w", "block"), ("right", "block"), ("block", "li"), ("li", "output")],
    ), {"population": True}
    # Without memory, and sums that meet the thresholds of neurons 0 and 3 exactly: these must not fire.
    yield "ties", chain(
        input=nir.Input(np.array([3])),
        weights=nir.Linear(np.array([[2.0, 0, 0], [0, 1.5, 0], [0.5, 0, 2.5], [1, 0, 0]])),
        lif=nir.LIF(tau=full(4, DT), r=full(4, 1), v_leak=full(4, 0), v_threshold=np.array([2, 1.25, 2.5, 1])),
        output=nir.Output(np.array([4])),
    ), {}


def older(folder):
    """A file as version 0.2 wrote it: no v_reset, parameters that are one number for all, uncompressed."""
    path = os.path.join(folder, "older.nir")
    with h5py.File(path, "w") as f:
        f["version"] = "0.2"
        node = f.create_group("node")
        node["type"] = "NIRGraph"
        node["edges"] = np.array([("input", "w"), ("w", "lif"), ("lif", "output")], dtype=h5py.string_dtype())
        nodes = node.create_group("nodes")

        def add(name, **fields):
            group = nodes.create_group(name)
            for key, value in fields.items():
                group[key] = value

        add("input", type="Input", shape=np.array([2]))
        add("w", type="Linear", weight=np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.5]], dtype=np.float32))
        add("lif", type="LIF", tau=0.004, r=2.0, v_leak=0.0, v_threshold=0.75)
        add("output", type="Output", shape=np.array([3]))
    return path


def inputs(graph, several, seed, ticks):
    rng = np.random.default_rng(seed)
    rows = []
    for t in range(ticks - 5):
        for name, node in graph.nodes.items():
            if isinstance(node, nir.Input):
                size = int(np.prod(node.input_type["input"]))
                rows += [(t, name, n) for n in np.flatnonzero(rng.random(size) < 0.3)]
    header = "tick,population,neuron\n" if several else "tick,neuron\n"
    return header + "".join(f"{t},{p},{n}\n" if several else f"{t},{n}\n" for t, p, n in rows)


def main(folder):
    os.makedirs(folder, exist_ok=True)
    ticks, made = 30, {}
    for name, graph, options in networks():
        path = os.path.join(folder, name + ".nir")
        nir.write(path, graph, compression=None if name == "ties" else "gzip")
        made[name] = (path, graph, bool(options.get("population")))
    path = older(folder)
    made["older"] = (path, nir.read(path, type_check=False), False)
    for seed, (name, (path, graph, several)) in enumerate(sorted(made.items())):
        base = os.path.join(folder, name)
        with open(base + ".in.csv", "w", newline="") as file:
            file.write(inputs(graph, several, seed, ticks))
        stepper.write(path, base + ".in.csv", DT, ticks, base + ".spikes.csv", base + ".states.csv")
    with open(os.path.join(folder, "networks.json"), "w") as file:
        json.dump({"dt": DT, "ticks": ticks, "networks": sorted(made)}, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
