package org.mneme.runtime.exchange;

import java.util.List;

/**
 * How a graph is exported.
 *
 * @param outputs populations whose spikes are the network's output, most important first; where empty, those that no projection leaves
 * @param allowApproximate whether parts that the format can only approximate are written all the same
 */
public record ExportOptions(List<String> outputs, boolean allowApproximate) {
    /** Copies the list. */
    public ExportOptions {
        outputs = List.copyOf(outputs);
    }

    /**
     * Returns options that refuse approximations.
     *
     * @param outputs populations whose spikes are the network's output
     * @return the options
     */
    public static ExportOptions exact(String... outputs) {
        return new ExportOptions(List.of(outputs), false);
    }
}
