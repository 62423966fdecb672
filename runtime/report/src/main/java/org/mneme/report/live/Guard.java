package org.mneme.report.live;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets in only who was meant: the name in a request must be one of this machine, so that a page elsewhere whose name is made to point
 * here is not answered (DNS rebinding), and a request from a page must come from the page that this server sent.
 */
final class Guard {
    private static final int FORBIDDEN = 403;
    private static final int MISDIRECTED = 421;
    private static final int BAD = 400;
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+\\]");

    private final String name;
    private final boolean loopback;
    private final int port;

    /**
     * Guards a server.
     *
     * @param name as the user gave it
     * @param address what it means
     * @param port that the server listens at
     */
    Guard(String name, InetAddress address, int port) {
        this.name = name.toLowerCase(Locale.ROOT);
        this.loopback = address.isLoopbackAddress();
        this.port = port;
    }

    /**
     * Checks a request.
     *
     * @param headers of the request
     * @throws Refused if it is not for this server, or comes from another page
     */
    void check(Headers headers) throws Refused {
        String host = only(headers, "Host")
                .orElseThrow(() -> new Refused(BAD, "the request does not say which host it is for"));
        if (!isOurs(host.toLowerCase(Locale.ROOT))) {
            throw new Refused(MISDIRECTED, "this server is not that host; open the address that it printed");
        }
        Optional<String> origin = only(headers, "Origin");
        boolean elsewhere = origin.isPresent() && !origin.get().equalsIgnoreCase("http://" + host);
        boolean crossSite = headers.getOrDefault("Sec-Fetch-Site", List.of()).contains("cross-site")
                && !headers.getOrDefault("Sec-Fetch-Mode", List.of()).contains("navigate");
        if (elsewhere || crossSite) {
            throw new Refused(FORBIDDEN, "the request comes from another page; only the page of this server may ask");
        }
    }

    private static Optional<String> only(Headers headers, String key) throws Refused {
        List<String> values = headers.getOrDefault(key, List.of());
        if (values.size() > 1) {
            throw new Refused(BAD, "the request has several headers '" + key + "'");
        }
        return values.stream().findFirst();
    }

    /** An address cannot be made to point elsewhere, so that any of this machine's will do where others may connect. */
    private boolean isOurs(String host) {
        String end = ":" + port;
        if (!host.endsWith(end)) {
            return false;
        }
        String asked = host.substring(0, host.length() - end.length());
        return OWN.contains(asked)
                || asked.equals(name)
                || asked.equals("[" + name + "]")
                || !loopback && ADDRESS.matcher(asked).matches();
    }
}
