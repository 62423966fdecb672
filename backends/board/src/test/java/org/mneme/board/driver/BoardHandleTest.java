package org.mneme.board.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardHandleTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private static Path folder = Path.of("");

    private static Path library = Path.of("");

    @BeforeAll
    static void compile() {
        library = StubDriver.compile(folder, "mneme_stub");
    }

    private static BoardHandle open(String path) {
        return StubDriver.open(library, "stub:" + path, Duration.ofSeconds(5));
    }

    /** A step that takes a while, on a thread of its own; returns when it is under way. */
    private static CompletableFuture<Void> stepping(BoardHandle board) {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> step = CompletableFuture.runAsync(
                () -> {
                    Thread.currentThread().setName("stepper");
                    begun.complete(null);
                    board.step(1, SECOND);
                },
                task -> Thread.ofPlatform().daemon().start(task));
        begun.join();
        while (!board.inUse() && !step.isDone()) {
            Thread.onSpinWait();
        }
        return step;
    }

    @Test
    void closingTwiceIsNoError() {
        BoardHandle board = open("fine");
        board.close();
        board.close();
        BoardHandleException closed = assertThrows(BoardHandleException.class, () -> board.reset(SECOND));
        assertEquals(BoardHandleException.Reason.CLOSED, closed.reason());
        assertEquals(0, board.done());
    }

    @Test
    void aSecondThreadIsToldSo() {
        try (BoardHandle board = open("slow-step")) {
            CompletableFuture<Void> step = stepping(board);
            BoardHandleException told = assertThrows(BoardHandleException.class, () -> board.counters(SECOND));
            assertEquals(BoardHandleException.Reason.OTHER_THREAD, told.reason());
            assertTrue(told.getMessage().contains("'stepper'"), told.getMessage());
            step.join();
            assertEquals(1, board.counters(SECOND).tick());
        }
    }

    @Test
    void closingDuringACallEndsItWhenItReturns() {
        BoardHandle board = open("slow-step");
        CompletableFuture<Void> step = stepping(board);
        board.close();
        CompletionException ended = assertThrows(CompletionException.class, step::join);
        BoardHandleException closed = assertInstanceOf(BoardHandleException.class, ended.getCause());
        assertEquals(BoardHandleException.Reason.CLOSED, closed.reason());
        assertThrows(BoardHandleException.class, () -> board.step(1, SECOND));
    }

    @Test
    void aHandleThatIsForgottenDoesNoHarm() {
        for (int i = 0; i < 3; i++) {
            open("fine").start(i, SECOND);
        }
        System.gc();
        try (BoardHandle board = open("fine")) {
            board.step(1, SECOND);
            assertEquals(1, board.counters(SECOND).tick());
        }
    }
}
