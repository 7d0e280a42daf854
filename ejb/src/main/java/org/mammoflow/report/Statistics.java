package org.mammoflow.report;

import java.util.List;
import java.util.Map;

/** All numbers of a report; all show one moment. */
public record Statistics(
        Agreement overall,
        Map<Dimension, List<StatisticsLine>> tables,
        List<ScoreDistribution> scores,
        Silence silence,
        List<ReadingTime> readingTimes,
        List<ChangedOpinion> opinions,
        Truth truth,
        List<RereadResult> rereads) {

    /** Over all readers. */
    public Proportion changedOpinions() {
        return opinions.stream()
                .map(ChangedOpinion::changed)
                .reduce(
                        new Proportion(0, 0),
                        (sum, one) -> new Proportion(sum.of() + one.of(), sum.among() + one.among()));
    }

    public List<StatisticsLine> by(Dimension dimension) {
        return tables.get(dimension);
    }
}
