"""Prints the ratios of Mneme's kernels to their peers from one run of both.

    python3 table.py PEERS.json JMH.json...
"""

import json
import sys

READS = ("readJavaXor4", "readCSum", "readCXor8")
BOUNDS = [
    # work, JMH benchmark, patterns, peer, at least (peer / ours) or at most (ours / best read)
    ("step, exponential, P = 100,000", "stepExponential", "100000", "step.exponential", 50.0, 2.0),
    ("step, exponential, P = 2,000,000", "stepExponential", "2000000", None, None, 1.3),
    ("step, d = 3, P = 100,000", "stepCube", "100000", "step.cubic", 4.0, None),
    ("step, d = 3, P = 100,000, excluded", "stepCubeExcluded", "100000", "step.cubicExcluded", 2.0, None),
    ("step, exponential, P = 100,000, excluded", "stepExponentialExcluded", "100000", "step.exponentialExcluded", None, None),
    ("7,000 transitions, d = 3, excluded", "allTransitions EXCLUDED", "7000", "transitions.excluded.block", 1.5, None),
    ("7,000 transitions, d = 3, included", "allTransitions INCLUDED", "7000", "transitions.included.block", 1.2, None),
    ("7,000 transitions, excluded, against the paper's formula", "allTransitions EXCLUDED", "7000", "transitions.excluded.paper", 100.0, None),
]


def measured(files):
    """Returns (benchmark, patterns) -> microseconds."""
    found = {}
    for file in files:
        with open(file, encoding="utf-8") as text:
            for result in json.load(text):
                metric = result["primaryMetric"]
                unit = {"us/op": 1, "ms/op": 1e3}[metric["scoreUnit"]]
                params = result["params"]
                name = " ".join([result["benchmark"].rsplit(".", 1)[1], params.get("selfCoupling", "")]).strip()
                found[name, params["patterns"]] = metric["score"] * unit
    return found


def main():
    with open(sys.argv[1], encoding="utf-8") as text:
        peers = json.load(text)
    ours = measured(sys.argv[2:])
    print("| work | Mneme, µs | NumPy, fastest wording, µs | NumPy / Mneme | wanted | best read, µs | Mneme / read | wanted |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    missed = 0
    for work, name, patterns, peer, least, most in BOUNDS:
        if (name, patterns) not in ours:
            continue
        time = ours[name, patterns]
        row = [work, f"{time:,.0f}", "", "", "", "", "", ""]
        if peer:
            # The wordings of one work differ in what follows its name: a number, or a block size and a number.
            fastest = min(v for k, v in peers.items() if k == peer or k.startswith(peer) and k[len(peer) :].strip(".0123456789") == "")
            row[2:4] = f"{fastest:,.0f}", f"{fastest / time:,.1f}"
            row[4] = f"≥ {least:g}" if least else ""
            missed += bool(least) and fastest / time < least
        reads = [ours[r, patterns] for r in READS if (r, patterns) in ours]
        if reads and name.startswith("stepExp"):
            row[5:7] = f"{min(reads):,.0f}", f"{time / min(reads):.2f}"
            row[7] = f"≤ {most:g}" if most else ""
            missed += bool(most) and time / min(reads) > most
        print("| " + " | ".join(row) + " |")
    print(f"\n{missed} bounds missed")


if __name__ == "__main__":
    main()
