package org.mneme.runtime.exchange;

import java.util.List;
import org.mneme.InputException;

/** A graph with parts that a format cannot say, or only approximately although that is not wanted. */
public final class CannotExportException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String format;
    private final transient FidelityReport report;

    /**
     * Creates the error.
     *
     * @param format name of the format
     * @param report what it can say; at least one part is not faithful
     * @param fix what to do about it
     */
    public CannotExportException(String format, FidelityReport report, String fix) {
        super(sentence(format, report) + "; " + fix);
        this.format = format;
        this.report = report;
    }

    private static String sentence(String format, FidelityReport report) {
        List<FidelityReport.Entry> worst = report.of(report.worst());
        FidelityReport.Entry first = worst.getFirst();
        String others = worst.size() == 1 ? "" : " (and " + (worst.size() - 1) + " more)";
        return first.object() + others + " cannot be said " + (report.worst() == Fidelity.APPROXIMATE ? "exactly " : "")
                + "in " + format + ": " + first.difference();
    }

    /**
     * Returns the format.
     *
     * @return its name
     */
    public String format() {
        return format;
    }

    /**
     * Returns what the format can say.
     *
     * @return the report
     */
    public FidelityReport report() {
        return report;
    }
}
