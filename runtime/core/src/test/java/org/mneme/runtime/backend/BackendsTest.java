package org.mneme.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.toy.ToyBackend;

class BackendsTest {
    @Test
    void backendsAreFoundByName() {
        assertEquals(ToyBackend.class, Backends.named("toy").getClass());
    }

    @Test
    void unknownNameGetsTheNearestOne() {
        UnknownBackendException error = assertThrows(UnknownBackendException.class, () -> Backends.named("tpy"));

        assertEquals("tpy", error.name());
        assertEquals(List.of("toy"), error.found());
        assertEquals("backend 'tpy' is unknown; did you mean 'toy'?", error.getMessage());
    }

    @Test
    void withoutAnyBackendTheErrorSaysWhatToAdd() {
        assertTrue(
                new UnknownBackendException("simulator", List.of()).getMessage().contains("add mneme-simulator"));
    }
}
