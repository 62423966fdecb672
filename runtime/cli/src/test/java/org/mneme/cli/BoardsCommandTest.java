package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BoardsCommandTest {
    @Test
    void longDescriptionsAreCut() {
        assertEquals("a board", BoardsCommand.cut("a board"));
        assertEquals("x".repeat(200), BoardsCommand.cut("x".repeat(200)));
        assertEquals("x".repeat(199) + "…", BoardsCommand.cut("x".repeat(201)));
        assertEquals("\uD83D\uDE00".repeat(199) + "…", BoardsCommand.cut("\uD83D\uDE00".repeat(5000)));
    }

    @Test
    void descriptionsStayOnTheirLine() {
        assertEquals("a board of two lines", BoardsCommand.cut(" a board\r\n\tof two\u001B lines\n"));
    }
}
