package org.mammoflow.web.page;

import org.mammoflow.report.Proportion;

/** A share, ready to be shown with its interval and with what it was counted from. */
public record MeasureShown(String name, String definition, String share, String interval, String counts) {

    static MeasureShown of(String key, Proportion proportion, Words words) {
        return proportion.known()
                ? new MeasureShown(
                        words.of("report.measure." + key),
                        words.of("report.measure.define." + key),
                        words.share(proportion.share()),
                        words.share(proportion.low()) + " – " + words.share(proportion.high()),
                        words.of("report.of", proportion.of(), proportion.among()))
                : new MeasureShown(
                        words.of("report.measure." + key),
                        words.of("report.measure.define." + key),
                        "–",
                        "",
                        words.of("report.of", 0, 0));
    }

    /** What stands beside the share. */
    public String beside() {
        return interval.isEmpty() ? counts : interval + " · " + counts;
    }
}
