/** Robustness of recall: against flipped bits of the cue, load, and noise on the spikes. */
@NullMarked
package org.mneme.lab.robustness;

import org.jspecify.annotations.NullMarked;
