package org.mammoflow.report;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a report tells beside its rows.
 *
 * @param silence images without opinion in the period of the filter
 * @param readingTimes of the readers
 * @param opinions of readers who assessed before the network was shown
 * @param rereads every sample of agreed negatives that was read anew, whatever the filter
 * @param everyVerdict whether the rows were chosen whatever their verdict: whoever chooses verdicts chooses what the readers
 *     said, and must not be told how accurate they are
 */
record Circumstances(
        Silence silence,
        List<ReadingTime> readingTimes,
        List<ChangedOpinion> opinions,
        List<RereadResult> rereads,
        boolean everyVerdict) {

    static Circumstances of(ReportFilter filter, StatisticsQuery query) {
        return new Circumstances(
                query.silence(),
                query.readingTimes(),
                query.opinions(),
                query.rereads(),
                filter.verdict().isEmpty());
    }

    /** The same, naming readers as a file without names does. */
    Circumstances naming(UnaryOperator<String> reader) {
        return new Circumstances(
                silence,
                readingTimes.stream()
                        .map(time -> new ReadingTime(
                                reader.apply(time.reader()), time.cases(), time.median(), time.ninetieth()))
                        .toList(),
                opinions.stream()
                        .map(opinion -> new ChangedOpinion(reader.apply(opinion.reader()), opinion.changed()))
                        .toList(),
                rereads,
                everyVerdict);
    }

    Statistics statistics(Tallies tallies, Truth truth) {
        return tallies.statistics(this, everyVerdict ? truth : Truth.UNKNOWN);
    }
}
