/**
 * Recordings: a folder with a manifest and one NumPy file a column, written in bounded memory, readable at any moment up to the last
 * flush; and what of a session is observed.
 */
@NullMarked
package org.mneme.runtime.recording;

import org.jspecify.annotations.NullMarked;
