package org.mammoflow.web.page;

import java.util.Optional;
import org.mammoflow.inference.UnjudgedImage;

/** An image without an opinion, ready to be shown. */
public record UnjudgedRow(
        long jobId,
        String view,
        String sopInstanceUid,
        String caseLink,
        String studyDate,
        String modality,
        SilenceShown silence,
        int attempts,
        String waited,
        String queuedAt) {

    static UnjudgedRow of(UnjudgedImage image, Words words, Moments moments) {
        ViewName view =
                ViewName.of(Optional.ofNullable(image.imageLaterality()), Optional.ofNullable(image.viewCode()));
        String reason = image.reason() == null ? "" : image.reason();
        String detail = image.phase() == null ? reason : image.phase() + ": " + reason;
        return new UnjudgedRow(
                image.jobId(),
                view.text(),
                image.sopInstanceUid(),
                "case.xhtml?study=" + image.studyInstanceUid(),
                image.studyDate() == null ? "" : image.studyDate().toString(),
                image.callingAeTitle(),
                SilenceShown.of(image.state().name(), detail, reason, words),
                image.attempts(),
                moments.ago(image.queuedAt()),
                moments.minute(image.queuedAt()));
    }
}
