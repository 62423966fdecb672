package org.mneme.simulator.mutants;

import java.util.List;
import org.mneme.mutants.Mutant;

/** The mistakes the suite must notice. */
final class Mutants {
    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "v > θ becomes v ≥ θ",
                    "engine/Arithmetic.java",
                    "static boolean fires(long v, long theta) { return v > theta;",
                    "static boolean fires(long v, long theta) { return v >= theta;"),
            new Mutant(
                    "decay rounds down instead of toward zero",
                    "engine/Arithmetic.java",
                    "return x * (DECAY_ALL - delta) / DECAY_ALL;",
                    "return Math.floorDiv(x * (DECAY_ALL - delta), (long) DECAY_ALL);"),
            new Mutant(
                    "every delay is one tick longer",
                    "engine/Arithmetic.java",
                    "return firedAt + delay;",
                    "return firedAt + delay + 1;"),
            new Mutant(
                    "the sign of a tie is +1",
                    "engine/Emission.java",
                    "static int sign(long x, int last) { return x > 0 ? 1 : x < 0 ? -1 : last;",
                    "static int sign(long x, int last) { return x >= 0 ? 1 : -1;"),
            new Mutant(
                    "a real tie forgets the last sign",
                    "engine/Emission.java",
                    "static int sign(double x, int last) { return x > 0 ? 1 : x < 0 ? -1 : last;",
                    "static int sign(double x, int last) { return x > 0 ? 1 : x < 0 ? -1 : 0;"),
            new Mutant(
                    "a hard reset goes to 0",
                    "engine/MembraneParameters.java",
                    "return hard ? resetValue.longAt(j) :",
                    "return hard ? 0 :"),
            new Mutant(
                    "a subtracting reset goes to 0",
                    "engine/Arithmetic.java",
                    "static long subtractReset(long v, long theta) { return v - theta;",
                    "static long subtractReset(long v, long theta) { return 0;"),
            new Mutant(
                    "the refractory period is a tick shorter",
                    "engine/Arithmetic.java",
                    "return ref > 0;",
                    "return ref > 1;"),
            new Mutant(
                    "u waits while the neuron is refractory",
                    "engine/FixedMembraneLayer.java",
                    "u[j] = saturate(exactU);",
                    "u[j] = Arithmetic.isRefractory(ref[j]) ? u[j] : saturate(exactU);"),
            new Mutant(
                    "states saturate symmetrically",
                    "engine/Arithmetic.java",
                    "return x < min ? min :",
                    "return x <= min ? min + 1 :"),
            new Mutant(
                    "saturations of x are not counted",
                    "engine/FixedGradedLayer.java",
                    "if (next != sum) {",
                    "if (next != sum && model.retain()) {"),
            new Mutant(
                    "the floor is ignored",
                    "engine/Arithmetic.java",
                    "static long floored(long v, long floor) { return Math.max(v, floor);",
                    "static long floored(long v, long floor) { return v;"),
            new Mutant(
                    "a linear leak goes past zero",
                    "engine/Arithmetic.java",
                    "static long linear(long x, long step) { return x > 0 ? Math.max(x - step, 0) : Math.min(x + step, 0);",
                    "static long linear(long x, long step) { return x > 0 ? x - step : x < 0 ? x + step : 0;"),
            new Mutant(
                    "the bias is added to u alone",
                    "engine/FixedMembraneLayer.java",
                    "parameters.decayedV(j, v[j]) + current + membrane.bias().longAt(j);",
                    "parameters.decayedV(j, v[j]) + current;"),
            new Mutant(
                    "outside a table the payload is 0",
                    "engine/Emission.java",
                    "return table.at(x);",
                    "return x < table.min() || x > table.max() ? 0 : table.at(x);"),
            new Mutant(
                    "a payload of 0 is never sent",
                    "engine/Emission.java",
                    "static boolean sends(long payload, boolean sendZero) { return payload != 0 || sendZero;",
                    "static boolean sends(long payload, boolean sendZero) { return payload != 0;"),
            new Mutant("nothing is retained", "engine/FixedGradedLayer.java", "model.retain() ? x[j] : 0", "0"),
            new Mutant(
                    "escape thresholds are read as signed",
                    "engine/Emission.java",
                    "return word < thresholds.unsignedAt(excess);",
                    "return word < thresholds.at(excess);"),
            new Mutant(
                    "tick and neuron are swapped in the random counter",
                    "engine/Philox.java",
                    "return first(seed, 0, tick, globalId, stream, 0);",
                    "return first(seed, 0, globalId, tick, stream, 0);"),
            new Mutant(
                    "escape noise draws from stream 1",
                    "engine/Philox.java",
                    "static final long ESCAPE = 0;",
                    "static final long ESCAPE = 1;"),
            new Mutant(
                    "a neuron that may fire is at rest",
                    "engine/FixedMembraneLayer.java",
                    "&& !firing.mayFire(v[j], membrane.threshold().longAt(j));",
                    ";"),
            new Mutant(
                    "a refractory neuron is at rest",
                    "engine/FixedMembraneLayer.java",
                    "if (Arithmetic.isRefractory(ref[j]) || ",
                    "if ("),
            new Mutant(
                    "an absent row of sources counts as −s",
                    "engine/SignRowsOfSources.java",
                    "if (row == Weights.SignMatrix.ABSENT) { return 0;",
                    "if (row == Weights.SignMatrix.ABSENT) { return -1;"),
            new Mutant(
                    "an absent row of sources reaches",
                    "engine/SignRowsOfSources.java",
                    "anyStored = isStored(k);",
                    "anyStored = true;"),
            new Mutant(
                    "the third payload plane is dropped",
                    "engine/SignRowsOfTargets.java",
                    "for (int p = 0; p < planes.count(); p++) { sum += whole(planes.value(p))",
                    "for (int p = 0; p < Math.min(2, planes.count()); p++) { sum += whole(planes.value(p))"),
            new Mutant(
                    "negative payloads lose their sign",
                    "engine/Planes.java",
                    "if (payload > 0 || !byMagnitude) {",
                    "if (payload != 0 || !byMagnitude) {"),
            new Mutant(
                    "the mask is ignored",
                    "engine/SignRowsOfTargets.java",
                    "if (signs.mask().isPresent()) {",
                    "if (signs.mask().isPresent() && signs.rows().isEmpty()) {"),
            new Mutant(
                    "unsigned rows count as signed",
                    "engine/SignRowsOfTargets.java",
                    "return plus.get(row, column) ? 1 : signs.unsigned() ? 0 : -1;",
                    "return plus.get(row, column) ? 1 : -1;"),
            new Mutant(
                    "a real sum takes its payloads in descending order",
                    "engine/PayloadRuns.java",
                    "return Double.compare(payload, other) > 0;",
                    "return Double.compare(payload, other) < 0;"),
            new Mutant("a real power starts from 1", "engine/Emission.java", "factor < degree;", "factor <= degree;"),
            new Mutant(
                    "the first synapse of a sparse row is lost",
                    "engine/SparseLane.java",
                    "int low = weights.offsets().at(source);",
                    "int low = weights.offsets().at(source) + 1;"));

    /** The mistakes that only show under noise. */
    static final List<Mutant> NOISY = List.of(
            new Mutant(
                    "spikes are lost by the stream of flips",
                    "engine/Philox.java",
                    "static final long DROP = 2;",
                    "static final long DROP = 1;"),
            new Mutant(
                    "jitter draws from the stream of escapes",
                    "engine/Philox.java",
                    "static final long JITTER = 3;",
                    "static final long JITTER = 0;"),
            new Mutant(
                    "a lost spike is counted and recorded",
                    "engine/Engine.java",
                    "if (noise.isPresent()) { noise.get().strike(tick); } for (int p = 0; p < layers.length; p++) {",
                    """
                    for (int p = 0; p < layers.length; p++) {
                        spikes += noise.isPresent() && recorded[p] ? layers[p].out.size() : 0;
                        for (int k = 0; noise.isPresent() && recorded[p] && k < layers[p].out.size(); k++) {
                            sink.spike(tick, layers[p].firstId + layers[p].out.neuron(k), payload(layers[p].out.payload(k)));
                        }
                    }
                    if (noise.isPresent()) {
                        noise.get().strike(tick);
                    }
                    for (int p = 0; p < layers.length; p++) {"""),
            new Mutant(
                    "spikes held back are lost at restore",
                    "engine/Engine.java",
                    "waiting(p).orElseThrow().add(spike.tick(), neuron, raw(spike.payload()));",
                    "if (layer instanceof SourceLayer) waiting(p).orElseThrow().add(spike.tick(), neuron, raw(spike.payload()));"),
            new Mutant(
                    "spikes held back wake nothing",
                    "engine/Engine.java",
                    "return noise.isPresent() ? Math.min(next, noise.get().nextTick()) : next;",
                    "return next;"),
            new Mutant(
                    "the first of two spikes of one neuron and tick stays",
                    "engine/SpikeNoise.java",
                    "Bitmap.add(sending, neuron); payloads[neuron] = payload;",
                    "payloads[neuron] = Bitmap.has(sending, neuron) ? payloads[neuron] : payload; Bitmap.add(sending, neuron);"),
            new Mutant(
                    "the first of two spikes held back for one tick stays",
                    "engine/Waiting.java",
                    "payloads[place(tick, neuron)] = rawPayload;",
                    ""),
            new Mutant(
                    "every late spike is one tick late",
                    "engine/SpikeNoise.java",
                    "return 1 + ((word >>> 32) * noise.jitterTicks() >>> 32);",
                    "return 1;"),
            new Mutant(
                    "all populations flip",
                    "engine/SpikeNoise.java",
                    "boolean turns = flipped[p] &&",
                    "boolean turns ="),
            new Mutant(
                    "spikes of sources are struck too",
                    "engine/SpikeNoise.java",
                    "if (concerned && !(layers[p] instanceof SourceLayer)) {",
                    "if (concerned) {"),
            new Mutant(
                    "a turned binary spike is negated",
                    "engine/SpikeNoise.java",
                    "long sent = turns && graded ?",
                    "long sent = turns ?"));

    /** Mistakes that circuits of plain binary neurons must show. */
    static final List<Mutant> PLAIN = List.of(
            new Mutant(
                    "an integrator falls below its floor",
                    "engine/PlainLifLayer.java",
                    "Math.max(v[j] + input[j], floor);",
                    "v[j] + input[j];"),
            new Mutant(
                    "a memoryless neuron falls below its floor",
                    "engine/PlainLifLayer.java",
                    "Math.max(input[j], floor);",
                    "input[j];"),
            new Mutant(
                    "inputs of the tick before are kept",
                    "engine/PlainLifLayer.java",
                    "Arrays.fill(input, part.from, part.to, 0);",
                    "Arrays.fill(input, part.from, part.from, 0);"),
            new Mutant("u stays after its tick", "engine/PlainLifLayer.java", "Arrays.fill(input, 0); if (", "if ("),
            new Mutant(
                    "v of a memoryless neuron stays",
                    "engine/PlainLifLayer.java",
                    "Arrays.fill(v, 0);",
                    "Arrays.fill(v, 0, 0, 0);"),
            new Mutant(
                    "a plain neuron fires at its threshold",
                    "engine/SpikeBuffer.java",
                    "n += (int) (threshold - values[j] >>> 63);",
                    "n += (int) (threshold - values[j] - 1 >>> 63);"),
            new Mutant(
                    "only the first chunk fires", "engine/PlainLifLayer.java", "if (any) {", "if (any && from == 0) {"),
            new Mutant(
                    "the bits of a volley of ones are not all packed",
                    "engine/Planes.java",
                    "for (int k = volley.from; k < volley.to; k++) { Bitmap.add(plane",
                    "for (int k = volley.from + 1; k < volley.to; k++) { Bitmap.add(plane"),
            new Mutant(
                    "a binary volley counts once in a uniform lane",
                    "engine/UniformLane.java",
                    "integerSum = whole(weight) * spikes();",
                    "integerSum = whole(weight);"));

    private Mutants() {}
}
