package org.mneme.board.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardUriTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "emulator:",
                "emulator:mine",
                "emulator:?target=loihi1",
                "emulator:mine?target=/a/b.textproto&chips=4&fault=vanish@3,slow@5",
                "usb+serial:/dev/ttyUSB0?baud=115200"
            })
    void whatIsReadIsWrittenTheSame(String text) {
        assertEquals(text, BoardUri.parse(text).toString());
    }

    @Test
    void aUriHasSchemePathAndOptionsInOrder() {
        BoardUri uri = BoardUri.parse("Emulator:mine?b=1&a=x=y");
        assertEquals("emulator", uri.scheme());
        assertEquals("mine", uri.path());
        assertEquals(List.of("b", "a"), List.copyOf(uri.options().keySet()));
        assertEquals("x=y", uri.options().get("a"));
        assertEquals("emulator:mine?c=2", uri.with(Map.of("c", "2")).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "loihi1",
                ":x",
                "9p:x",
                "emulator:?chips",
                "emulator:?=4",
                "emulator:?a=1&a=2",
                "emulator:?a=1&",
                "emulator: x"
            })
    void anythingElseIsRefusedInASentence(String text) {
        BoardUriException refused = assertThrows(BoardUriException.class, () -> BoardUri.parse(text));
        assertEquals(text, refused.uri());
        assertEquals(2, refused.exitCode());
        assertTrue(
                refused.getMessage().startsWith("board '" + text + "' is not a board's URI: "), refused.getMessage());
    }
}
