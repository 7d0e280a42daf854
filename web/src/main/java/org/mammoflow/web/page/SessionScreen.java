package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.mammoflow.review.ReadingSessions;
import org.mammoflow.review.SessionOutcome;
import org.mammoflow.review.SessionStep.State;
import org.mammoflow.review.SessionView;

/** The caller's reading session, as the worklist shows it: begin, go on, end. */
@Named("sitting")
@RequestScoped
public class SessionScreen {

    private static final int USUAL_SIZE = 25;

    @Inject
    ReadingSessions sessions;

    @Inject
    WorklistScreen worklist;

    @Inject
    Searches searches;

    @Inject
    Words words;

    @Inject
    You you;

    private Optional<SessionView> session;
    private int size = USUAL_SIZE;
    private String list = "";

    /** Asked once a request. */
    Optional<SessionView> session() {
        if (session == null) {
            session = you.read() ? sessions.current() : Optional.empty();
        }
        return session;
    }

    /** The session has changed within this request. */
    void is(SessionView now) {
        session = Optional.of(now);
    }

    public boolean open() {
        return session().isPresent();
    }

    /** "12 of 25 read, 1 skipped, 2 deferred". */
    public String progress() {
        return session().map(this::progress).orElse("");
    }

    String progress(SessionView view) {
        return words.of(
                "sitting.progress",
                view.count(State.READ),
                view.size(),
                view.count(State.SKIPPED),
                view.count(State.DEFERRED),
                view.count(State.ELSEWHERE));
    }

    /** The address of the case to go on with; empty when all are through. */
    public String goOn() {
        return session()
                .flatMap(SessionView::first)
                .map(study -> worklist.address().caseLink(study))
                .orElse("");
    }

    /** Begins a session with the first cases of the list on show. */
    public void start() throws IOException {
        WorklistAddress address = WorklistAddress.parse(list);
        SearchedIdentity identity = address.search().flatMap(searches::find).orElse(SearchedIdentity.ANY);
        if (sessions.start(address.filter(identity), size) instanceof SessionOutcome.Going going) {
            go(address.caseLink(going.session().first().orElseThrow()));
        } else {
            Notices.warn(words.of("sitting.nothing"));
        }
    }

    public void end() throws IOException {
        sessions.end();
        go(WorklistAddress.parse(list).link());
    }

    private static void go(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }

    public int getSize() {
        return size;
    }

    public void setSize(int size) {
        this.size = size;
    }

    public String getList() {
        return worklist.address().query();
    }

    public void setList(String list) {
        this.list = list;
    }
}
