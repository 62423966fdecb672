"""Writes neurons.txt: single neurons, tick by tick, by docs/concepts/semantics.md in Python's unbounded integers. Run it where it lies."""

import random


def trunc(a, b):
    return -((-a) // b) if a < 0 else a // b


def decay(x, linear, amount):
    if linear:
        return max(x - amount, 0) if x > 0 else min(x + amount, 0)
    return trunc(x * (4096 - amount), 4096)


def sat(x, bits):
    return max(-(1 << bits - 1), min((1 << bits - 1) - 1, x))


def membrane(r, plain):
    bits = r.choice([24, 32])
    scale = r.choice([5, 60, 3000, 1 << bits - 2, 1 << bits])
    theta = r.randint(-scale // 4, scale)
    hard = plain or r.random() < 0.6
    floor = r.choice([None, 0, -r.randint(0, scale)])
    low = -(1 << bits - 1) if floor is None else max(floor, -(1 << bits - 1))
    reset = r.randint(low, max(low, min(theta, (1 << bits - 1) - 1))) if hard else None
    if hard and reset > theta:
        theta = reset
    kept = [(0, 0), (0, 4096)] if plain else [(0, 0), (0, 4096), (0, r.randint(1, 4095)), (1, r.randint(0, scale))]
    lu, du = (0, 4096) if plain else r.choice(kept)
    lv, dv = r.choice(kept)
    bias = 0 if plain or r.random() < 0.5 else r.randint(-scale, scale)
    refractory = 0 if plain else r.choice([0, 0, 1, 3])
    line = f"M {bits} {lu} {du} {lv} {dv} {bias} {theta} {int(hard)} {reset or 0} {int(floor is not None)} {floor or 0} {refractory}"
    u = v = ref = 0
    for _ in range(24):
        a = r.choice([0, 0, r.randint(-scale, 2 * scale), r.randint(-3, 3), r.choice([-1, 1]) * r.randint(0, 1 << 62)])
        spikes = saturations = 0
        exact = decay(u, lu, du) + a
        u = sat(exact, bits)
        saturations += u != exact
        if ref > 0:
            ref -= 1
        else:
            exact = decay(v, lv, dv) + u + bias
            v = sat(exact, bits)
            saturated = v != exact
            if floor is not None:
                v = max(v, floor)
            if v > theta:
                spikes = 1
                ref = refractory
                if hard:
                    v = reset
                else:
                    saturated |= sat(v - theta, bits) != v - theta
                    v = sat(v - theta, bits)
            saturations += saturated
        line += f" {a} {u} {v} {ref} {spikes} {saturations}"
    return line


def graded(r):
    bits = r.choice([24, 32])
    phi = r.choice([1, 2, 3])
    retain, zero = r.random() < 0.5, r.random() < 0.3
    scale = r.choice([5, 60, 3000, 1 << bits - 1])
    first = r.randint(-scale, scale)
    table = [r.choice([0, r.randint(-9, 9), r.randint(-(1 << 31), (1 << 31) - 1)]) for _ in range(r.randint(1, 6))]
    line = f"G {bits} {phi} {int(retain)} {int(zero)} {first} {len(table)} " + " ".join(map(str, table))
    x = sign = 0
    for _ in range(24):
        a = r.choice([None, 0, r.randint(-2 * scale, 2 * scale), r.randint(-3, 3), r.randint(-(1 << 62), 1 << 62)])
        payload, saturations, spikes = 0, 0, 0
        if a is not None:
            exact = (x if retain else 0) + a
            x = sat(exact, bits)
            saturations = int(x != exact)
            if phi == 1:
                sign = (x > 0) - (x < 0) or sign
                payload = sign
            elif phi == 2:
                payload = x
            else:
                payload = table[max(0, min(len(table) - 1, x - first))]
            spikes = int(payload != 0 or zero)
        line += f" {int(a is not None)} {a or 0} {x} {sign} {spikes} {payload if spikes else 0} {saturations}"
    return line


if __name__ == "__main__":
    r = random.Random(5)
    lines = [membrane(r, plain) for plain in [False] * 36 + [True] * 18] + [graded(r) for _ in range(27)]
    with open("neurons.txt", "w") as out:
        out.write("\n".join(lines) + "\n")
