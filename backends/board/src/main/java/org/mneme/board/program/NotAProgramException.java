package org.mneme.board.program;

/** A file that does not begin as a board program does. */
public final class NotAProgramException extends ProgramException {
    private static final long serialVersionUID = 1L;

    NotAProgramException(String file) {
        super(file, "is no board program; 'mneme compile FILE --target TARGET -o OUT.mneme' writes one");
    }
}
