/** HDF5 files as a tree of groups, numbers and texts: reading any that NIR tools write, writing what they read. */
@NullMarked
package org.mneme.nir.hdf;

import org.jspecify.annotations.NullMarked;
