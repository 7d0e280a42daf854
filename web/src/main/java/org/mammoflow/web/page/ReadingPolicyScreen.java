package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.mammoflow.review.Arbitration;
import org.mammoflow.review.AssessmentCategory;
import org.mammoflow.review.InvalidOpinion;
import org.mammoflow.review.ReadingMode;
import org.mammoflow.review.ReadingPolicies;
import org.mammoflow.review.ReadingPolicy;
import org.mammoflow.review.Vocabulary;

/** How the site reads, and with which words; an administrator changes both. */
@Named("policy")
@RequestScoped
public class ReadingPolicyScreen {

    private static final int SECONDS = 60;

    @Inject
    ReadingPolicies policies;

    @Inject
    Vocabulary vocabulary;

    @Inject
    Words words;

    private ReadingMode mode;
    private int readings;
    private Arbitration arbitration;
    private int minutes;
    private String reason = "";
    private String code = "";
    private String categoryWords = "";

    @PostConstruct
    void read() {
        ReadingPolicy now = policies.current();
        mode = now.mode();
        readings = now.readings();
        arbitration = now.arbitration();
        minutes = (int) now.finalAfter().toMinutes();
    }

    public void change() {
        attempt(
                () -> policies.change(
                        new ReadingPolicy(mode, readings, arbitration, Duration.ofSeconds((long) minutes * SECONDS))),
                "policy.changed");
    }

    public void enterReason() {
        attempt(() -> vocabulary.enterReason(reason), "policy.vocabulary.changed");
        reason = "";
    }

    public void removeReason(String gone) {
        attempt(() -> vocabulary.removeReason(gone), "policy.vocabulary.changed");
    }

    public void enterCategory() {
        attempt(
                () -> vocabulary.enterCategory(new AssessmentCategory(code, categoryWords)),
                "policy.vocabulary.changed");
        code = "";
        categoryWords = "";
    }

    public void removeCategory(String gone) {
        attempt(() -> vocabulary.removeCategory(gone), "policy.vocabulary.changed");
    }

    private void attempt(Runnable change, String done) {
        try {
            change.run();
            Notices.done(words.of(done));
        } catch (InvalidOpinion e) {
            Notices.refuse(words.of("policy.invalid"));
        }
    }

    public List<String> reasons() {
        return vocabulary.reasons();
    }

    public List<AssessmentCategory> categories() {
        return vocabulary.categories();
    }

    public ReadingMode getMode() {
        return mode;
    }

    public void setMode(ReadingMode mode) {
        this.mode = mode;
    }

    public int getReadings() {
        return readings;
    }

    public void setReadings(int readings) {
        this.readings = readings;
    }

    public Arbitration getArbitration() {
        return arbitration;
    }

    public void setArbitration(Arbitration arbitration) {
        this.arbitration = arbitration;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
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
