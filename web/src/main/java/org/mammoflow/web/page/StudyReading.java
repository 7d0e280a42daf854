package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import org.mammoflow.review.AssessmentCategory;
import org.mammoflow.review.InvalidOpinion;
import org.mammoflow.review.PixelMark;
import org.mammoflow.review.StatementOutcome;
import org.mammoflow.review.Stating;
import org.mammoflow.review.Vocabulary;

/** What is stated about the whole study: one call each, and its outcome in words. */
@Named("statement")
@RequestScoped
public class StudyReading {

    /** Their words are in the bundles as {@code recall.reason.CODE}. */
    static final List<String> RECALL_REASONS =
            List.of("POSITIONING", "MOTION_BLUR", "EXPOSURE", "ARTEFACT", "CUT_OFF", "OTHER");

    @Inject
    CaseScreen reading;

    @Inject
    SeenOnPage seen;

    @Inject
    RowClicks clicks;

    @Inject
    Stating stating;

    @Inject
    Vocabulary vocabulary;

    @Inject
    StudyWords studyWords;

    @Inject
    RefusalWords refusals;

    @Inject
    Words words;

    private RowsShown shown = RowsShown.NONE;
    private String comment = "";
    private String sopInstanceUid = "";
    private int column = -1;
    private int row = -1;
    private String reason = "";

    public List<AssessmentCategory> categories() {
        return vocabulary.categories();
    }

    public String words(AssessmentCategory category) {
        return studyWords.category(category);
    }

    public List<String> recallReasons() {
        return RECALL_REASONS;
    }

    /** A category is known by its place on the scale: the scale must be the one that the reader saw, word for word. */
    public void assess(String category) {
        clicks.heard();
        if (!shown.isTheSameAs(scale())) {
            Notices.refuse(":assessing:scale", words.of("rows.changed"), words.of("rows.changed"));
            return;
        }
        tell(
                () -> stating.assess(reading.getStudy(), category, comment, seen.sent()),
                words.of("assessment.recorded", category),
                () -> Notices.refuse(
                        ":assessing:scale", words.of("statement.incomplete"), words.of("statement.incomplete")));
    }

    private RowsShown scale() {
        return RowsShown.of(categories(), AssessmentCategory::code, AssessmentCategory::seen);
    }

    /** The scale of the page that is being drawn. */
    public String getShown() {
        return scale().text();
    }

    public void setShown(String shown) {
        this.shown = clicks.sent(shown);
    }

    public void missed() {
        tell(
                () -> stating.missed(
                        reading.getStudy(), sopInstanceUid, new PixelMark(column, row), comment, seen.sent()),
                words.of("missed.recorded"));
    }

    public void recall() {
        tell(
                () -> stating.recallTechnically(reading.getStudy(), sopInstanceUid, reason, comment, seen.sent()),
                words.of("recall.recorded"));
    }

    public void withdraw(long entryId) {
        if (seen.isDrawnLast()) {
            tell(() -> stating.withdraw(reading.getStudy(), entryId), words.of("statement.withdrawn"));
        } else {
            Notices.refuse(words.of("case.other"));
            reading.reload();
        }
    }

    private void tell(Supplier<StatementOutcome> statement, String done) {
        tell(statement, done, () -> Notices.refuse(words.of("statement.incomplete")));
    }

    private void tell(Supplier<StatementOutcome> statement, String done, Runnable incomplete) {
        try {
            StatementOutcome outcome = statement.get();
            if (outcome instanceof StatementOutcome.Recorded) {
                Notices.done(done);
                reading.reload();
            } else if (outcome instanceof StatementOutcome.Refused refused) {
                Notices.refuse(refusals.of(refused.refusal()));
            } else if (outcome instanceof StatementOutcome.TakenBack) {
                Notices.refuse(words.of("statement.gone"));
                reading.reload();
            } else if (outcome instanceof StatementOutcome.ChangedMeanwhile) {
                Notices.refuse(words.of("statement.changed"));
                reading.reload();
            } else {
                Notices.refuse(words.of("statement.unknown"));
            }
        } catch (InvalidOpinion e) {
            incomplete.run();
        }
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment == null ? "" : comment;
    }

    public String getSopInstanceUid() {
        return sopInstanceUid;
    }

    public void setSopInstanceUid(String sopInstanceUid) {
        this.sopInstanceUid = sopInstanceUid == null ? "" : sopInstanceUid;
    }

    public int getColumn() {
        return column;
    }

    public void setColumn(int column) {
        this.column = column;
    }

    public int getRow() {
        return row;
    }

    public void setRow(int row) {
        this.row = row;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
