/** What a neuromorphic target can do and hold: figures with their sources, traits, weight formats. Knows no file format. */
@NullMarked
package org.mneme.targets;

import org.jspecify.annotations.NullMarked;
