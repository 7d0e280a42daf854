package org.mammoflow.report;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mammoflow.platform.SiteZone;

/** Counts findings in every direction at once, so that all tables and plots of a report agree with each other. */
final class Tallies {

    private Agreement overall = Agreement.NONE;
    private final Map<Dimension, Map<String, Agreement>> by = new EnumMap<>(Dimension.class);
    private final Map<String, long[]> scores = new TreeMap<>();

    /** Some findings that are alike in everything that is counted. */
    record Alike(
            String network,
            String site,
            String modality,
            String density,
            String reader,
            YearMonth month,
            int scoreBin,
            boolean aiPositive,
            ReportVerdict verdict) {

        static Alike of(ReportRow row) {
            return new Alike(
                    row.network(),
                    row.institution(),
                    row.modality(),
                    row.outcome().map(KnownOutcome::breastDensity).orElse(""),
                    row.reader(),
                    YearMonth.from(row.recordedAt().atZone(SiteZone.zone())),
                    ScoreDistribution.bin(row.malignancy()),
                    row.aiPositive(),
                    row.verdict());
        }

        String value(Dimension dimension) {
            return switch (dimension) {
                case NETWORK -> network;
                case SITE -> site;
                case DEVICE -> modality;
                case DENSITY -> density;
                case READER -> reader;
                case MONTH -> month.toString();
            };
        }
    }

    void add(Alike alike, long count) {
        overall = overall.plus(alike.aiPositive(), alike.verdict(), count);
        for (Dimension dimension : Dimension.values()) {
            String value = alike.value(dimension);
            if (!value.isEmpty() || dimension.namesTheUnsaid()) {
                by.computeIfAbsent(dimension, d -> new TreeMap<>())
                        .compute(
                                value,
                                (v, known) -> (known == null ? Agreement.NONE : known)
                                        .plus(alike.aiPositive(), alike.verdict(), count));
            }
        }
        scores.computeIfAbsent(alike.modality(), m -> new long[ScoreDistribution.BINS])[alike.scoreBin()] += count;
    }

    Agreement overall() {
        return overall;
    }

    /** What is known so far, in the order of the values' names. */
    Statistics statistics(Circumstances beside, Truth truth) {
        return new Statistics(
                overall,
                tables(),
                distributions(),
                beside.silence(),
                beside.readingTimes(),
                beside.opinions(),
                truth,
                beside.rereads());
    }

    private Map<Dimension, List<StatisticsLine>> tables() {
        Map<Dimension, List<StatisticsLine>> tables = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            tables.put(
                    dimension,
                    by.getOrDefault(dimension, Map.of()).entrySet().stream()
                            .map(line -> new StatisticsLine(line.getKey(), line.getValue()))
                            .toList());
        }
        return tables;
    }

    private List<ScoreDistribution> distributions() {
        return scores.entrySet().stream()
                .map(device ->
                        new ScoreDistribution(device.getKey(), device.getValue().clone()))
                .toList();
    }
}
