"""NIR files and the reference package (PyPI: nir): what it writes, we read; what we write, it reads.

    nir_files.py write FOLDER     writes the files that NirFileTest reads; FOLDER is src/test/resources/org/mneme/nir/file
    nir_files.py check FILE       reads a file that NirFileTest wrote and compares it with the same sample
    nir_files.py same FILE FILE   compares what two files hold, but for the versions

The sample holds every node type; SampleGraph.java holds the same.
"""

import sys

import h5py
import nir
import numpy as np


def signed(step, *shape):
    """Quarters between -5/4 and 5/4."""
    return (np.arange(np.prod(shape)) * step % 11 - 5).reshape(shape) / 4


def positive(step, *shape):
    """Eighths between 1/8 and 11/8."""
    return (np.arange(np.prod(shape)) * step % 11 + 1).reshape(shape) / 8


def sample():
    inner = nir.NIRGraph(
        nodes={
            "in": nir.Input(np.array([4])),
            "li": nir.LI(tau=positive(3, 4), r=positive(2, 4), v_leak=signed(5, 4)),
            "cubali": nir.CubaLI(
                tau_syn=positive(1, 4), tau_mem=positive(2, 4), r=positive(3, 4), v_leak=signed(4, 4), w_in=signed(3, 4)
            ),
            "out": nir.Output(np.array([4])),
        },
        edges=[("in", "li"), ("li", "cubali"), ("cubali", "out")],
    )
    nodes = {
        "image": nir.Input(np.array([2, 6, 6])),
        "conv2d": nir.Conv2d(
            input_shape=np.array([6, 6]),
            weight=signed(2, 3, 2, 3, 3),
            stride=np.array([1, 1]),
            padding=np.array([1, 1]),
            dilation=np.array([1, 1]),
            groups=1,
            bias=signed(3, 3),
        ),
        "sum": nir.SumPool2d(kernel_size=np.array([2, 2]), stride=np.array([2, 2]), padding=np.array([0, 0])),
        "avg": nir.AvgPool2d(kernel_size=np.array([3, 3]), stride=np.array([1, 1]), padding=np.array([1, 1])),
        "flatten": nir.Flatten(input_type=np.array([3, 3, 3]), start_dim=0, end_dim=-1),
        "affine": nir.Affine(weight=signed(4, 4, 27), bias=signed(5, 4)),
        "lif": nir.LIF(
            tau=positive(1, 4),
            r=positive(2, 4),
            v_leak=signed(3, 4),
            v_threshold=positive(4, 4),
            v_reset=-positive(5, 4),
            metadata={"region": "CA3 – Ärea", "numbers": signed(1, 2, 2), "deep": {"count": 3}},
        ),
        "linear": nir.Linear(weight=signed(6, 4, 4)),
        "cubalif": nir.CubaLIF(
            tau_syn=positive(1, 4),
            tau_mem=positive(2, 4),
            r=positive(3, 4),
            v_leak=signed(4, 4),
            v_threshold=positive(5, 4),
            v_reset=-positive(6, 4),
            w_in=signed(3, 4),
        ),
        "delay": nir.Delay(delay=positive(2, 4)),
        "scale": nir.Scale(scale=signed(7, 4)),
        "if": nir.IF(r=positive(1, 4), v_threshold=positive(2, 4), v_reset=-positive(3, 4)),
        "threshold": nir.Threshold(threshold=positive(3, 4)),
        "nested": inner,
        "output": nir.Output(np.array([4])),
        "sound": nir.Input(np.array([2, 8])),
        "conv1d": nir.Conv1d(
            input_shape=8, weight=signed(3, 3, 2, 3), stride=1, padding="same", dilation=1, groups=1, bias=signed(2, 3)
        ),
        "i": nir.I(r=positive(2, 3, 8)),
        "heard": nir.Output(np.array([3, 8])),
    }
    chain = ["image", "conv2d", "sum", "avg", "flatten", "affine", "lif", "linear", "cubalif", "delay", "scale", "if"]
    chain += ["threshold", "nested", "output"]
    edges = list(zip(chain, chain[1:])) + [("sound", "conv1d"), ("conv1d", "i"), ("i", "heard")]
    return nir.NIRGraph(nodes, edges, metadata={"dt": 0.001})


def scalars():
    """Parameters that stand for all neurons."""
    nodes = {
        "in": nir.Input(np.array([3])),
        "lif": nir.LIF(tau=np.array(0.5), r=np.array(1.0), v_leak=np.array(0.0), v_threshold=np.array(1.0)),
        "out": nir.Output(np.array([3])),
    }
    return nir.NIRGraph(nodes, [("in", "lif"), ("lif", "out")], type_check=False)


def small():
    """One matrix large enough to be worth compressing."""
    nodes = {"in": nir.Input(np.array([30])), "linear": nir.Linear(signed(5, 20, 30)), "out": nir.Output(np.array([20]))}
    return nir.NIRGraph(nodes, [("in", "linear"), ("linear", "out")])


def write_old(path):
    """The layout of 0.2: no v_reset, no w_in, no input shape of a convolution; single precision."""
    with h5py.File(path, "w") as f:
        f["version"] = "0.2.0"
        node = f.create_group("node")
        node["type"] = "NIRGraph"
        node["edges"] = [("input", "conv"), ("conv", "if"), ("lif", "cubalif"), ("cubalif", "output")]
        parts = {
            "input": {"type": "Input", "shape": np.array([1, 4])},
            "conv": {
                "type": "Conv1d",
                "weight": signed(2, 1, 1, 3),
                "stride": 1,
                "padding": 1,
                "dilation": 1,
                "groups": 1,
                "bias": signed(1, 1),
            },
            "if": {"type": "IF", "r": positive(1, 1, 4), "v_threshold": positive(2, 1, 4)},
            "lif": {"type": "LIF", "tau": positive(1, 2), "r": positive(2, 2), "v_leak": signed(3, 2), "v_threshold": positive(4, 2)},
            "cubalif": {
                "type": "CubaLIF",
                "tau_mem": positive(1, 2),
                "tau_syn": positive(2, 2),
                "r": positive(3, 2),
                "v_leak": signed(4, 2),
                "v_threshold": positive(5, 2),
            },
            "output": {"type": "Output", "shape": np.array([2])},
        }
        for name, fields in parts.items():
            for field, value in fields.items():
                if isinstance(value, np.ndarray) and value.dtype == float:
                    value = value.astype(np.float32)
                node[f"nodes/{name}/{field}"] = value


def write_fixed(path):
    """Texts of fixed length, truth values, nothing in a list."""
    with h5py.File(path, "w") as f:
        f["version"] = np.bytes_("1.0.8")
        f["node/type"] = np.bytes_("NIRGraph")
        f["node/edges"] = np.zeros((0, 2))
        f["node/nodes/in/type"] = np.bytes_("Input")
        f["node/nodes/in/shape"] = np.array([2], dtype=np.int8)
        f["node/nodes/in/metadata/learned"] = True
        f["node/nodes/in/metadata/none"] = np.zeros(0)


def write(folder):
    nir.write(f"{folder}/sample.nir", sample())
    nir.write(f"{folder}/plain.nir", sample(), compression=None)
    nir.write(f"{folder}/lzf.nir", small(), compression="lzf")
    nir.write(f"{folder}/scalars.nir", scalars(), compression=None)
    write_old(f"{folder}/old.nir")
    write_fixed(f"{folder}/fixed.nir")
    print(f"nir {nir.version}: files written to {folder}")


def differences(ours, theirs, path="node"):
    """Where two dictionaries of nir's to_dict differ."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours.keys() | theirs.keys()):
            if key not in ours or key not in theirs:
                yield f"{path}/{key} is missing in {'the first' if key not in ours else 'the second'}"
            else:
                yield from differences(ours[key], theirs[key], f"{path}/{key}")
    elif path.endswith("/edges"):
        if sorted(map(tuple, ours)) != sorted(map(tuple, theirs)):
            yield f"{path}: {ours} is not {theirs}"
    elif isinstance(ours, str) or isinstance(theirs, str):
        if ours != theirs:
            yield f"{path}: {ours!r} is not {theirs!r}"
    elif np.shape(ours) != np.shape(theirs) or not np.array_equal(ours, theirs):
        yield f"{path}: {ours} is not {theirs}"


def compare(ours, theirs, name):
    found = list(differences(ours.to_dict(), theirs.to_dict()))
    for difference in found:
        print(difference)
    if found:
        sys.exit(f"{name}: {len(found)} differences")
    print(f"{name}: equal, node by node, value by value ({len(theirs.nodes)} nodes)")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", folder]:
            write(folder)
        case ["check", file]:
            compare(nir.read(file), sample(), file)
        case ["same", first, second]:
            compare(nir.read(first), nir.read(second), first)
        case _:
            sys.exit(__doc__)
