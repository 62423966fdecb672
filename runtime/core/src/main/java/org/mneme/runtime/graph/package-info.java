/** Runs plain spiking graphs, such as imported networks: input spikes in, output spikes and states out, without a codec. */
@NullMarked
package org.mneme.runtime.graph;

import org.jspecify.annotations.NullMarked;
