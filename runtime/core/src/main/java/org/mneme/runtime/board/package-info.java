/** The service interfaces of everything about boards: targets, board programs, the boards that are there, conformance. */
@NullMarked
package org.mneme.runtime.board;

import org.jspecify.annotations.NullMarked;
