"""The sequence memory of "Long Sequence Hopfield Memory" in plain NumPy: a twin to check others against, not a fast one.

A hidden unit's value is a formal sum {exponent: coefficient} of coefficient * e^exponent over exact rationals. It is zero
exactly when every coefficient is (Lindemann and Weierstrass); otherwise enough decimal digits give its sign.
"""

import math
import sys
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np


def vector(text):
    return np.array([{"+": 1, "-": -1, "0": 0}[c] for c in text])


def text(state):
    return "".join("-0+"[s + 1] for s in state)


def interaction(spec, n):
    """f as a map from x = n m (an overlap not yet divided by n) to a formal sum."""
    ((kind, given),) = spec.items()
    if kind in ("linear", "polynomial"):
        return lambda x: {0: (x / n) ** given.get("degree", 1)}
    if kind in ("exponential", "softmax"):  # softmax is the exponential over its sum: see Net.fields
        return lambda x: {Fraction(given["kappa"]) * (x - n): 1}
    least = math.ceil(Fraction(given["matches"]) * n)  # K, against k = (n + x) / 2 matches
    return lambda x: {0: int(n + x >= 2 * least)}


def combine(signs, values):
    total = {}
    for sign, value in zip(signs, values):
        for e, c in value.items() if sign else ():
            total[e] = total.get(e, 0) + int(sign) * c
    return total


def times(a, b):
    return combine([1] * len(a) * len(b), [{e + g: c * k} for e, c in a.items() for g, k in b.items()])


def sign(total, digits=60):
    terms = [(e, c) for e, c in total.items() if c]
    if len(terms) < 2:
        return sum(1 if c > 0 else -1 for _, c in terms)
    with localcontext(prec=digits):
        ratio = lambda x: Decimal(x.numerator) / x.denominator
        parts = [ratio(c) * ratio(e).exp() for e, c in terms]
        if abs(sum(parts)) > sum(map(abs, parts)).scaleb(10 - digits):
            return 1 if sum(parts) > 0 else -1
    return sign(total, 2 * digits)


def pseudoinverse(x):
    """(X X' / N)+ X / N = (X')+, P x N, by the smaller Gram matrix."""
    a = x if len(x) <= len(x.T) else x.T
    values, vectors = np.linalg.eigh(a @ a.T)
    kept = values > max(a.shape) * np.finfo(float).eps * values[-1]
    inverse = vectors[:, kept] / values[kept] @ vectors[:, kept].T @ a
    return inverse if a is x else inverse.T


class Net:
    def __init__(self, case):
        self.patterns = x = np.array([vector(p) for p in case["patterns"]])  # P x N
        self.next, (p, n) = case["next"], x.shape
        self.targets = np.array([x[v] if v >= 0 else 0 * x[0] for v in self.next])
        self.drive = n * pseudoinverse(x) if case["learning"] == "pseudoinverse" else x
        self.excluded, self.timing = case["selfCoupling"] == "excluded", (timing := case["timing"])
        self.f = interaction(case["interaction"], n - self.excluded)
        if timing:
            self.symmetric, self.gain = interaction(case["symmetric"], n), Fraction(timing["lambda"])
            self.softmax = ["softmax" in case["symmetric"], "softmax" in case["interaction"]]
            kernels = [[Fraction(1, t)] * t for t in timing.get("tau", [])] or [[*map(Fraction, timing["weights"])]]
            self.kernels = kernels * (p // len(kernels))  # one for all patterns, or one for each

    def fields(self, state, past, units):
        """What each of these units sums over the patterns: rule 1 or 2, or rule 3 where there is timing."""
        h = [Fraction(x) for x in (self.drive @ state).tolist()]
        if not self.timing:
            own = lambda i: (self.excluded * self.patterns[:, i] * state[i]).tolist()
            return [combine(self.targets[:, i], [self.f(x - o) for x, o in zip(h, own(i))]) for i in units]
        history = [h] + [(self.patterns @ s).tolist() for s in reversed(past)]  # before t = 0 there is nothing to add
        slow = [sum(w * then[mu] for w, then in zip(kernel, history)) for mu, kernel in enumerate(self.kernels)]
        sides = [self.symmetric(x) for x in h], [self.f(x) for x in slow]
        hold, move = [combine([1] * p, v) if soft else {0: 1} for soft, v in zip(self.softmax, sides) for p in [len(v)]]
        # Each side times the other's softmax denominator: both are positive, so the field keeps its sign.
        values = [times(v, move) for v in sides[0]] + [times(v, times(hold, {0: self.gain})) for v in sides[1]]
        return [combine([*self.patterns[:, i], *self.targets[:, i]], values) for i in units]

    def step(self, states, order):
        """All units at once, or each in turn where there is an order; sgn(0) keeps the unit's present sign."""
        state = states[-1].copy()
        for units in [[i] for i in order] if order else [list(range(len(state)))]:
            signs = [sign(total) for total in self.fields(state, states[:-1], units)]
            state[units] = [s or state[i] for i, s in zip(units, signs)]
        return state

    def euler(self, v, state, dt=1):
        """dt tau_v of the two-layer network with tau_h -> 0 in one Euler step, for an f without exponentials."""
        currents = [total.get(0, 0) for total in self.fields(state, [], range(len(v)))]
        v = [a + dt * (current - a) for a, current in zip(v, currents)]
        return v, np.array([(a > 0) - (a < 0) or s for a, s in zip(v, state)])


def recall(case):
    """The states S(0), S(1), ... and whether a winning pattern without a successor ended the recall."""
    net, states = Net(case), [vector(case["cue"])]
    for t in range(case["steps"]):
        if net.next[np.argmax(net.patterns @ states[-1])] < 0:
            return [text(s) for s in states], True
        states.append(net.step(states, case["order"] and case["order"][t]))
    return [text(s) for s in states], False


def theory(formula, N=0, P=0, d=0, dS=0, dA=0, gain=0, tau=0):
    """The capacity table, the exponential DenseNet's crosstalk, floor(tau gain^(-1/dA)) + 1 exactly; gain is lambda."""
    low, gain, beta = min(dS, dA), Fraction(gain), math.e**2 / math.cosh(2)
    odd = lambda k: math.prod(range(k, 0, -2))  # the double factorial
    dense = lambda degree: N**degree / (2 * odd(2 * degree - 1) * math.log(N))
    equal = gain**2 + 1 + 2 * gain * Fraction(odd(dS - 1) ** 2, odd(2 * dS - 1)) * (dS % 2 == 0)
    gamma = equal if dS == dA else 1 if dS < dA else gain**2  # over (2 low - 1)!!, which dense(low) holds
    mixed = lambda: float((gain - 1) ** 2 / gamma) * dense(low)
    reduced = float((gain - 1) ** 2 / (gain**2 + 1))
    return {
        "polynomialTransition": lambda: dense(d),
        "polynomialSequence": lambda: dense(d) / (d + 1),
        "exponentialTransition": lambda: beta ** (N - 1) / (2 * math.log(N)),
        "exponentialSequence": lambda: beta ** (N - 1) / (2 * N * math.log(beta)),
        "mixedPolynomialTransition": mixed,
        "mixedPolynomialSequenceMin": lambda: mixed() / low,
        "mixedPolynomialSequenceMinPlusOne": lambda: mixed() / (low + 1),
        "mixedExponentialTransition": lambda: reduced * theory("exponentialTransition", N),
        "mixedExponentialSequence": lambda: reduced * theory("exponentialSequence", N),
        "crosstalkVariance": lambda: (P - 1) * beta ** (1 - N),
        "crosstalkExcessKurtosis": lambda: ((math.cosh(4) / math.cosh(2) ** 2) ** (N - 1) - 3) / (P - 1),
        "dwell": lambda: next(k for k in range(1, tau + 2) if gain * k**dA > tau**dA),
        "dwellDegreeBound": lambda: -math.log(gain) / math.log(1 - 1 / tau),
    }[formula]()


if __name__ == "__main__":
    import cases

    sys.exit(cases.main(sys.argv[1:]))
