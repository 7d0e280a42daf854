package org.mammoflow.report;

/**
 * What proves a report's content.
 *
 * @param rows how many
 * @param sha256 over headings and rows as CSV, the same for every format of one report
 */
public record ReportSeal(long rows, String sha256) {}
