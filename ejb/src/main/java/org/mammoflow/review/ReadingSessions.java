package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/**
 * Reading so many cases one after the other: next, skip, defer, resume. A session only leads the way: it claims nothing and
 * hides nothing, so what its reader leaves stays on everybody's worklist. It outlasts signing out.
 */
@Stateless
@RolesAllowed(Role.RADIOLOGIST)
public class ReadingSessions {

    private static final int LARGEST = 200;
    private static final int LONGEST_REASON = 200;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Worklist worklist;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /**
     * Begins a session with the first cases of a list that the caller can read now; it takes the place of an open one.
     *
     * @param size how many cases, 1 to 200
     */
    public SessionOutcome start(WorklistFilter filter, int size) {
        if (size < 1 || size > LARGEST) {
            throw new InvalidOpinion("a session has 1 to " + LARGEST + " cases");
        }
        List<String> studies = worklist.readable(filter, size);
        if (studies.isEmpty()) {
            return new SessionOutcome.NothingToRead();
        }
        open().forEach(former -> former.end(clock.instant()));
        ReadingSession session = new ReadingSession(callers.current().name(), clock.instant());
        entityManager.persist(session);
        for (int i = 0; i < studies.size(); i++) {
            entityManager.persist(new SessionCase(session, i + 1, studies.get(i)));
        }
        tell(AuditAction.READING_SESSION_STARTED, "session", Long.toString(session.id()), "cases=" + studies.size());
        return new SessionOutcome.Going(view(session));
    }

    /** The caller's open session, as it stands now. */
    public Optional<SessionView> current() {
        return open().stream().findFirst().map(this::view);
    }

    /** Puts a case off until the others of the session are through. */
    public SessionOutcome skip(String studyInstanceUid) {
        return putOff(studyInstanceUid, SessionCase::skip, AuditAction.CASE_SKIPPED, "");
    }

    /**
     * Puts a case off beyond the session; the reason goes into the audit trail.
     *
     * @throws MissingReason when it is blank
     */
    public SessionOutcome defer(String studyInstanceUid, String reason) {
        String why = MissingReason.required(reason, "deferring a case");
        if (why.length() > LONGEST_REASON) {
            throw new InvalidOpinion("a reason has at most " + LONGEST_REASON + " characters");
        }
        return putOff(studyInstanceUid, one -> one.defer(why), AuditAction.CASE_DEFERRED, " reason=" + why);
    }

    /** Ends the caller's session; what was not read stays on the worklist. */
    public void end() {
        open().forEach(session -> {
            session.end(clock.instant());
            tell(AuditAction.READING_SESSION_ENDED, "session", Long.toString(session.id()), "");
        });
    }

    private SessionOutcome putOff(String study, Consumer<SessionCase> how, AuditAction action, String detail) {
        for (ReadingSession session : open()) {
            for (SessionCase one : casesOf(session)) {
                if (one.studyInstanceUid().equals(study)) {
                    how.accept(one);
                    tell(action, "study", study, "session=" + session.id() + detail);
                    return new SessionOutcome.Going(view(session));
                }
            }
        }
        return new SessionOutcome.NotInSession();
    }

    private List<ReadingSession> open() {
        return entityManager
                .createQuery(
                        "select s from ReadingSession s where s.reader = :reader and s.endedAt is null order by s.id desc",
                        ReadingSession.class)
                .setParameter("reader", callers.current().name())
                .getResultList();
    }

    private List<SessionCase> casesOf(ReadingSession session) {
        return entityManager
                .createQuery(
                        "select c from SessionCase c where c.sessionId = :session order by c.place", SessionCase.class)
                .setParameter("session", session.id())
                .getResultList();
    }

    private SessionView view(ReadingSession session) {
        List<SessionCase> planned = casesOf(session);
        Map<String, ReadingCase> cases = entityManager
                .createQuery("select c from ReadingCase c where c.studyInstanceUid in :studies", ReadingCase.class)
                .setParameter(
                        "studies",
                        planned.stream().map(SessionCase::studyInstanceUid).toList())
                .getResultStream()
                .collect(Collectors.toMap(ReadingCase::studyInstanceUid, Function.identity()));
        return new SessionView(
                session.id(),
                session.startedAt(),
                planned.stream()
                        .map(one -> step(one, cases.get(one.studyInstanceUid())))
                        .toList());
    }

    private SessionStep step(SessionCase one, ReadingCase readingCase) {
        return new SessionStep(one.place(), one.studyInstanceUid(), state(one, readingCase), one.reason());
    }

    // What the case itself says comes first: a deferred one that was read after all is read.
    private SessionStep.State state(SessionCase one, ReadingCase readingCase) {
        if (readingCase.isSignedBy(callers.current())) {
            return SessionStep.State.READ;
        }
        if (!readingCase.isOpenTo(callers.current(), clock.instant())) {
            return SessionStep.State.ELSEWHERE;
        }
        return switch (one.putOff()) {
            case NO -> SessionStep.State.WAITING;
            case SKIPPED -> SessionStep.State.SKIPPED;
            case DEFERRED -> SessionStep.State.DEFERRED;
        };
    }

    private void tell(AuditAction action, String objectType, String objectId, String detail) {
        trail.record(new AuditEvent(callers.current(), action, objectType, objectId, detail));
    }
}
