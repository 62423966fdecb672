package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GuardTest {
    private static Guard guard(String host) throws UnknownHostException {
        return new Guard(host, InetAddress.getByName(host), 8765);
    }

    private static Headers headers(String... pairs) {
        Headers headers = new Headers();
        for (int k = 0; k < pairs.length; k += 2) {
            headers.add(pairs[k], pairs[k + 1]);
        }
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8765", "localhost:8765", "[::1]:8765", "LOCALHOST:8765"})
    void namesOfThisMachineAreTaken(String host) {
        assertDoesNotThrow(() -> guard("127.0.0.1").check(headers("Host", host)));
        assertDoesNotThrow(
                () -> guard("127.0.0.1").check(headers("Host", host, "Origin", "http://" + host, "Accept", "*/*")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:8765",
                "127.0.0.1",
                "127.0.0.1:80",
                "localhost.evil.example:8765",
                "192.168.1.7:8765",
                "127.0.0.1.nip.io:8765",
                ":8765",
                ""
            })
    void otherNamesAreNot(String host) throws UnknownHostException {
        Guard guard = guard("127.0.0.1");

        assertEquals(
                421,
                assertThrows(Refused.class, () -> guard.check(headers("Host", host)))
                        .status());
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:9999",
        "Origin, https://127.0.0.1:8765",
        "Sec-Fetch-Site, cross-site"
    })
    void requestsOfOtherPagesAreNot(String header, String value) throws UnknownHostException {
        Guard guard = guard("127.0.0.1");

        assertEquals(
                403,
                assertThrows(Refused.class, () -> guard.check(headers("Host", "127.0.0.1:8765", header, value)))
                        .status());
    }

    @Test
    void linkOfAnotherPageMayLeadHere() {
        assertDoesNotThrow(() -> guard("127.0.0.1")
                .check(headers(
                        "Host", "localhost:8765", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate")));
    }

    @Test
    void missingAndDoubleHostsAreRefused() throws UnknownHostException {
        Guard guard = guard("127.0.0.1");

        assertEquals(
                400, assertThrows(Refused.class, () -> guard.check(headers())).status());
        assertEquals(
                400,
                assertThrows(
                                Refused.class,
                                () -> guard.check(headers("Host", "localhost:8765", "Host", "localhost:8765")))
                        .status());
    }

    @Test
    void openServerTakesAddressesButNoNames() throws UnknownHostException {
        Guard guard = guard("0.0.0.0");

        assertDoesNotThrow(() -> guard.check(headers("Host", "192.168.1.7:8765")));
        assertDoesNotThrow(() -> guard.check(headers("Host", "[fe80::1]:8765")));
        assertEquals(
                421,
                assertThrows(Refused.class, () -> guard.check(headers("Host", "evil.example:8765")))
                        .status());
    }
}
