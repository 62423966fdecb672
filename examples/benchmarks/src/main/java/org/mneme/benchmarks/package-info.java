/** JMH benchmarks; ratios against a peer in the same run. */
@NullMarked
package org.mneme.benchmarks;

import org.jspecify.annotations.NullMarked;
