package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.mammoflow.review.CaseSummary;
import org.mammoflow.review.Claiming;
import org.mammoflow.review.ReadingSessions;
import org.mammoflow.review.SessionOutcome;
import org.mammoflow.review.SessionView;
import org.mammoflow.review.Worklist;

/**
 * The ways out of a case: to the next one of the session or list, the one before, back to the list. Leaving gives the claim
 * back. Another case comes in the place of this one, so that pictures fetched ahead are at hand.
 */
@Named("route")
@RequestScoped
public class CaseRoute {

    @Inject
    CaseScreen reading;

    @Inject
    Worklist worklist;

    @Inject
    Claiming claiming;

    @Inject
    ReadingSessions sessions;

    @Inject
    SessionScreen sitting;

    @Inject
    Words words;

    @Inject
    You you;

    private String deferReason = "";
    // Pages ask more than once.
    private String followed = "";
    private String following = "";

    public void next() throws IOException {
        Optional<SessionView> session = session();
        if (session.isPresent()) {
            goOn(session.get());
        } else {
            moveTo(study(worklist.next(reading.filter(), reading.place())), "case.last");
        }
    }

    public void previous() {
        moveTo(
                session()
                        .map(session -> session.before(reading.getStudy()))
                        .orElseGet(() -> study(worklist.previous(reading.filter(), reading.place()))),
                "case.first");
    }

    /** Puts the case off until the others of the session are through. */
    public void skip() throws IOException {
        goOn(sessions.skip(reading.getStudy()));
    }

    /** Puts the case off beyond the session. */
    public void defer() throws IOException {
        goOn(sessions.defer(reading.getStudy(), deferReason));
    }

    public void backToList() throws IOException {
        release();
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(reading.list().link());
    }

    /** The study that "next" leads to, so that its images can be fetched beforehand; empty when there is none. */
    public String nextStudy() {
        if (!reading.getStudy().equals(followed)) {
            followed = reading.getStudy();
            following = session()
                    .map(session -> session.after(followed))
                    .orElseGet(() -> study(worklist.next(reading.filter(), reading.place())))
                    .orElse("");
        }
        return following;
    }

    /** Whether the case belongs to the reader's open session. */
    public boolean inSession() {
        return session().isPresent();
    }

    /** "Session: case 12 of 25". */
    public String place() {
        return session()
                .map(session -> words.of(
                        "sitting.place",
                        session.of(reading.getStudy()).orElseThrow().place(),
                        session.size()))
                .orElse("");
    }

    public String progress() {
        return session().map(sitting::progress).orElse("");
    }

    private Optional<SessionView> session() {
        return sitting.session()
                .filter(session -> session.of(reading.getStudy()).isPresent());
    }

    private void goOn(SessionOutcome outcome) throws IOException {
        if (outcome instanceof SessionOutcome.Going going) {
            sitting.is(going.session());
            goOn(going.session());
        } else {
            Notices.warn(words.of("sitting.not"));
        }
    }

    /** To what the session has left; when it is through, to the list, which says so. */
    private void goOn(SessionView session) throws IOException {
        Optional<String> next = session.after(reading.getStudy());
        if (next.isPresent()) {
            moveTo(next.get());
        } else {
            backToList();
        }
    }

    private static Optional<String> study(Optional<CaseSummary> summary) {
        return summary.map(CaseSummary::studyInstanceUid);
    }

    private void moveTo(Optional<String> other, String noneKey) {
        if (other.isPresent()) {
            moveTo(other.get());
        } else {
            Notices.warn(words.of(noneKey));
        }
    }

    private void moveTo(String other) {
        release();
        reading.moveTo(other);
    }

    private void release() {
        if (you.read()) {
            claiming.release(reading.getStudy());
        }
    }

    public String getDeferReason() {
        return deferReason;
    }

    public void setDeferReason(String deferReason) {
        this.deferReason = deferReason == null ? "" : deferReason;
    }
}
