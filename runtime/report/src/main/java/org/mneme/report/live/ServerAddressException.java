package org.mneme.report.live;

import org.mneme.InputException;

/** A place at which no page can be served. */
public final class ServerAddressException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;

    /**
     * Creates the error.
     *
     * @param host where
     * @param port where
     * @param reason why not, and what would do
     */
    ServerAddressException(String host, int port, String reason) {
        super(host + " port " + port + ": " + reason);
        this.host = host;
        this.port = port;
    }

    /**
     * Returns where the page was to be served.
     *
     * @return a name or an address
     */
    public String host() {
        return host;
    }

    /**
     * Returns at which port.
     *
     * @return 0 for any
     */
    public int port() {
        return port;
    }
}
