"""Recall steps of the sequence memory in NumPy, float32, each in the fastest wording known: the peers of the Java kernels.

    python3 lshm.py [OUT.json]       one thread; needs numpy and about 2 GB of memory

A cycle of P random patterns of N features; rows of X are patterns, row mu leads to row mu + 1. Several wordings of the same work are
timed and all are printed; a ratio is taken to the fastest. All agree on every sign, which is checked.
"""

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import json
import sys
import time

import numpy as np

NEGLIGIBLE = 30.0  # e^-30 times 10^5 patterns is far below one float32 rounding of the largest term


def best(work, seconds=4.0, least=3):
    """Returns the least time of one call in microseconds, and its result."""
    result = work()
    times = []
    begin = time.perf_counter()
    while len(times) < least or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return min(times) * 1e6, result


def patterns(count, features, seed):
    bits = np.random.default_rng(seed).integers(0, 2, (count, features), dtype=np.int8)
    return (2 * bits - 1).astype(np.float32)


def step_wordings(x, s):
    """One recall step from the state s."""
    n = x.shape[1]
    products = np.roll(x, -1, axis=0) * x

    def exponential_all():
        m = x @ s
        return np.roll(np.exp(m - m.max()), 1) @ x

    def exponential_few():
        m = x @ s
        near = np.flatnonzero(m > m.max() - NEGLIGIBLE)
        return np.exp(m[near] - m.max()) @ x[(near + 1) % len(x)]

    def cubic():
        m = x @ s
        return np.roll(m * m * m, 1) @ x

    def cubic_power():
        return np.roll((x @ s) ** 3, 1) @ x

    def cubic_excluded():
        m = x @ s
        squares = m * m
        return np.roll(m * (squares + 3), 1) @ x - s * ((3 * squares + 1) @ products)

    def exponential_excluded():
        m = x @ s
        e = np.exp(m - m.max())
        return np.roll(e, 1) @ x * np.float32(np.cosh(1)) - s * (e @ products) * np.float32(np.sinh(1))

    def exponential_excluded_few():
        m = x @ s
        near = np.flatnonzero(m > m.max() - NEGLIGIBLE)
        e = np.exp(m[near] - m.max())
        after = x[(near + 1) % len(x)]
        return e @ after * np.float32(np.cosh(1)) - s * (e @ (after * x[near])) * np.float32(np.sinh(1))

    return {
        "exponential": [exponential_all, exponential_few],
        "cubic": [cubic, cubic_power],
        "cubicExcluded": [cubic_excluded],
        "exponentialExcluded": [exponential_excluded, exponential_excluded_few],
    }


def transition_wordings(x, block):
    """All P transitions; blocks of states, so that the overlaps stay in cache."""
    after = np.roll(x, -1, axis=0)
    products = after * x
    count = len(x)

    def blocks(field):
        return np.vstack([field(x[k : k + block]) for k in range(0, count, block)])

    def included(s):
        m = s @ x.T
        return (m * m * m) @ after

    def included_in_place(s):
        m = s @ x.T
        cubes = m * m
        cubes *= m
        return cubes @ after

    def excluded(s):
        m = s @ x.T
        squares = m * m
        return (m * (squares + 3)) @ after - s * ((3 * squares + 1) @ products)

    def excluded_in_place(s):
        m = s @ x.T
        squares = m * m
        squares *= 3
        squares += 1
        slope = squares @ products
        squares += 8
        squares *= 1 / 3
        m *= squares
        field = m @ after
        slope *= s
        field -= slope
        return field

    return {
        "included": [lambda: blocks(included), lambda: blocks(included_in_place)],
        "excluded": [lambda: blocks(excluded), lambda: blocks(excluded_in_place)],
    }


def paper_formula(x, states):
    """Self-coupling excluded as the paper writes it: every unit its own overlaps, raised elementwise. A few states only."""
    after = np.roll(x, -1, axis=0)
    n = x.shape[1]
    fields = []
    for s in x[:states]:
        own = ((x @ s)[:, None] - x * s) / np.float32(n - 1)
        fields.append(np.sum(after * own**3, axis=0))
    return np.vstack(fields)


def measure(results, name, wordings, expected=None, scale=1.0):
    for k, work in enumerate(wordings):
        micros, field = best(work)
        signs = np.sign(field)
        expected = signs if expected is None else expected
        if not np.array_equal(signs, expected[: len(signs)] if signs.ndim == 2 else expected):
            raise SystemExit(f"wording {k} of {name} gives other signs")
        results[f"{name}.{k}"] = micros * scale
        print(f"{name:24s} wording {k} {micros * scale:14.0f} us", flush=True)


def main():
    results = {}
    x = patterns(100_000, 1024, 1)
    s = x[5].copy()
    s[:100] *= -1
    for name, wordings in step_wordings(x, s).items():
        measure(results, "step." + name, wordings)
    del x
    x = patterns(7_000, 100, 1)
    for block in (256, 1024, 7_000):
        for name, wordings in transition_wordings(x, block).items():
            measure(results, f"transitions.{name}.block{block}", wordings)
    few = 70
    micros, field = best(lambda: paper_formula(x, few), seconds=0, least=1)
    results["transitions.excluded.paper"] = micros * len(x) / few
    print(f"paper's formula, {few} of {len(x)} states, times {len(x) // few}: {micros * len(x) / few:.0f} us")
    results["numpy"] = np.__version__
    if len(sys.argv) > 1:
        with open(sys.argv[1], "w", encoding="utf-8") as out:
            json.dump(results, out, indent=1)


if __name__ == "__main__":
    main()
