/** The figures of the paper, drawn from runs, and the page that shows them. */
@NullMarked
package org.mneme.lab.figure;

import org.jspecify.annotations.NullMarked;
