package org.mammoflow.report;

/**
 * The network's statements against the readers' verdicts. A confirmed positive and a rejected negative count as "reader
 * positive". The readers are no truth: so these are agreements <em>like</em> sensitivity, never sensitivity.
 */
public record Agreement(ReportCounts counts) {

    public static final Agreement NONE = new Agreement(new ReportCounts(0, 0, 0, 0, 0, 0, 0, 0));

    /** Like sensitivity: among what the readers held positive, the share that the network called positive. */
    public Proportion likeSensitivity() {
        return new Proportion(counts.positiveConfirmed(), counts.positiveConfirmed() + counts.negativeRejected());
    }

    /** Like specificity: among what the readers held negative, the share that the network called negative. */
    public Proportion likeSpecificity() {
        return new Proportion(counts.negativeConfirmed(), counts.negativeConfirmed() + counts.positiveRejected());
    }

    /** Like the positive predictive value: among the network's positives, the share that the readers confirmed. */
    public Proportion likePpv() {
        return new Proportion(counts.positiveConfirmed(), counts.positiveConfirmed() + counts.positiveRejected());
    }

    /** Among all statements that were confirmed or rejected, the share that was confirmed. */
    public Proportion overall() {
        long confirmed = counts.positiveConfirmed() + counts.negativeConfirmed();
        return new Proportion(confirmed, confirmed + counts.positiveRejected() + counts.negativeRejected());
    }

    Agreement plus(boolean aiPositive, ReportVerdict verdict, long more) {
        long p = aiPositive ? more : 0;
        long n = aiPositive ? 0 : more;
        return new Agreement(
                switch (verdict) {
                    case CONFIRMED -> added(p, 0, 0, 0, n, 0, 0, 0);
                    case REJECTED -> added(0, p, 0, 0, 0, n, 0, 0);
                    case UNCERTAIN -> added(0, 0, p, 0, 0, 0, n, 0);
                    case OPEN -> added(0, 0, 0, p, 0, 0, 0, n);
                });
    }

    private ReportCounts added(long pc, long pr, long pu, long po, long nc, long nr, long nu, long no) {
        return new ReportCounts(
                counts.positiveConfirmed() + pc,
                counts.positiveRejected() + pr,
                counts.positiveUncertain() + pu,
                counts.positiveOpen() + po,
                counts.negativeConfirmed() + nc,
                counts.negativeRejected() + nr,
                counts.negativeUncertain() + nu,
                counts.negativeOpen() + no);
    }
}
