package org.mneme.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mneme.mutants.Mutant;

/** Random memories notice every mistake in the table, and none in the kernels themselves. */
class KernelMutantsTest {
    private static final List<String> EXPECTED = IntStream.range(0, KernelTranscript.CASES)
            .mapToObj(KernelTranscript::plain)
            .toList();

    static final List<Mutant> MUTANTS = List.of(
            new Mutant(
                    "an adder forgets a carry",
                    "bits/BitSlicedCounters",
                    "x[i + LEVEL + WAITING] = a & b | (a ^ b) & c;",
                    "x[i + LEVEL + WAITING] = a & b;"),
            new Mutant(
                    "the last carry is dropped where no plane is left",
                    "bits/BitSlicedCounters",
                    "return any != 0;",
                    "return false;"),
            new Mutant(
                    "a section is padded with what it held before",
                    "bits/BitSlicedCounters",
                    "Arrays.fill(levels, stagedAt + slot * stride, stagedAt + slots * stride, 0);",
                    ""),
            new Mutant(
                    "planes above the seventh weigh as the first",
                    "bits/BitSlicedCounters",
                    "factor << low,",
                    "factor,"),
            new Mutant(
                    "counters past the first section are drained into the first totals",
                    "bits/PositionalCounts",
                    "next.drain(factor, totals, at + stride * Long.SIZE);",
                    "next.drain(factor, totals, at);"),
            new Mutant(
                    "rows are added in place of their complements",
                    "bits/PositionalCounts",
                    "if (flip != 0) {",
                    "if (flip > 0) {"),
            new Mutant(
                    "the last word of a row is not compared",
                    "bits/WordBlocks",
                    "for (; w < stride; w++) { one(",
                    "for (; w + 1 < stride; w++) { one("),
            new Mutant(
                    "unknown features of a pattern differ",
                    "bits/WordBlocks",
                    "((words[first + r] ^ a) & both);",
                    "((words[first + r] ^ a) & known);"),
            new Mutant(
                    "half a bound on the rest is enough",
                    "model/Tally",
                    "double bound = rest * SLACK +",
                    "double bound = rest / 2 +"),
            new Mutant(
                    "the bound on the rest is one group too small",
                    "model/Term",
                    "sum += rows[g] * weights.bound(g); rest[g] = sum;",
                    "rest[g] = sum; sum += rows[g] * weights.bound(g);"),
            new Mutant(
                    "patterns of a negative answer are added to those of a positive one",
                    "model/Term",
                    "weights.value(x) < 0",
                    "false"),
            new Mutant(
                    "errors are moved, and their weights are not",
                    "model/Weights",
                    "v[k] = value[k + by];",
                    "v[k] = value[k];"),
            new Mutant(
                    "blocks inside the margin are passed over",
                    "model/BlockPresent",
                    "(knownCount - largest + margin) / 2",
                    "(knownCount - largest) / 2"),
            new Mutant(
                    "patterns below the floor count as on it",
                    "model/BlockPresent",
                    "counts[Math.max(overlaps[mu], floor - 1) + offset]++;",
                    "counts[Math.max(overlaps[mu], floor) + offset]++;"),
            new Mutant(
                    "blocks passed over are not counted",
                    "model/BlockPresent",
                    "counts[floor - 1 + state.length] += to - from;",
                    ""),
            new Mutant(
                    "columns are used where another unit is unknown",
                    "model/BlockPresent",
                    "complete = complete && sameKnown && columns",
                    "complete = complete && columns"),
            new Mutant(
                    "counts outlive the change of a unit",
                    "model/BlockPresent",
                    "pack(); countedFloor = UNCOUNTED;",
                    "pack();"),
            new Mutant(
                    "a block of one wanted key is not sorted",
                    "model/Buckets",
                    "largestOfBlocks[from / WordBlocks.ROWS] >= bound;",
                    "largestOfBlocks[from / WordBlocks.ROWS] > bound;"),
            new Mutant(
                    "patterns below the floor are taken for counted",
                    "model/BucketFields",
                    "return leastKey > 0 && term.isBelow(leastKey);",
                    "return false;"),
            new Mutant(
                    "units that agree are told the argument of those that differ",
                    "model/BucketFields",
                    "new Term(RowKind.AGREEING, rows, f.moved(-1), fastBuckets)",
                    "new Term(RowKind.AGREEING, rows, f.moved(1), fastBuckets)"),
            new Mutant(
                    "downward flips count as upward ones",
                    "model/FlippedColumns",
                    "down, 0, downs, -1);",
                    "down, 0, downs, 0);"),
            new Mutant(
                    "what codes leave over is not in the bound",
                    "recall/FieldSums",
                    "rests[s] += sumOfRests[0] * weights.restUnit();",
                    ""),
            new Mutant(
                    "the second sum has the opposite sign",
                    "recall/FieldSums",
                    "turned(s, t, i) ? -decoded[i] : decoded[i];",
                    "turned(s, t, i) ? decoded[i] : -decoded[i];"),
            new Mutant(
                    "listed patterns are forgotten",
                    "recall/FieldSums",
                    "listOne(first + s, w * Long.SIZE + Long.numberOfTrailingZeros(left));",
                    ""),
            new Mutant(
                    "listed patterns of the state before are kept",
                    "recall/FieldSums",
                    "Arrays.fill(listedSums[s], 0);",
                    ""),
            new Mutant(
                    "the last slices are left out of a union",
                    "recall/CodeSlices",
                    "k < these.length || k == 0;",
                    "k + HALF <= these.length || k == 0;"),
            new Mutant(
                    "the second state's slices are the first one's",
                    "recall/CodeSlices",
                    "System.arraycopy(united[bit], s * width,",
                    "System.arraycopy(united[bit], 0,"),
            new Mutant(
                    "numbers of the state before are kept",
                    "recall/CodeSlices",
                    "long keep = k == 0 ? 0 : -1; Slices.differing(",
                    "long keep = -1; Slices.differing("),
            new Mutant(
                    "the third word of a row is compared with the first one's",
                    "recall/CodeSlices",
                    "network.lane(k, j), state[k], second,",
                    "network.lane(k, j), state[0], second,"),
            new Mutant(
                    "fine codes of the state before are kept",
                    "recall/FieldSums",
                    "if (held == s) {",
                    "if (held != NONE) {"),
            new Mutant(
                    "totals of the fine codes grow from state to state", "recall/FieldSums", "fine[t][units] = 0;", ""),
            new Mutant(
                    "fine codes do not know the unit's own sign",
                    "recall/FieldSums",
                    "turned(s, t, unit) ? -sum : sum;",
                    "sum;"),
            new Mutant(
                    "a later copy of a pattern wins",
                    "recall/FieldSums",
                    "if (c < bestDiffering[s]) {",
                    "if (c <= bestDiffering[s]) {"),
            new Mutant(
                    "the second word of a row is not compared",
                    "recall/Slices",
                    "+ Long.bitCount(a[j] ^ f) + Long.bitCount(b[j] ^ g);",
                    "+ Long.bitCount(a[j] ^ f);"),
            new Mutant(
                    "a byte of four lies on another",
                    "recall/Slices",
                    "(d[j] >>> shift & 255) << 24;",
                    "(d[j] >>> shift & 255) << 16;"),
            new Mutant(
                    "what makes codes positive is not taken off",
                    "recall/GeneralizedCheck",
                    "- offset * patterns.signs[i]);",
                    ");"),
            new Mutant("the least code is not taken off", "recall/Codes", "code[t][c] -= least[t];", ""),
            new Mutant(
                    "listed patterns have the codes of c = 0",
                    "recall/Codes",
                    "if (!listed[c]) { code[t][c] =",
                    "if (!listed[c] || c == 0) { code[t][c] ="),
            new Mutant(
                    "a threshold does not fire at its number of matches",
                    "recall/Term",
                    "units + x >= 2L * threshold.needed(units)",
                    "units + x > 2L * threshold.needed(units)"),
            new Mutant("the decimal places of lambda are dropped", "recall/Term", ".multiply(over))", ")"),
            new Mutant(
                    "codes that leave something over are taken for exact",
                    "recall/Weights",
                    "most == 0 && (largest",
                    "(largest"),
            new Mutant(
                    "only the last sum's codes leave something over",
                    "recall/Weights",
                    "sums[c] += listed[c] ? 0 : Math.abs(table[c]);",
                    "sums[c] = listed[c] ? 0 : Math.abs(table[c]);"),
            new Mutant("what was counted for the state before is kept", "recall/ExactSigns", "counted = false;", ""),
            new Mutant(
                    "exact counts of the second sum ignore the unit's own sign",
                    "recall/ExactSigns",
                    "!= 0 ? sign : -sign;",
                    "!= 0 ? 1 : -1;"),
            new Mutant(
                    "bits beyond the last pattern count as patterns",
                    "recall/Slices",
                    "ones[mu >>> 6] |= 1L << mu;",
                    "ones[mu >>> 6] = -1;"),
            new Mutant(
                    "a field of 0 is negative",
                    "recall/SlicedStep",
                    "if (Math.abs(field) > error) {",
                    "if (Math.abs(field) >= error) {"),
            new Mutant(
                    "a field of 0 is a flip",
                    "recall/SlicedStep",
                    "if (-aligned > error) {",
                    "if (-aligned >= error) {"),
            new Mutant(
                    "the flip of the last thread comes first",
                    "recall/ParallelCheck",
                    "= flips.stream()",
                    "= flips.reversed().stream()"));

    @ParameterizedTest
    @FieldSource("MUTANTS")
    void randomMemoriesTellTheMutant(Mutant mutant) {
        assertTrue(
                firstDifference(MutatedKernels.transcripts(mutant)).isPresent(),
                () -> "survives " + KernelTranscript.CASES + " random memories: " + mutant);
    }

    @Test
    void theUnchangedKernelsCompiledTheSameWayAnswerAsThePlainOnes() {
        assertEquals(Optional.empty(), firstDifference(MutatedKernels.unchanged("org/mneme/model/Tally.java")));
    }

    @Test
    void theMistakesAreDifferent() {
        assertEquals(
                MUTANTS.size(), MUTANTS.stream().map(Mutant::mistake).distinct().count());
    }

    @Test
    void aSubstitutionThatNoLongerFitsIsReported() {
        Mutant gone = new Mutant("gone", "model/Tally", "no such text", "");
        String message = String.valueOf(assertThrows(AssertionError.class, () -> MutatedKernels.mutated(gone))
                .getMessage());
        assertTrue(message.contains("\"gone\"") && message.contains("0 times"), message);
        Mutant elsewhere = new Mutant("elsewhere", "model/NoSuchFile", "x", "y");
        assertThrows(AssertionError.class, () -> MutatedKernels.mutated(elsewhere));
    }

    /** Names the first case whose transcript is not the plain one; a kernel that throws differs too. */
    private static Optional<String> firstDifference(IntFunction<String> transcripts) {
        return IntStream.range(0, KernelTranscript.CASES * KernelTranscript.THREADS)
                .filter(index -> !matches(transcripts, index))
                .mapToObj(index -> "case " + index / KernelTranscript.THREADS + " with "
                        + (1 + index % KernelTranscript.THREADS) + " threads")
                .findFirst();
    }

    private static boolean matches(IntFunction<String> transcripts, int index) {
        try {
            return transcripts.apply(index).equals(EXPECTED.get(index / KernelTranscript.THREADS));
        } catch (RuntimeException e) {
            return false;
        }
    }
}
