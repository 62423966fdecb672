package org.mneme.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mneme.map.MappingProgress;

/** Shows how far a mapping is: one bar a stage. */
final class MappingBar implements MappingProgress, AutoCloseable {
    private static final long TOTAL = 1000;

    private final PrintWriter err;
    private @Nullable Stage stage;
    private @Nullable ProgressBar bar;

    /**
     * Starts without a bar.
     *
     * @param err where it is drawn
     */
    MappingBar(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void reached(Stage now, double done, Optional<Duration> left) {
        if (bar == null || now != stage) {
            close();
            stage = now;
            bar = ProgressBar.on(err, now.label());
        }
        bar.update(Math.round(TOTAL * done), TOTAL);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
