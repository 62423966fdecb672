/** Pictures of runs: plots as SVG and CSV, and one self-contained HTML page. */
@NullMarked
package org.mneme.report;

import org.jspecify.annotations.NullMarked;
