package org.mneme.cli;

import java.util.Iterator;
import java.util.stream.Stream;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.experiment.RunOptions;

/** What can execute a memory, for help and completion. */
final class BackendNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Stream.concat(Backends.all().stream().map(Backend::name), Stream.of(RunOptions.REFERENCE))
                .iterator();
    }
}
