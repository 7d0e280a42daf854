package org.mammoflow.report;

import java.util.Locale;

/** What fits on a landscape page; the CSV holds every column. */
enum PdfColumn {
    FINDING("finding", 44),
    STUDY_DATE("study date", 52),
    ACCESSION("accession", 70),
    MODALITY("modality", 78),
    SIDE("side", 26),
    NETWORK("network", 96),
    MALIGNANCY("malignancy", 50),
    AI("AI", 46),
    BAND("band", 44),
    VERDICT("verdict", 56),
    REASON("reason", 90),
    READER("reader", 62),
    REVIEWED("reviewed (UTC)", 92);

    private final String heading;
    private final float width;

    PdfColumn(String heading, float width) {
        this.heading = heading;
        this.width = width;
    }

    String heading() {
        return heading;
    }

    /** In points, with the space to the next column. */
    float width() {
        return width;
    }

    String of(ReportRow row) {
        return switch (this) {
            case FINDING -> Long.toString(row.findingId());
            case STUDY_DATE -> row.studyDate() == null ? "" : row.studyDate().toString();
            case ACCESSION -> row.accessionNumber();
            case MODALITY -> row.modality();
            case SIDE -> row.imageLaterality();
            case NETWORK -> row.network() + (row.networkStatus().equals("trained") ? "" : " *");
            case MALIGNANCY -> String.format(Locale.ROOT, "%.3f", row.malignancy());
            case AI -> row.aiPositive() ? "positive" : "negative";
            case BAND -> row.band();
            case VERDICT -> row.verdict().name();
            case REASON -> row.reason();
            case READER -> row.reader();
            case REVIEWED ->
                row.reviewedAt() == null ? "" : row.reviewedAt().toString().substring(0, 19);
        };
    }
}
