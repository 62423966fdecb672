package org.mneme.board.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.InputException;
import org.mneme.board.driver.BoardUri;
import org.mneme.board.targets.TargetBytes;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

class TargetOptionTest {
    @TempDir
    private Path folder = Path.of("");

    private static Target target(TargetOption option) {
        Path file = Path.of(Objects.requireNonNull(option.uri().options().get("target")));
        try {
            return TargetBytes.read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void gone(String file) {
        assertFalse(Files.exists(Path.of(file)), file);
    }

    @Test
    void aNameWithSizesBecomesABinaryFileAndOtherOptionsStay() {
        String file;
        try (TargetOption option =
                TargetOption.of(BoardUri.parse("emulator:mine?target=loihi1&chips=2&threads=3&fault=slow@1"))) {
            assertEquals("loihi1", target(option).name());
            assertEquals(2, target(option).limit(Quantity.CHIPS));
            assertEquals("mine", option.uri().path());
            assertEquals("3", option.uri().options().get("threads"));
            assertEquals("slow@1", option.uri().options().get("fault"));
            assertFalse(option.uri().options().containsKey("chips"));
            file = Objects.requireNonNull(option.uri().options().get("target"));
        }
        gone(file);
    }

    @Test
    void withoutATargetItIsTheEmulatorsOwn() {
        try (TargetOption option = TargetOption.of(BoardUri.parse("emulator:"))) {
            assertEquals(Targets.named("emulator").digest(), target(option).digest());
        }
    }

    @Test
    void aFileOfTheUsersIsRead() throws IOException {
        Path own = folder.resolve("own.textproto");
        try (InputStream shipped =
                Objects.requireNonNull(TargetBytes.class.getResourceAsStream("tinyodin.textproto"))) {
            Files.copy(shipped, own);
        }
        try (TargetOption option = TargetOption.of(BoardUri.parse("emulator:?target=" + own))) {
            assertEquals("tinyodin", target(option).name());
        }
        try (TargetOption option = TargetOption.of(BoardUri.parse("other:?target=" + own))) {
            assertEquals("tinyodin", target(option).name());
        }
    }

    @Test
    void binaryFilesAndOtherDriversOptionsAreLeftAlone() {
        for (String uri : new String[] {"emulator:?target=/x/y.pb&chips=2", "other:?target=loihi1&chips=2", "other:"}) {
            try (TargetOption option = TargetOption.of(BoardUri.parse(uri))) {
                assertEquals(uri, option.uri().toString());
            }
        }
    }

    @Test
    void aTargetThatIsNotThereIsTold() {
        InputException unknown =
                assertThrows(InputException.class, () -> TargetOption.of(BoardUri.parse("emulator:?target=loihi3")));
        assertTrue(unknown.getMessage().contains("loihi3"), unknown.getMessage());
        assertThrows(
                InputException.class,
                () -> TargetOption.of(BoardUri.parse("emulator:?target=" + folder.resolve("absent.textproto"))));
    }
}
