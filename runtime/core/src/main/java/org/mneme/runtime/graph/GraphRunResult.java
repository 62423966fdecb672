package org.mneme.runtime.graph;

import java.util.List;
import java.util.Optional;
import org.mneme.runtime.backend.BoardFigures;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.exchange.ImportedNetwork;

/**
 * What came of running a graph.
 *
 * @param network what was run
 * @param backend what executed it
 * @param seed key of all random streams
 * @param inputSpikes spikes given
 * @param ticks ticks executed
 * @param end why it ended
 * @param counters what was done
 * @param board what it ran on; empty where that is no board
 * @param outputs one a readout of the network
 */
public record GraphRunResult(
        ImportedNetwork network,
        String backend,
        long seed,
        long inputSpikes,
        long ticks,
        End end,
        Counters counters,
        Optional<BoardFigures> board,
        List<Output> outputs) {
    /** Why a run ended. */
    public enum End {
        /** All ticks asked for were executed. */
        TICKS("all ticks done"),
        /** Nothing could happen any more. */
        IDLE("nothing can happen any more"),
        /** It would have gone on. */
        LIMIT("the limit after the last input; --ticks sets another"),
        /** It was told to. */
        INTERRUPTED("interrupted");

        private final String says;

        End(String says) {
            this.says = says;
        }

        /**
         * Returns the reason in words.
         *
         * @return a part of a sentence
         */
        public String says() {
            return says;
        }
    }

    /**
     * What one output did.
     *
     * @param readout the output
     * @param spikes how many spikes it sent; 0 where its state is read out
     * @param last its state after the last tick, one a neuron; empty where its spikes are read out
     */
    public record Output(ImportedNetwork.Readout readout, long spikes, List<Double> last) {
        /** Copies the list. */
        public Output {
            last = List.copyOf(last);
        }
    }

    /** Copies the list. */
    public GraphRunResult {
        outputs = List.copyOf(outputs);
    }
}
