package org.mneme.simulator.property;

import java.util.ServiceLoader;
import org.mneme.runtime.backend.Backend;

/** The event-driven engine as a user finds it. */
final class Engine {
    private Engine() {}

    static Backend backend() {
        return ServiceLoader.load(Backend.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(backend -> backend.name().equals("simulator"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no backend named simulator is registered"));
    }
}
