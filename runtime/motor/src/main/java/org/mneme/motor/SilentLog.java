package org.mneme.motor;

import com.github.weisj.jsvg.logging.LogManager;
import com.github.weisj.jsvg.logging.Logger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the SVG library from printing: what is wrong with a file is told by an error instead. */
public final class SilentLog implements LogManager {
    @Override
    public Logger createLogger(String name) {
        return new Silence();
    }

    private static final class Silence implements Logger {
        @Override
        public void log(Level level, @Nullable String message) {}

        @Override
        public void log(Level level, @Nullable String message, Throwable cause) {}

        @Override
        public void log(Level level, Supplier<@Nullable String> message) {}
    }
}
