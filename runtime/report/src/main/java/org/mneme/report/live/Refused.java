package org.mneme.report.live;

/** A request that is not granted; the message is one sentence for whoever sent it. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Creates the refusal.
     *
     * @param status of HTTP, 4xx or 5xx
     * @param sentence why
     */
    Refused(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
