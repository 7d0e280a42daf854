package org.mammoflow.report;

import java.util.List;
import java.util.Map;

/** All numbers of a report; those of findings come from one look at them. */
public record Statistics(
        Agreement overall,
        Map<Dimension, List<StatisticsLine>> tables,
        List<ScoreDistribution> scores,
        Silence silence,
        List<ReadingTime> readingTimes,
        Truth truth,
        List<RereadResult> rereads) {

    public List<StatisticsLine> by(Dimension dimension) {
        return tables.get(dimension);
    }
}
