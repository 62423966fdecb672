package org.mneme.cli;

import java.util.ArrayList;
import org.mneme.runtime.board.Targets;

/** The names of the targets that are there, for completion. */
final class TargetNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    TargetNames() {
        super(Targets.names());
    }
}
