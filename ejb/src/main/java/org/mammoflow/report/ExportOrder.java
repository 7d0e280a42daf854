package org.mammoflow.report;

/** A file that somebody wants. */
public record ExportOrder(ReportFilter filter, ReportFormat format, boolean deidentified) {

    String words() {
        return "format=%s deidentified=%s".formatted(format, deidentified);
    }
}
