package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;

/** The source spikes that open and close gates, and the names of their populations. */
final class GateCodec {
    static final String GATE = "gate";
    static final String CLOSE = "gate_close";
    static final String OPEN = "gate_open";

    private GateCodec() {}

    /**
     * Returns the spikes that open these gates and close all others, whatever they were before; in force two ticks later.
     *
     * @param open indices of hidden units, ascending
     * @param count P
     * @param tick of all spikes
     * @return P spikes, those of {@value #CLOSE} first
     * @throws InvalidValueException if no unit, or one that is not in 0…P−1, or one twice is to be opened
     */
    static List<SourceSpike> spikes(Ints open, int count, long tick) {
        if (open.length() == 0) {
            throw new InvalidValueException(
                    "gate", "no hidden unit", "open for at least one; a tempo of 0 pauses the recall");
        }
        boolean[] opened = new boolean[count];
        for (int k = 0; k < open.length(); k++) {
            int mu = open.at(k);
            if (mu < 0 || mu >= count) {
                throw new InvalidValueException("gate", mu, "a hidden unit in 0…" + (count - 1));
            }
            if (opened[mu]) {
                throw new InvalidValueException("gate", mu, "named once");
            }
            opened[mu] = true;
        }
        List<SourceSpike> spikes = new ArrayList<>(count);
        for (int mu = 0; mu < count; mu++) {
            if (!opened[mu]) {
                spikes.add(new SourceSpike(CLOSE, tick, mu, 1));
            }
        }
        for (int mu = 0; mu < count; mu++) {
            if (opened[mu]) {
                spikes.add(new SourceSpike(OPEN, tick, mu, 1));
            }
        }
        return spikes;
    }
}
