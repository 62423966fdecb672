package org.mneme.runtime.session;

/** Why a recall ended. */
public enum RecallEnd {
    /** All steps asked for were decoded. */
    STEPS,
    /** The network fell silent: no spike is under way and every neuron is at rest. */
    IDLE,
    /** The tick limit passed. */
    TICK_LIMIT,
    /** The thread was interrupted. */
    INTERRUPTED
}
