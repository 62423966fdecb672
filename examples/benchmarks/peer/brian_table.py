"""Prints the ratios of Brian2's recall steps to Mneme's from one run of both: python3 brian_table.py FOLDER"""

import json
import sys
from pathlib import Path

BOUNDS = {"100x1000": 20, "1024x10000": 100}
LEAST_STEPS_A_SECOND = 2000
LONGEST_NOISY_STEP = 50e-3


def main():
    folder = Path(sys.argv[1])
    missed = 0
    print("| N x P | Brian2, us a step | Mneme, us a step | ratio | wanted | steps a second | 30 % flipped, ms |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for size, least in BOUNDS.items():
        peer = json.loads((folder / f"{size}.json").read_text(encoding="utf-8"))
        ours = {}
        for result in json.loads((folder / f"{size}.jmh.json").read_text(encoding="utf-8")):
            ours[result["benchmark"].rsplit(".", 1)[1]] = result["primaryMetric"]["score"] * 1e-6
        ratio = peer["secondsPerStep"] / ours["cleanStep"]
        missed += ratio < least or not peer["same"] or ours["noisyStep"] > LONGEST_NOISY_STEP
        missed += 1 / ours["cleanStep"] < LEAST_STEPS_A_SECOND
        print(
            f"| {size} | {1e6 * peer['secondsPerStep']:,.1f} | {1e6 * ours['cleanStep']:,.2f} | {ratio:,.1f} | >= {least} "
            f"| {1 / ours['cleanStep']:,.0f} | {1e3 * ours['noisyStep']:,.2f} |"
        )
    sys.exit(1 if missed else 0)


main()
