package org.mammoflow.web.page;

import java.time.Duration;
import java.util.List;
import org.mammoflow.report.Agreement;
import org.mammoflow.report.Dimension;
import org.mammoflow.report.ReadingTime;
import org.mammoflow.report.Statistics;
import org.mammoflow.report.StatisticsLine;

/** One table of the statistics: by network, by site and so on. */
public record BreakdownShown(String title, List<Line> lines) {

    /** @param time to read, empty where nothing is known or where it is no reader's line */
    public record Line(
            String name,
            String findings,
            MeasureShown sensitivity,
            MeasureShown ppv,
            MeasureShown agreement,
            String time) {}

    static BreakdownShown of(Dimension dimension, Statistics statistics, Words words) {
        return new BreakdownShown(
                words.ofConstant("report.by", dimension),
                statistics.by(dimension).stream()
                        .map(line -> line(line, time(dimension, line.name(), statistics, words), words))
                        .toList());
    }

    private static Line line(StatisticsLine line, String time, Words words) {
        Agreement agreement = line.agreement();
        return new Line(
                line.name().isEmpty() ? words.of("report.notsaid") : line.name(),
                words.number(agreement.counts().total()),
                MeasureShown.of("sensitivity", agreement.likeSensitivity(), words),
                MeasureShown.of("ppv", agreement.likePpv(), words),
                MeasureShown.of("agreement", agreement.overall(), words),
                time);
    }

    private static String time(Dimension dimension, String name, Statistics statistics, Words words) {
        return statistics.readingTimes().stream()
                .filter(time -> dimension == Dimension.READER && time.reader().equals(name))
                .map(time -> time(time, words))
                .findFirst()
                .orElse("");
    }

    private static String time(ReadingTime time, Words words) {
        return words.of("report.time.of", minutes(time.median()), minutes(time.ninetieth()), time.cases());
    }

    private static String minutes(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
