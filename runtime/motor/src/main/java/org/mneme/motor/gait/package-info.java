/** Gaits as patterns: cycles of joint angles, motion files, the code of a posture, and a walker with a low-pass between poses. */
@NullMarked
package org.mneme.motor.gait;

import org.jspecify.annotations.NullMarked;
