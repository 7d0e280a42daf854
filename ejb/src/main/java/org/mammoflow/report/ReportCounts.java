package org.mammoflow.report;

/** AI positive or negative × confirmed, rejected, uncertain or open. */
public record ReportCounts(
        long positiveConfirmed,
        long positiveRejected,
        long positiveUncertain,
        long positiveOpen,
        long negativeConfirmed,
        long negativeRejected,
        long negativeUncertain,
        long negativeOpen) {

    public long total() {
        return positive() + negative();
    }

    public long positive() {
        return positiveConfirmed + positiveRejected + positiveUncertain + positiveOpen;
    }

    public long negative() {
        return negativeConfirmed + negativeRejected + negativeUncertain + negativeOpen;
    }
}
