package org.mneme.board.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.board.driver.DriverUnusableException.Crashed;
import org.mneme.board.driver.DriverUnusableException.Hung;
import org.mneme.board.driver.DriverUnusableException.NoDriver;
import org.mneme.board.driver.DriverUnusableException.NoLibrary;
import org.mneme.board.driver.DriverUnusableException.OtherAbi;
import org.mneme.runtime.board.BoardDirectory.Found;
import org.mneme.runtime.board.BoardDirectory.Listing;

class DriversTest {
    private static final Duration OPEN = Duration.ofSeconds(5);

    @TempDir
    private static Path folder = Path.of("");

    private static Path stub = Path.of("");

    @BeforeAll
    static void compile() {
        stub = StubDriver.compile(folder, "mneme_stub");
    }

    @Test
    void findsADriverByItsNameAndOpensItsBoard() {
        Drivers.Opened opened = StubDriver.drivers(folder).open(BoardUri.parse("stub:fine"), "stub:fine", OPEN);
        try (BoardHandle board = opened.board()) {
            assertEquals("stub", opened.driver().scheme());
            assertFalse(opened.driver().hardware());
            assertEquals(100_000, board.describe().length);
            board.start(1, 1_000_000_000);
            board.step(5, 1_000_000_000);
            assertEquals(5, board.done());
            assertEquals(5, board.counters(1_000_000_000).tick());
        }
    }

    @Test
    void findsADriverOfAnotherNameByAskingIt(@TempDir Path other) throws IOException {
        Path renamed = Files.copy(stub, other.resolve(System.mapLibraryName("some_board")));
        StubDriver.drivers(renamed)
                .open(BoardUri.parse("stub:fine"), "stub:fine", OPEN)
                .board()
                .close();
    }

    @Test
    void aFolderIsSearchedForDriversOnly(@TempDir Path other) throws IOException {
        Files.copy(stub, other.resolve(System.mapLibraryName("some_board")));
        Files.writeString(other.resolve("mneme_notes.txt"), "not a library");
        assertEquals(List.of(), StubDriver.search(other).libraries());
    }

    @Test
    void twoDriversOfOneProcessDoNotSeeEachOther(@TempDir Path other) {
        StubDriver.compile(other, "mneme_second", "-DSTUB_SCHEME=\"second\"");
        Drivers drivers = StubDriver.drivers(folder, other);
        try (BoardHandle first = drivers.open(BoardUri.parse("stub:fine"), "stub:fine", OPEN)
                        .board();
                BoardHandle second = drivers.open(BoardUri.parse("second:fine"), "second:fine", OPEN)
                        .board()) {
            first.start(1, 1_000_000_000);
            second.start(1, 1_000_000_000);
            first.step(3, 1_000_000_000);
            second.step(4, 1_000_000_000);
            assertEquals(3, first.counters(1_000_000_000).tick());
            assertEquals(4, second.counters(1_000_000_000).tick());
        }
    }

    @Test
    void aMissingDriverIsToldWithTheNearestScheme() {
        DriverMissingException missing = assertThrows(
                DriverMissingException.class,
                () -> StubDriver.drivers(folder).open(BoardUri.parse("stab:fine"), "stab:fine", OPEN));
        assertEquals(2, missing.exitCode());
        assertEquals(Set.of("stub", "emulator"), Set.copyOf(missing.known()));
        assertTrue(missing.getMessage().contains("did you mean 'stub'?"), missing.getMessage());
    }

    @Test
    void aDriverThatIsNamedButAbsentIsTold() {
        Path absent = folder.resolve("absent.so");
        DriverMissingException missing = assertThrows(
                DriverMissingException.class,
                () -> StubDriver.drivers(absent).open(BoardUri.parse("far:away"), "far:away", OPEN));
        assertTrue(missing.getMessage().contains(absent + ", which is not there"), missing.getMessage());
    }

    private static DriverUnusableException unusable(Path place, String uri, Duration probe) {
        return assertThrows(
                DriverUnusableException.class,
                () -> StubDriver.drivers(probe, Duration.ofSeconds(1), place).open(BoardUri.parse(uri), uri, OPEN));
    }

    @Test
    void anotherVersionOfTheInterfaceIsRefused(@TempDir Path other) {
        StubDriver.compile(other, "mneme_stub", "-DSTUB_ABI=7");
        DriverUnusableException refused = unusable(other, "stub:fine", StubDriver.LONG);
        assertEquals(new OtherAbi(7, 1), refused.trouble());
        assertEquals(2, refused.exitCode());
    }

    @Test
    void aMissingFunctionIsNamed(@TempDir Path other) {
        StubDriver.compile(other, "mneme_stub", "-DSTUB_WITHOUT_STEP");
        DriverUnusableException refused = unusable(other, "stub:fine", StubDriver.LONG);
        assertEquals(new NoDriver(List.of("mneme_step")), refused.trouble());
    }

    @Test
    void aLibraryThatIsNoDriverIsRefused(@TempDir Path other) throws IOException {
        Path source = Files.writeString(other.resolve("no.c"), "int no(void) { return 0; }\n");
        StubDriver.compile(other, "mneme_stub", source);
        DriverUnusableException refused = unusable(other, "stub:fine", StubDriver.LONG);
        assertEquals(new NoDriver(List.of("mneme_driver_abi")), refused.trouble());
    }

    @Test
    void aFileThatIsNoLibraryIsRefused(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve(System.mapLibraryName("mneme_stub")), "this is a text");
        DriverUnusableException refused = unusable(other, "stub:fine", StubDriver.LONG);
        String reason = assertInstanceOf(NoLibrary.class, refused.trouble()).reason();
        assertFalse(reason.isBlank() || reason.endsWith(":"), reason);
        assertFalse(reason.startsWith("Unable to load library"), reason);
        assertEquals(
                1, refused.getMessage().split(System.mapLibraryName("mneme_stub"), -1).length - 1, refused::getMessage);
        assertEquals(1, refused.getMessage().lines().count(), refused::getMessage);
    }

    @Test
    void aDriverThatCrashesInLoadingTakesNothingWithIt(@TempDir Path other) {
        StubDriver.compile(other, "mneme_stub", "-DSTUB_CRASH_IN_LOADING");
        DriverUnusableException refused = unusable(other, "stub:fine", StubDriver.LONG);
        assertEquals(
                "loading", assertInstanceOf(Crashed.class, refused.trouble()).stage());
        assertEquals(3, refused.exitCode());
    }

    @Test
    void aDriverThatCrashesInOpenTakesNothingWithIt() {
        DriverUnusableException refused = unusable(folder, "stub:crash-in-open", StubDriver.LONG);
        assertEquals("open", assertInstanceOf(Crashed.class, refused.trouble()).stage());
        assertEquals(3, refused.exitCode());
        assertEquals(1, refused.getMessage().lines().count());
    }

    @Test
    void aDriverThatHangsInOpenIsGivenUp() {
        DriverUnusableException refused = unusable(folder, "stub:hang-in-open", Duration.ofSeconds(5));
        assertEquals("open", assertInstanceOf(Hung.class, refused.trouble()).stage());
        assertEquals(3, refused.exitCode());
    }

    @Test
    void aBoardThatCannotBeOpenedSaysWhy() {
        BoardTransientException busy = assertThrows(
                BoardTransientException.class,
                () -> StubDriver.drivers(folder).open(BoardUri.parse("stub:busy"), "stub:busy", OPEN));
        assertEquals(List.of("somebody else has it"), busy.failure().texts());
        BoardGoneException nothing = assertThrows(
                BoardGoneException.class,
                () -> StubDriver.drivers(folder).open(BoardUri.parse("stub:nothing"), "stub:nothing", OPEN));
        assertEquals(DriverResult.BROKEN, nothing.failure().result());
    }

    @Test
    void theListTellsDriversAndWhyOthersCannotBeUsed(@TempDir Path other) {
        StubDriver.compile(other, "mneme_old", "-DSTUB_ABI=0");
        Path absent = folder.resolve("absent.so");
        List<Found> found = StubDriver.drivers(absent, folder, other).search();
        assertEquals(4, found.size(), found.toString());
        assertTrue(found.get(0).trouble().getFirst().contains("which is not there"), found.toString());
        assertEquals(List.of(), found.get(1).trouble());
        assertEquals("stub", found.get(1).scheme());
        List<Listing> boards = found.get(1).boards();
        assertEquals(new Listing("stub:fine", "does as it is told"), boards.getFirst());
        assertEquals("stub:late", boards.get(1).uri());
        assertEquals(5_000 - 39, boards.get(1).description().length());
        assertEquals("old", found.get(2).scheme());
        assertTrue(found.get(2).trouble().getFirst().contains("version 0"), found.toString());
        assertEquals("emulator", found.get(3).scheme());
    }

    @Test
    void troublesSurviveTheWayFromTheOtherProcess() {
        Stream.of(
                        new NoLibrary("invalid ELF header"),
                        new NoDriver(List.of("a", "b")),
                        new OtherAbi(3, 1),
                        new Crashed("its start", 134),
                        new Hung("open", 2.5))
                .forEach(trouble -> assertEquals(trouble, Troubles.read(Troubles.write(trouble))));
    }

    @Test
    void theSearchPathIsTheUsersThenTheSystems() {
        DriverSearch search = DriverSearch.of(
                java.util.Map.of(DriverSearch.VARIABLE, "/a" + java.io.File.pathSeparator + "/b/c.so"), "/u", "Linux");
        assertEquals(
                List.of(
                        "/a",
                        "/b/c.so",
                        "/u/.local/share/mneme/drivers",
                        "/usr/local/lib/mneme/drivers",
                        "/usr/lib/mneme/drivers"),
                search.places().stream().map(place -> place.path().toString()).collect(Collectors.toList()));
    }
}
