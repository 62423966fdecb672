/** Studies made of many runs. */
@NullMarked
package org.mneme.lab;

import org.jspecify.annotations.NullMarked;
