package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.mammoflow.platform.Seen;
import org.mammoflow.review.Arbitration;
import org.mammoflow.review.InvalidOpinion;
import org.mammoflow.review.PolicyOutcome;
import org.mammoflow.review.ReadingMode;
import org.mammoflow.review.ReadingPolicies;
import org.mammoflow.review.ReadingPolicy;

/** How the site reads; an administrator changes it. */
@Named("policy")
@RequestScoped
public class ReadingPolicyScreen {

    private static final int SECONDS = 60;

    @Inject
    ReadingPolicies policies;

    @Inject
    Words words;

    private Seen shown = Seen.NOTHING;
    private ReadingMode mode;
    private int readings;
    private Arbitration arbitration;
    private int minutes;

    @PostConstruct
    void read() {
        ReadingPolicy now = policies.current();
        mode = now.mode();
        readings = now.readings();
        arbitration = now.arbitration();
        minutes = (int) now.finalAfter().toMinutes();
    }

    public void change() {
        try {
            ReadingPolicy next =
                    new ReadingPolicy(mode, readings, arbitration, Duration.ofSeconds((long) minutes * SECONDS));
            tell(policies.change(next, shown));
        } catch (InvalidOpinion e) {
            Notices.refuse(words.of("policy.invalid"));
        }
    }

    private void tell(PolicyOutcome outcome) {
        if (outcome instanceof PolicyOutcome.Changed) {
            Notices.done(words.of("policy.changed"));
        } else {
            Notices.refuse(words.of("policy.other"));
            read();
        }
    }

    /** The policy of the page that is being drawn. */
    public String getShown() {
        return policies.current().seen().text();
    }

    public void setShown(String shown) {
        this.shown = new Seen(shown == null ? "" : shown);
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
}
