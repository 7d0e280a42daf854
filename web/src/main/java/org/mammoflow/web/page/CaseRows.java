package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.mammoflow.review.CaseBand;
import org.mammoflow.review.CaseState;
import org.mammoflow.review.CaseSummary;

/** Puts a case into the words of a worklist's row. */
@RequestScoped
public class CaseRows {

    @Inject
    Privacy privacy;

    @Inject
    Words words;

    @Inject
    Moments moments;

    @Inject
    You you;

    CaseRow row(CaseSummary summary, long position, WorklistAddress list) {
        return new CaseRow(
                summary.studyInstanceUid(),
                list.caseLink(summary.studyInstanceUid()),
                position,
                why(summary, position),
                summary.round(),
                summary.urgent(),
                summary.state() != CaseState.FINAL,
                BandMark.of(summary.band().name(), words),
                moments.ago(summary.waitingSince()),
                moments.minute(summary.waitingSince()),
                privacy.name(summary.patient()),
                privacy.id(summary.patient()),
                summary.patient().issuerOfId().orElse(""),
                privacy.accessionNumber(summary.accessionNumber()),
                summary.studyDate().map(Object::toString).orElse(""),
                summary.callingAeTitle(),
                summary.openFindings(),
                summary.decidedFindings(),
                summary.withoutOpinion(),
                ClaimMark.of(summary.claim(), you.name(), words, moments));
    }

    private String why(CaseSummary summary, long position) {
        String urgency = words.of(summary.urgent() ? "urgent" : "urgent.not");
        String since = moments.minute(summary.waitingSince());
        if (summary.state() == CaseState.FINAL) {
            return words.of("worklist.position.signed", position, since);
        }
        return summary.band() == CaseBand.NOT_REVEALED
                ? words.of("worklist.position.waiting", position, urgency, since)
                : words.of(
                        "worklist.position",
                        position,
                        urgency,
                        words.of("band." + summary.band().name()),
                        since,
                        summary.band().headStart().toDays(),
                        moments.minute(summary.turnAt()));
    }
}
