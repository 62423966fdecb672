/** Export of spiking graphs to NIR, with a report of what it can say exactly. */
@NullMarked
package org.mneme.nir.export;

import org.jspecify.annotations.NullMarked;
