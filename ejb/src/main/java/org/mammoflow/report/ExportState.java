package org.mammoflow.report;

/** Where the making of a file stands. */
public sealed interface ExportState {

    /** @param expected about how many rows there will be; -1 while nobody knows */
    record Running(long rows, long expected) implements ExportState {}

    /** It lies ready and can be fetched once. */
    record Ready(String name, ReportSeal seal) implements ExportState {}

    /** Nothing of it is left. */
    record Cancelled(long rows) implements ExportState {}

    /** Nothing of it is left; the trail and the log know why. */
    record Failed() implements ExportState {}
}
