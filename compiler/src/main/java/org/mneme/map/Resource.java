package org.mneme.map;

import org.mneme.targets.Quantity;
import org.mneme.targets.Status;

/**
 * How much of a limit is used somewhere.
 *
 * @param quantity the limit
 * @param place "board", "chip 3", or "chip 3 core 17"
 * @param used in its unit
 * @param limit in its unit; infinite where unknown or none
 * @param status of the limit
 */
public record Resource(Quantity quantity, String place, double used, double limit, Status status) {
    /**
     * Says whether it is kept.
     *
     * @return used ≤ limit
     */
    public boolean fits() {
        return used <= limit;
    }
}
