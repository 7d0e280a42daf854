package org.mammoflow.report;

/** What was decided about a finding, or that nothing was. */
public enum ReportVerdict {
    CONFIRMED,
    REJECTED,
    UNCERTAIN,
    OPEN
}
