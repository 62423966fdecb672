@NullMarked
package org.mneme.lab.figure;

import org.jspecify.annotations.NullMarked;
