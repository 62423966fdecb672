/** An experiment: what is stored, how it is lowered, how it is run, and what comes out. */
@NullMarked
package org.mneme.runtime.experiment;

import org.jspecify.annotations.NullMarked;
