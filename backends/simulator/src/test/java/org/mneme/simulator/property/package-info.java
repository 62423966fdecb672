/** Properties of executors over random graphs: the generator, its coverage, and the comparison with the dense reference stepper. */
@NullMarked
package org.mneme.simulator.property;

import org.jspecify.annotations.NullMarked;
