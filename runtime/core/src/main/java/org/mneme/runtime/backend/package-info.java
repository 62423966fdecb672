/** The service interface of everything that can execute a spiking graph. */
@NullMarked
package org.mneme.runtime.backend;

import org.jspecify.annotations.NullMarked;
