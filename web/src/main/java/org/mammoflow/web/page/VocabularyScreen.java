package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.platform.Seen;
import org.mammoflow.review.AssessmentCategory;
import org.mammoflow.review.InvalidOpinion;
import org.mammoflow.review.Vocabulary;
import org.mammoflow.review.VocabularyOutcome;

/** The words a site reads with; an administrator changes them. */
@Named("vocabulary")
@RequestScoped
public class VocabularyScreen {

    @Inject
    Vocabulary vocabulary;

    @Inject
    RowClicks clicks;

    @Inject
    Words words;

    @Inject
    StudyWords studyWords;

    private RowsShown shownReasons = RowsShown.NONE;
    private RowsShown shownCategories = RowsShown.NONE;
    private String reason = "";
    private String code = "";
    private String categoryWords = "";

    public List<String> reasons() {
        return vocabulary.reasons();
    }

    public List<AssessmentCategory> categories() {
        return vocabulary.categories();
    }

    public void enterReason() {
        attempt(() -> vocabulary.enterReason(reason));
        reason = "";
    }

    public void removeReason(String gone) {
        clicks.hear(shownReasons, reasonRows(), () -> attempt(() -> vocabulary.removeReason(gone)));
    }

    private void attempt(Runnable change) {
        try {
            change.run();
            Notices.done(words.of("policy.vocabulary.changed"));
        } catch (InvalidOpinion e) {
            Notices.refuse(words.of("policy.invalid"));
        }
    }

    public void enterCategory() {
        try {
            tell(vocabulary.enterCategory(new AssessmentCategory(code, categoryWords)));
        } catch (InvalidOpinion e) {
            Notices.refuse(words.of("policy.invalid"));
        }
        code = "";
        categoryWords = "";
    }

    public void removeCategory(String gone) {
        clicks.hear(
                shownCategories, categoryRows(), () -> tell(vocabulary.removeCategory(gone, shownCategories.of(gone))));
    }

    private void tell(VocabularyOutcome outcome) {
        if (outcome instanceof VocabularyOutcome.Done) {
            Notices.done(words.of("policy.vocabulary.changed"));
        } else if (outcome instanceof VocabularyOutcome.Taken taken) {
            Notices.refuse(words.of("policy.category.taken", taken.standing().code()));
        } else if (outcome instanceof VocabularyOutcome.Stated stated) {
            Notices.refuse(
                    words.of("policy.category.stated", stated.before().code(), studyWords.category(stated.before())));
        } else {
            Notices.refuse(words.of("rows.changed"));
        }
    }

    private RowsShown reasonRows() {
        return RowsShown.of(reasons(), word -> word, Seen::of);
    }

    private RowsShown categoryRows() {
        return RowsShown.of(categories(), AssessmentCategory::code, AssessmentCategory::seen);
    }

    /** The reasons of the page that is being drawn. */
    public String getShownReasons() {
        return reasonRows().text();
    }

    public void setShownReasons(String shown) {
        shownReasons = clicks.sent(shown);
    }

    /** The categories of the page that is being drawn. */
    public String getShownCategories() {
        return categoryRows().text();
    }

    public void setShownCategories(String shown) {
        shownCategories = clicks.sent(shown);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getCategoryWords() {
        return categoryWords;
    }

    public void setCategoryWords(String categoryWords) {
        this.categoryWords = categoryWords;
    }
}
