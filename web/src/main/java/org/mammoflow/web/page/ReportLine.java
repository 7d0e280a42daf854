package org.mammoflow.web.page;

import java.util.Optional;
import org.mammoflow.report.ReportRow;
import org.mammoflow.report.ReportVerdict;

/** A row of the report, ready to be shown; names no patient. */
public record ReportLine(
        long findingId,
        String recordedAt,
        String view,
        String sopInstanceUid,
        String studyDate,
        String modality,
        String network,
        String networkTag,
        String malignancy,
        BandMark band,
        boolean aiPositive,
        boolean contradiction,
        String verdict,
        String verdictStyle,
        String reason,
        String reader,
        String reviewedAt,
        String replay,
        String replayStyle) {

    static ReportLine of(ReportRow row, Words words, Moments moments) {
        return new ReportLine(
                row.findingId(),
                moments.minute(row.recordedAt()),
                ViewName.of(Optional.of(row.imageLaterality()), Optional.of(row.viewCode()))
                        .text(),
                row.sopInstanceUid(),
                row.studyDate() == null ? "" : row.studyDate().toString(),
                row.modality(),
                row.network(),
                NetworkMark.tag(row.networkStatus(), words),
                words.percent(row.malignancy()),
                BandMark.of(row.band(), words),
                row.aiPositive(),
                row.implantContradiction(),
                words.of("verdict." + row.verdict().name()),
                row.verdict().name().toLowerCase(java.util.Locale.ROOT),
                row.reason().isEmpty() ? "" : words.ofCode("reason", row.reason()),
                row.reader(),
                row.verdict() == ReportVerdict.OPEN ? "" : moments.minute(row.reviewedAt()),
                row.replay().isEmpty() ? "" : words.of("replay." + row.replay()),
                row.replay().toLowerCase(java.util.Locale.ROOT));
    }
}
