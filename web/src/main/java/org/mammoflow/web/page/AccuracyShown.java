package org.mammoflow.web.page;

import java.util.ArrayList;
import java.util.List;
import org.mammoflow.report.Accuracy;
import org.mammoflow.report.Truth;
import org.mammoflow.report.TruthLine;

/** How accurate a network or its readers were, ready to be shown. */
public record AccuracyShown(String who, MeasureShown sensitivity, MeasureShown specificity, String silent) {

    /** Two lines for each network; with several of them two more for all together. */
    static List<AccuracyShown> of(Truth truth, Words words) {
        List<AccuracyShown> lines = new ArrayList<>();
        truth.networks().forEach(line -> lines.addAll(of(line, line.network(), words)));
        if (truth.networks().size() > 1) {
            lines.addAll(of(truth.overall(), words.of("report.truth.all"), words));
        }
        return lines;
    }

    private static List<AccuracyShown> of(TruthLine line, String name, Words words) {
        return List.of(
                of(words.of("report.truth.network", name), line.networkItself(), words),
                of(words.of("report.truth.readers", name), line.readers(), words));
    }

    private static AccuracyShown of(String who, Accuracy accuracy, Words words) {
        return new AccuracyShown(
                who,
                MeasureShown.of("truesensitivity", accuracy.sensitivity(), words),
                MeasureShown.of("truespecificity", accuracy.specificity(), words),
                words.number(accuracy.silent()));
    }
}
