"""Seeded cases for mneme_twin.py: writes them, or recomputes a file of them from its inputs."""

import json
import math
from random import Random

import numpy as np

import mneme_twin as twin

LINEAR, EXPONENTIAL, SOFTMAX = {"linear": {}}, {"exponential": {"kappa": "0.5"}}, {"softmax": {"kappa": "0.5"}}


def power(degree):
    return {"polynomial": {"degree": degree}}


def exponential(kappa):
    return {"exponential": {"kappa": kappa}}


def threshold(matches):
    return {"threshold": {"matches": matches}}


def draw_patterns(rng, n, p, bias=0.5, zeros=0.0):
    def draw():
        return "0" if rng.random() < zeros else "+" if rng.random() < bias else "-"

    return ["".join(draw() for _ in range(n)) for _ in range(p)]


def successors(rng, p, shape):
    third = max(p // 3, 1)
    return {
        "cycle": [(mu + 1) % p for mu in range(p)],
        "chain": [mu + 1 for mu in range(p - 1)] + [-1],
        "several": [-1 if mu == third - 1 else third if mu == p - 1 else mu + 1 for mu in range(p)],
        "associative": list(range(p)),
        "map": [int(rng.random() * (p + 1)) - 1 for _ in range(p)],
    }[shape]


def negated(pattern):
    return pattern.translate(str.maketrans("+-", "-+"))


def noisy(rng, pattern, noise):
    """The pattern with each unit flipped with this probability; a unit it leaves open is drawn."""
    filled = [c if c != "0" else "+-"[rng.random() < 0.5] for c in pattern]
    return "".join(negated(c) if rng.random() < noise else c for c in filled)


def shuffled(rng, n):
    return sorted(range(n), key=[rng.random() for _ in range(n)].__getitem__)


def visited(case, states):
    """Every state a sum was taken of: with an order, also those between two steps."""
    states = [twin.vector(s) for s in states]
    for before, after, turn in zip(states.copy(), states[1:], case["order"] or []):
        for i in turn:
            before = np.where(np.arange(len(before)) == i, after, before)
            states.append(before)
    return states


def margin(case, states):
    """The least |sum| of a pseudoinverse recall relative to its terms' sizes, by a pseudoinverse and f of its own.

    It is 0 where the winners by m and by O+ m differ and a pattern has no successor: which of them ends is undefined.
    """
    net, n, least = twin.Net(case), case["N"], 1.0
    ((kind, given),) = case["interaction"].items()
    for state in visited(case, states):
        m = np.linalg.pinv(net.patterns.T, rcond=1e-7) @ state
        if kind == "threshold":
            bar = 2 * math.ceil(twin.Fraction(given["matches"]) * n) / n - 1
            least, f = min(least, np.abs(m - bar).min()), (m >= bar) * 1.0
        else:
            f = np.exp(float(given["kappa"]) * n * (m - 1)) if "kappa" in given else m ** given.get("degree", 1)
        sizes = np.abs(net.targets.T) @ np.abs(f)
        if -1 in case["next"] and np.argmax(m) != np.argmax(net.patterns @ state):
            return 0.0
        least = min(least, (np.abs(net.targets.T @ f) / np.maximum(sizes, 1e-300)).min())
    return least


def build(
    label,
    n,
    p,
    interaction,
    steps=6,
    shape="cycle",
    noise=0.0,
    bias=0.5,
    zeros=0.0,
    cue=None,
    patterns=None,
    following=None,
    symmetric=None,
    excluded=False,
    inverse=False,
    timing=None,
    turns=False,
):
    """One case; a pseudoinverse case is redrawn until no sum of it is too near zero for doubles to decide."""
    for attempt in range(100):
        rng = Random(f"{label}/{attempt}")
        rows = patterns or draw_patterns(rng, n, p, bias, zeros)
        case = {"name": label, "N": n, "P": p, "patterns": rows, "next": following or successors(rng, p, shape)}
        case |= {"interaction": interaction} | ({"symmetric": symmetric or interaction} if timing else {})
        case |= {"selfCoupling": "excluded" if excluded else "included"}
        case |= {"learning": "pseudoinverse" if inverse else "hebbian", "timing": timing}
        case |= {"order": [shuffled(rng, n) for _ in range(steps)] if turns else None, "steps": steps}
        case |= {"cue": cue or noisy(rng, rows[0], noise)}
        states, ended = twin.recall(case)
        if not inverse or margin(case, states) > 1e-6:
            return case | {"states": states, "ended": ended}
    raise ValueError(f"no draw of {label} keeps its sums away from zero")


def dense_cases():
    settings = [("linear", LINEAR, 30, 3), ("square", power(2), 24, 8), ("cube", power(3), 21, 14)]
    settings += [("tenth power", power(10), 16, 30), ("exponential", EXPONENTIAL, 15, 25)]
    settings += [("steep exponential", exponential("2"), 12, 30), ("slow exponential", exponential("0.07"), 33, 12)]
    settings += [("softmax", SOFTMAX, 18, 20), ("threshold", threshold("0.75"), 20, 12)]
    settings += [("threshold at a rounded product", threshold("0.56"), 25, 9)]  # 0.56 * 25 > 14 in doubles
    for label, f, n, p in settings:
        both = [False, True] if {"softmax", "threshold"}.isdisjoint(f) else [False]
        for out in both:
            side = "excluded" if out else "included"
            yield build(f"{label}, {side}, cycle, noisy cue", n, p, f, 10, noise=0.1, excluded=out)
            yield build(f"{label}, {side}, map, ties", 8 + 2 * (p % 3), 7, f, 6, "map", 0.2, excluded=out)
            yield build(f"{label}, {side}, several, diluted", n, 6, f, 8, "several", 0.1, zeros=0.25, excluded=out)
        yield build(f"{label}, chain", 40, 4, f, 7, "chain", 0.05)
        yield build(f"{label}, associative, biased", 26, 5, f, 4, "associative", 0.15, bias=0.7)
    rng = Random("special")
    for out in (False, True):
        side = "excluded" if out else "included"
        a, b, c, d = draw_patterns(rng, 40, 4)
        e = noisy(rng, negated(a), 0.1)
        cancel = {
            "patterns": [a, e, a, b, d, negated(b)],
            "following": [3, 4, 5, -1, -1, -1],
            "cue": a,
            "excluded": out,
        }
        # The first and the third term cancel everywhere; a double sum in this order loses the second.
        yield build(f"exponential, {side}, the large terms cancel", 40, 6, exponential("1"), 4, **cancel)
        yield build(f"tenth power, {side}, the large terms cancel", 40, 6, power(10), 4, **cancel)
        yield build(f"thirteenth power, {side}, beyond 64 bits", 40, 30, power(13), 5, noise=0.1, excluded=out)
        for name, f in (("square", power(2)), ("cube", power(3)), ("exponential", EXPONENTIAL)):
            pairs = [p for p in draw_patterns(rng, 10, 4) for p in (p, p)]
            yield build(f"{name}, {side}, duplicated patterns", 10, 8, f, 6, patterns=pairs, noise=0.1, excluded=out)
            mirror = negated(c[:22])
            rows = [c[:22], *draw_patterns(rng, 22, 5)]
            yield build(f"{name}, {side}, negated cue", 22, 6, f, 6, patterns=rows, cue=mirror, excluded=out)
        for name, f in (("linear", LINEAR), ("square", power(2)), ("cube", power(3)), ("exponential", EXPONENTIAL)):
            for p in (4, 6):
                yield build(f"{name}, {side}, small, P={p}", 8, p, f, 6, noise=0.2, excluded=out)
    rows = [negated(a[:11]) + a[11:25], *draw_patterns(rng, 25, 4)]  # 14 matches, just enough
    yield build("threshold met exactly", 25, 5, threshold("0.56"), 4, patterns=rows, cue=a[:25])
    twins = [c[:12], c[:12], d[:12]]
    yield build("equal winners, the first goes on", 12, 3, power(2), 4, patterns=twins, following=[2, -1, 0])
    yield build("equal winners, the first ends", 12, 3, power(2), 4, patterns=twins, following=[-1, 2, 0])
    yield build(
        "threshold, no unit fires", 14, 3, threshold("0.9"), 3, patterns=draw_patterns(rng, 14, 3), cue="+-" * 7
    )


def pseudoinverse_cases():
    settings = [("linear", LINEAR), ("square", power(2)), ("cube", power(3)), ("exponential", EXPONENTIAL)]
    settings += [("softmax", SOFTMAX), ("threshold", threshold("0.8"))]
    for label, f in settings:
        yield build(f"pseudoinverse {label}, biased", 24, 9, f, 8, noise=0.05, bias=0.75, inverse=True)
        f = threshold("0.6") if "threshold" in f else f  # so that some units fire: with P > N no overlap reaches 1
        yield build(f"pseudoinverse {label}, P > N", 10, 16, f, 5, noise=0.1, inverse=True)
    rng = Random("rank")
    for label, f in settings[1:4]:
        rows = draw_patterns(rng, 20, 5)
        fixed = {"patterns": [*rows, rows[1], rows[4]], "following": [1, 2, 3, 4, 0, 2, 0]}
        yield build(f"pseudoinverse {label}, dependent patterns", 20, 7, f, 6, noise=0.1, inverse=True, **fixed)
        yield build(
            f"pseudoinverse {label}, P > N, rank below N",
            12,
            14,
            f,
            5,
            noise=0.1,
            inverse=True,
            patterns=[p[:6] + p[:6] for p in draw_patterns(rng, 6, 14)],
        )
    yield build("pseudoinverse square, chain", 25, 5, power(2), 7, "chain", 0.1, inverse=True)
    yield build("pseudoinverse cube, diluted", 25, 8, power(3), 6, "several", 0.1, zeros=0.2, inverse=True)


def mixed_cases():
    def timed(*tau, gain="2.5"):
        return {"tau": list(tau), "lambda": gain}

    for s, a in ((1, 1), (2, 2), (3, 1), (1, 3), (2, 4), (10, 10)):
        yield build(f"mixed d_S={s} d_A={a}", 30, 4, power(a), 12, symmetric=power(s), timing=timed(4), noise=0.05)
    yield build("mixed linear", 20, 5, LINEAR, 12, timing=timed(3))
    pair = ["++++----", "++--++--"]  # orthogonal: 4 (1/2)^2 = 1 is an exact tie, so the units keep their signs
    yield build("mixed square, exact tie", 8, 2, power(2), 8, patterns=pair, timing=timed(2, gain="4"))
    yield build("mixed square, small", 8, 6, power(2), 10, timing=timed(2, gain="4"), noise=0.1)
    yield build("mixed linear, small", 8, 4, LINEAR, 10, timing=timed(2, 1, 2, 4, gain="2"), noise=0.1)
    yield build("mixed tenth power", 18, 6, power(10), 10, timing=timed(3, gain="2"), noise=0.1)
    yield build("mixed tenth power, kept for five steps", 40, 3, power(10), 12, timing=timed(5))
    yield build("mixed square, one step of delay", 20, 5, power(2), 8, timing=timed(1, gain="1.2"))
    yield build("mixed cube, gain below one", 20, 5, power(3), 8, timing=timed(2, gain="0.7"), noise=0.2)
    yield build("mixed square, tau per transition", 32, 4, power(2), 12, timing=timed(2, 4, 1, 3))
    yield build("mixed tenth power, tau per transition", 26, 6, power(10), 12, timing=timed(3, 1, 2, 4, 2, 3))
    yield build("mixed cube, several", 28, 6, power(3), 10, "several", 0.1, timing=timed(2))
    yield build("mixed square, chain", 28, 3, power(2), 12, "chain", timing=timed(3))
    yield build("mixed cube, diluted", 25, 6, power(3), 9, zeros=0.25, noise=0.1, timing=timed(3))
    yield build("mixed cube, biased", 25, 6, power(3), 9, bias=0.65, noise=0.1, timing=timed(3))
    yield build("mixed exponential", 14, 6, EXPONENTIAL, 12, timing=timed(3), noise=0.1)
    yield build("mixed exponential, tau per transition", 13, 4, exponential("0.3"), 10, timing=timed(2, 3, 1, 4))
    yield build("mixed exponential, square holds", 14, 5, exponential("0.1"), 8, symmetric=power(2), timing=timed(3))
    yield build("mixed square, exponential holds", 14, 5, power(2), 8, symmetric=EXPONENTIAL, timing=timed(3))
    yield build("mixed softmax", 12, 5, SOFTMAX, 8, timing=timed(3), noise=0.1)
    yield build("mixed softmax, cube holds", 12, 5, SOFTMAX, 8, symmetric=power(3), timing=timed(2))
    yield build("mixed cube, softmax holds", 12, 5, power(3), 8, symmetric=SOFTMAX, timing=timed(2, gain="3"))
    yield build("mixed threshold", 20, 5, threshold("0.75"), 10, timing=timed(3), noise=0.1)
    kernels = {"falling": [0.5, 0.25, 0.125, 0.125], "delayed": [0, 0, 0.25, 0.75], "not normalised": [1, 0.5, 0.25]}
    for label, weights in kernels.items():
        kernel = {"weights": weights, "lambda": "2.5"}
        yield build(f"mixed square, {label} kernel", 26, 5, power(2), 12, timing=kernel)
        yield build(f"mixed exponential, {label} kernel", 12, 5, EXPONENTIAL, 8, timing=kernel, noise=0.1)


def asynchronous_cases():
    for label, f in (
        ("linear", LINEAR),
        ("square", power(2)),
        ("tenth power", power(10)),
        ("exponential", EXPONENTIAL),
    ):
        for out in (False, True):
            side = "excluded" if out else "included"
            yield build(f"asynchronous {label}, {side}", 12, 5, f, 4, noise=0.1, excluded=out, turns=True)
    yield build("asynchronous linear, small", 8, 4, LINEAR, 5, noise=0.2, turns=True)
    yield build("asynchronous square, small", 8, 4, power(2), 5, noise=0.2, turns=True)
    yield build("asynchronous softmax", 13, 6, SOFTMAX, 3, noise=0.1, turns=True)
    yield build("asynchronous threshold", 14, 5, threshold("0.7"), 4, noise=0.1, turns=True)
    yield build("asynchronous cube, associative", 15, 4, power(3), 3, "associative", 0.2, turns=True)
    yield build("asynchronous square, chain", 16, 3, power(2), 6, "chain", turns=True)
    yield build("asynchronous square, diluted", 16, 5, power(2), 4, zeros=0.2, turns=True)
    timing = {"tau": [2], "lambda": "2.5"}
    yield build("asynchronous mixed square", 16, 4, power(2), 6, noise=0.1, timing=timing, turns=True)
    yield build("asynchronous pseudoinverse square", 16, 5, power(2), 4, noise=0.1, inverse=True, turns=True)
    yield build("asynchronous mixed exponential", 12, 4, EXPONENTIAL, 5, timing=timing, turns=True)


def theory():
    for n, d in ((40, 1), (40, 2), (60, 2), (30, 3), (100, 4)):
        for formula in ("polynomialTransition", "polynomialSequence"):
            yield formula, {"N": n, "d": d}
    for n in (12, 14, 25):
        for formula in ("exponentialTransition", "exponentialSequence"):
            yield formula, {"N": n}
            yield formula.replace("exp", "mixedExp"), {"N": n, "lambda": "2.5"}
        yield "crosstalkVariance", {"N": n, "P": 100}
        yield "crosstalkExcessKurtosis", {"N": n, "P": 100}
    for s, a in ((1, 1), (2, 2), (3, 3), (4, 4), (1, 3), (3, 1), (2, 3)):
        for part in ("Transition", "SequenceMin", "SequenceMinPlusOne"):
            yield f"mixedPolynomial{part}", {"N": 100, "dS": s, "dA": a, "lambda": "2.5"}
    for tau, gain, a in (
        (5, "2.5", 1),
        (5, "2.5", 2),
        (5, "2.5", 10),
        (8, "4", 2),
        (9, "4", 2),
        (7, "1.2", 3),
        (3, "1", 2),
    ):
        yield "dwell", {"tau": tau, "lambda": gain, "dA": a}
    for tau, gain in ((5, "2.5"), (2, "4"), (8, "1.2")):
        yield "dwellDegreeBound", {"tau": tau, "lambda": gain}


def evaluate(formula, args):
    return twin.theory(formula, **{"gain" if name == "lambda" else name: value for name, value in args.items()})


def content():
    def lines(entries):
        return ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in entries)

    values = ({"formula": f, "args": a, "value": float(f"{evaluate(f, a):.12g}")} for f, a in theory())
    groups = dense_cases, pseudoinverse_cases, mixed_cases, asynchronous_cases
    cases = lines(case for group in groups for case in group())
    return f'{{"cases":[\n{cases}\n],"theory":[\n{lines(values)}\n]}}\n'


def euler_states(case):
    net, state = twin.Net(case), twin.vector(case["cue"])
    v, states = state.tolist(), [case["cue"]]
    for _ in case["states"][1:]:
        v, state = net.euler(v, state)
        states.append(twin.text(state))
    return states


def first_difference(data):
    for case in data["cases"]:
        states, ended = twin.recall(case)
        if (states, ended) != (case["states"], case["ended"]):
            return f"{case['name']}: expected {case['states']}, ended {case['ended']}; got {states}, ended {ended}"
        plain = not case["timing"] and not case["order"] and case["selfCoupling"] == "included"
        if plain and {"exponential", "softmax"}.isdisjoint(case["interaction"]) and euler_states(case) != states:
            return f"{case['name']}: the two-layer network's Euler steps differ from rule 1: {euler_states(case)}"
    for entry in data["theory"]:
        value = evaluate(entry["formula"], entry["args"])
        if not math.isclose(value, entry["value"], rel_tol=1e-11):
            return f"{entry['formula']} {entry['args']}: expected {entry['value']}, got {value}"
    return None


def main(args):
    if len(args) != 2 or args[0] not in ("--check", "--write"):
        return "usage: mneme_twin.py --check|--write cases.json"
    if args[0] == "--write":
        text = content()
        with open(args[1], "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        return 0
    with open(args[1], encoding="utf-8") as file:
        data = json.load(file)
    difference = first_difference(data)
    if not difference:
        print(f"{len(data['cases'])} cases and {len(data['theory'])} theory values agree")
    return difference
