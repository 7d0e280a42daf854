package org.mammoflow.report;

import java.util.List;

/**
 * What a report tells beside its rows.
 *
 * @param silence images without opinion in the period of the filter
 * @param readingTimes of the readers
 * @param rereads every sample of agreed negatives that was read anew, whatever the filter
 * @param everyVerdict whether the rows were chosen whatever their verdict: whoever chooses verdicts chooses what the readers
 *     said, and must not be told how accurate they are
 */
record Circumstances(
        Silence silence, List<ReadingTime> readingTimes, List<RereadResult> rereads, boolean everyVerdict) {

    static Circumstances of(ReportFilter filter, StatisticsQuery query) {
        return new Circumstances(
                query.silence(),
                query.readingTimes(),
                query.rereads(),
                filter.verdict().isEmpty());
    }

    Circumstances with(List<ReadingTime> others) {
        return new Circumstances(silence, others, rereads, everyVerdict);
    }

    Statistics statistics(Tallies tallies, Truth truth) {
        return tallies.statistics(this, everyVerdict ? truth : Truth.UNKNOWN);
    }
}
