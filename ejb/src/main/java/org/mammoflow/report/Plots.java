package org.mammoflow.report;

import java.util.List;
import org.mammoflow.report.plot.ControlChart;
import org.mammoflow.report.plot.Histogram;
import org.mammoflow.report.plot.Plot;

/** The plots of a report's statistics. */
public final class Plots {

    private Plots() {}

    /** The share of statements that readers confirmed, month by month, with control limits. */
    public static Plot agreement(Statistics statistics, String description) {
        return ControlChart.of(
                statistics.by(Dimension.MONTH).stream()
                        .map(line -> new ControlChart.Point(
                                line.name(),
                                line.agreement().overall().of(),
                                line.agreement().overall().among()))
                        .toList(),
                description);
    }

    /** The scores of each device, on one scale. */
    public static List<Plot> scores(Statistics statistics, String description) {
        double highest = Histogram.highest(
                statistics.scores().stream().map(ScoreDistribution::counts).toList());
        return statistics.scores().stream()
                .map(device ->
                        Histogram.of(device.device(), device.counts(), highest, description + ": " + device.device()))
                .toList();
    }
}
