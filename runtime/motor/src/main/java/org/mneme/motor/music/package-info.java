/** Music: standard MIDI files as patterns of the notes that sound, and what was recalled as MIDI again. */
@NullMarked
package org.mneme.motor.music;

import org.jspecify.annotations.NullMarked;
