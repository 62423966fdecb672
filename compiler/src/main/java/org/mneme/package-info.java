/** The root of every Mneme error; each package below knows only the packages before it. */
@NullMarked
package org.mneme;

import org.jspecify.annotations.NullMarked;
