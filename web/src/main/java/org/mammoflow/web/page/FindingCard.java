package org.mammoflow.web.page;

import java.util.List;
import org.mammoflow.review.Opinion;
import org.mammoflow.review.ReviewView;
import org.mammoflow.review.Verdict;

/**
 * One image of the case page: what the network stated, what was decided, and what the reader is about to decide. Nothing
 * is chosen beforehand.
 */
public final class FindingCard {

    private final ImageShown image;
    private final OpinionShown opinion;
    private final SilenceShown silence;
    private final ReviewShown review;
    private final List<ReviewView> readings;
    private final boolean hidden;

    private Verdict verdict;
    private String reason = "";
    private String comment = "";
    private String password = "";

    /** Of opinion, silence and review, null means that there is none. */
    FindingCard(
            ImageShown image,
            OpinionShown opinion,
            SilenceShown silence,
            ReviewShown review,
            List<ReviewView> readings,
            boolean hidden) {
        this.readings = readings;
        this.hidden = hidden;
        this.image = image;
        this.opinion = opinion;
        this.silence = silence;
        this.review = review;
    }

    Opinion opinion(Verdict decided) {
        return new Opinion(decided, reason, comment);
    }

    Opinion changedOpinion() {
        return new Opinion(verdict, reason, comment);
    }

    /** The password, once: it is forgotten with this call. */
    char[] takePassword() {
        char[] taken = password.toCharArray();
        password = "";
        return taken;
    }

    public boolean isUndecided() {
        return opinion != null && review == null;
    }

    /** Whether the network's statement is not revealed to this reader yet. */
    public boolean isHidden() {
        return hidden;
    }

    /** What each reading decided, as far as it is shown. */
    List<ReviewView> getReadings() {
        return readings;
    }

    public ImageShown getImage() {
        return image;
    }

    public OpinionShown getOpinion() {
        return opinion;
    }

    public SilenceShown getSilence() {
        return silence;
    }

    public ReviewShown getReview() {
        return review;
    }

    public Verdict getVerdict() {
        return verdict;
    }

    public void setVerdict(Verdict verdict) {
        this.verdict = verdict;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment == null ? "" : comment;
    }

    /** Never given back to the page. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
