"""Writes philox.csv: first words of NumPy's Philox, key = (seed, 0), counter = (tick, neuron, stream, 0).

python philox.py > philox.csv     (NumPy 2.4.6)
"""

import numpy as np

TICKS = [0, 1, 2, 63, 64, 1000, 2**31, 2**32 + 5, 10**12, 2**63 - 1]
NEURONS = [0, 1, 7, 12345, 2**31 - 1]
SEEDS = [0, 1, 42, -1, -(2**63), 2**63 - 1, 0x123456789ABCDEF]

print("seed,tick,neuron,stream,word")
for seed in SEEDS:
    for n, tick in enumerate(TICKS):
        for neuron in NEURONS[n % 3 :]:
            stream = (n + neuron) % 4
            counter = tick + (neuron << 64) + (stream << 128)
            # NumPy increments the counter before it draws.
            bits = np.random.Philox(key=seed % 2**64, counter=(counter - 1) % 2**256)
            print(seed, tick, neuron, stream, f"{int(bits.random_raw()):016x}", sep=",")
