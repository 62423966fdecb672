"""Opens every column of a recording with plain numpy.load and checks that they fit together: check_recording.py FOLDER"""

import json
import pathlib
import sys

import numpy as np


def main(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["schema"] == "mneme-recording", manifest["schema"]
    assert manifest["version"] in (1, 2), manifest["version"]
    rows = np.load(folder / manifest["rows"]["file"])
    order = manifest["rows"]["order"]
    assert rows.dtype == np.int64 and rows.shape == (len(order),), (rows.dtype, rows.shape)
    valid = dict(zip(order, rows.tolist()))

    columns = {}
    for table in manifest["tables"]:
        for column in table["columns"]:
            values = np.load(folder / column["file"])
            count = valid[table["name"]]
            assert values.dtype == np.dtype(column["dtype"]), (column["file"], values.dtype)
            assert values.shape[1:] == ((column["width"],) if "width" in column else ()), (column["file"], values.shape)
            assert len(values) == count if manifest["complete"] else len(values) >= count, (column["file"], len(values))
            columns[column["file"]] = values[:count]

    neurons = sum(p["size"] for p in manifest["populations"])
    tick, neuron = columns["spikes/tick.npy"], columns["spikes/neuron.npy"]
    if len(tick):
        assert tick.min() >= manifest["start_tick"] and tick.max() < valid["tick"]
        assert neuron.min() >= 0 and neuron.max() < neurons
        key = tick * neurons + neuron
        assert (np.diff(key) > 0).all(), "spikes are ascending by tick, then neuron"
    assert columns["control/event_spikes.npy"].sum() == len(columns["control/tick.npy"])
    assert (columns["control/event_kind.npy"] == 1).sum() == len(columns["control/cue_state.npy"])
    state = columns["recall/state.npy"]
    assert np.isin(state, (-1, 0, 1)).all()

    # S(step), drawn again from the feature spikes alone, is what was decoded
    feature = [p for p in manifest["populations"] if p["name"] == "feature"]
    if feature and manifest["start_tick"] == 0 and len(columns["control/cue_state.npy"]) == 1:
        first, size = feature[0]["first_id"], feature[0]["size"]
        spikes = np.flatnonzero((neuron >= first) & (neuron < first + size))
        drawn = np.zeros(size, np.int8)
        ticks = tick[spikes]
        for step, at in enumerate(columns["recall/tick.npy"] if len(spikes) else ()):
            now = spikes[slice(*np.searchsorted(ticks, (at, at + 1)))]
            drawn[neuron[now] - first] = np.sign(columns["spikes/payload.npy"][now])
            assert (drawn == state[step]).all(), f"step {step}"
    print(f"{len(columns)} columns, {len(tick)} spikes, {len(state)} steps, ticks before {valid['tick']}")


main(pathlib.Path(sys.argv[1]))
