package org.mammoflow.report;

/** AI positive or negative × confirmed, rejected or open. */
public record ReportCounts(
        long positiveConfirmed,
        long positiveRejected,
        long positiveOpen,
        long negativeConfirmed,
        long negativeRejected,
        long negativeOpen) {

    public long total() {
        return positive() + negative();
    }

    public long positive() {
        return positiveConfirmed + positiveRejected + positiveOpen;
    }

    public long negative() {
        return negativeConfirmed + negativeRejected + negativeOpen;
    }
}
