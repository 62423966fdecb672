/**
 * Readers of the files users have: patterns from CSV, NumPy, PNG folders and IDX, labels from IDX, trajectories from CSV.
 *
 * <p>Every mistake in a file is a {@link org.mneme.model.io.FileException} that names the file and the place. Memory is
 * bounded by the size of the file, not by what the file claims to hold.
 */
@NullMarked
package org.mneme.model.io;

import org.jspecify.annotations.NullMarked;
