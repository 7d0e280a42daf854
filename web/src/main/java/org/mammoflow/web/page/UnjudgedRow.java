package org.mammoflow.web.page;

import java.util.Optional;
import org.mammoflow.inference.UnjudgedImage;
import org.mammoflow.instance.Conflict;

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

    /** An image whose job has ended or is under way, by its state. */
    static UnjudgedRow of(UnjudgedImage image, Words words, Moments moments) {
        String reason = image.reason() == null ? "" : image.reason();
        return of(image, SilenceShown.of(image.state().name(), detail(image), reason, words), moments);
    }

    /** An image whose opinion is late; what hindered it last, if anything did, stands beside. */
    static UnjudgedRow late(UnjudgedImage image, Words words, Moments moments) {
        return of(image, SilenceShown.of(SilenceKind.LATE.name(), detail(image), "", words), moments);
    }

    /** The second of two objects under one identifier; the link leads to the first. */
    static UnjudgedRow of(Conflict conflict, Words words, Moments moments) {
        return new UnjudgedRow(
                0,
                ViewName.of(conflict.imageLaterality(), conflict.viewCode()).text(),
                conflict.sopInstanceUid(),
                "case.xhtml?study=" + conflict.studyInstanceUid(),
                conflict.studyDate().map(Object::toString).orElse(""),
                conflict.callingAeTitle(),
                SilenceShown.of(SilenceKind.CONFLICT.name(), conflict.sopInstanceUid(), "", words),
                0,
                moments.ago(conflict.receivedAt()),
                moments.minute(conflict.receivedAt()));
    }

    private static String detail(UnjudgedImage image) {
        String reason = image.reason() == null ? "" : image.reason();
        return image.phase() == null ? reason : image.phase() + ": " + reason;
    }

    private static UnjudgedRow of(UnjudgedImage image, SilenceShown silence, Moments moments) {
        ViewName view =
                ViewName.of(Optional.ofNullable(image.imageLaterality()), Optional.ofNullable(image.viewCode()));
        return new UnjudgedRow(
                image.jobId(),
                view.text(),
                image.sopInstanceUid(),
                "case.xhtml?study=" + image.studyInstanceUid(),
                image.studyDate() == null ? "" : image.studyDate().toString(),
                image.callingAeTitle(),
                silence,
                image.attempts(),
                moments.ago(image.queuedAt()),
                moments.minute(image.queuedAt()));
    }
}
