package org.mneme.targets;

import org.mneme.InvalidValueException;

/**
 * What the synapses of one axon on one core cost: blocks of at most {@code synapsesPerBlock}, each with a header, rounded up to whole words.
 *
 * <p>bits = Σ over blocks of ⌈(headerBits + n_block·(w + extraBits + delayBits + indexBits))/wordBits⌉·wordBits; a dense row stores every
 * target of the slice and needs no index, a sparse one only its synapses; delayBits are spent only where a delay is not the shortest. A
 * crossbar has no rows: its synapses cost nothing beyond its axons and neurons.
 *
 * @param crossbar whether synapses are a crossbar
 * @param headerBits of a block, ≥ 0
 * @param indexBits of a synapse in a sparse row, ≥ 0
 * @param extraBits of every synapse besides its weight (type, tag), ≥ 0
 * @param delayBits of every synapse whose delay is not the shortest, ≥ 0
 * @param synapsesPerBlock 1…65,536
 * @param wordBits ≥ 1
 * @param status how far it can be trusted; {@link Status#UNKNOWN} where weights alone are counted, a lower bound
 * @param source a citation
 */
public record SynapseRows(
        boolean crossbar,
        int headerBits,
        int indexBits,
        int extraBits,
        int delayBits,
        int synapsesPerBlock,
        int wordBits,
        Status status,
        String source) {
    private static final int MOST_BITS = 1 << 20;
    private static final int MOST_SYNAPSES = 1 << 16;

    /** Checks the ranges. */
    public SynapseRows {
        require("header-bits", headerBits, 0, MOST_BITS);
        require("index-bits", indexBits, 0, Integer.SIZE);
        require("extra-bits", extraBits, 0, Integer.SIZE);
        require("delay-bits", delayBits, 0, Integer.SIZE);
        require("synapses-per-block", synapsesPerBlock, 1, MOST_SYNAPSES);
        require("word-bits", wordBits, 1, MOST_BITS);
        if (source.isBlank()) {
            throw new InvalidValueException("synapse rows: source", "\"\"", "a citation");
        }
    }

    /**
     * Rows whose synapses hold no delay.
     *
     * @param crossbar as above
     * @param headerBits as above
     * @param indexBits as above
     * @param extraBits as above
     * @param synapsesPerBlock as above
     * @param wordBits as above
     * @param status as above
     * @param source as above
     */
    public SynapseRows(
            boolean crossbar,
            int headerBits,
            int indexBits,
            int extraBits,
            int synapsesPerBlock,
            int wordBits,
            Status status,
            String source) {
        this(crossbar, headerBits, indexBits, extraBits, 0, synapsesPerBlock, wordBits, status, source);
    }

    private static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new InvalidValueException("synapse rows: " + name, value, "in " + low + "…" + high);
        }
    }

    /**
     * Returns the memory of one axon's synapses of the shortest delay on a core.
     *
     * @param targets neurons of the slice
     * @param stored synapses of the axon that are not 0
     * @param weightBits of the weight format
     * @return bits of the cheaper of a dense and a sparse row; 0 in a crossbar
     */
    public long bits(int targets, int stored, int weightBits) {
        return bits(targets, stored, weightBits, false);
    }

    /**
     * Returns the memory of one axon's synapses on a core.
     *
     * @param targets neurons of the slice
     * @param stored synapses of the axon that are not 0
     * @param weightBits of the weight format
     * @param delayed whether a delay of them is not the shortest
     * @return bits of the cheaper of a dense and a sparse row; 0 in a crossbar
     */
    public long bits(int targets, int stored, int weightBits, boolean delayed) {
        if (crossbar || stored == 0) {
            return 0;
        }
        int each = weightBits + extraBits + (delayed ? delayBits : 0);
        return Math.min(blocks(targets, each), blocks(stored, each + indexBits));
    }

    /** Over all block sizes: the fullest blocks need not be the cheapest, one that ends with a word wastes nothing. */
    private long blocks(long synapses, long each) {
        if (headerBits == 0 && wordBits == 1) {
            return synapses * each;
        }
        long most = Math.min(synapses, synapsesPerBlock);
        long best = Long.MAX_VALUE;
        for (long words = words(1, each); words <= words(most, each); words++) {
            long fit = each == 0 ? most : Math.min(most, (words * wordBits - headerBits) / each);
            long full = synapses / fit;
            long rest = synapses % fit;
            best = Math.min(best, (full * words + (rest == 0 ? 0 : words(rest, each))) * wordBits);
        }
        return best;
    }

    private long words(long synapses, long each) {
        return Math.max(1, (headerBits + synapses * each + wordBits - 1) / wordBits);
    }
}
