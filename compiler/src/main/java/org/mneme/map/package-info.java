/** From a graph to cores: what fits, partition, placement, routes, and the resource report. */
@NullMarked
package org.mneme.map;

import org.jspecify.annotations.NullMarked;
