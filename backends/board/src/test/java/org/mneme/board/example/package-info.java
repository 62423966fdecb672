/** The example driver of docs/tasks/write-a-driver.md. */
@NullMarked
package org.mneme.board.example;

import org.jspecify.annotations.NullMarked;
