package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/**
 * Keeps two readers apart: a claim with a lease, renewed by activity, visible to others. None of these asks what the caller
 * saw: a claim takes nothing from anybody, taking over and urgency give a reason, say what is to be, and stand in the trail.
 */
@Stateless
@RolesAllowed(Role.RADIOLOGIST)
public class Claiming {

    private static final Duration LEASE = Duration.ofMinutes(15);

    @Inject
    CaseKeeping cases;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Event<WorklistChanged> changes;

    @Inject
    Clock clock;

    /** Claims a case, or renews the caller's own claim. */
    public ClaimOutcome claim(String studyInstanceUid) {
        return cases.locked(studyInstanceUid).map(this::claimUnlessHeld).orElseGet(ClaimOutcome.UnknownCase::new);
    }

    /**
     * Takes a case over from another reader; the reason goes into the audit trail.
     *
     * @throws MissingReason when it is blank
     */
    public ClaimOutcome takeOver(String studyInstanceUid, String reason) {
        String why = MissingReason.required(reason, "taking a case over");
        Optional<ReadingCase> found = cases.locked(studyInstanceUid);
        if (found.isEmpty()) {
            return new ClaimOutcome.UnknownCase();
        }
        Optional<Refusal.Why> refusal = found.get().refusalToTakeOver(callers.current());
        if (refusal.isPresent()) {
            return new ClaimOutcome.NotYourTurn(refusal.get());
        }
        found.get().handOver();
        String former = found.get().claimAt(clock.instant()).map(Claim::reader).orElse("");
        return hold(found.get(), AuditAction.CLAIM_TAKEN_OVER, "from=" + former + " reason=" + why);
    }

    /** Gives the caller's own claim back; does nothing when somebody else holds the case. */
    public void release(String studyInstanceUid) {
        Caller caller = callers.current();
        cases.locked(studyInstanceUid)
                .filter(readingCase -> heldBy(readingCase, caller))
                .ifPresent(readingCase -> {
                    readingCase.release();
                    tell(readingCase, AuditAction.CLAIM_RELEASED, "");
                });
    }

    /** Gives back every case that the caller holds, on leaving. */
    public void releaseAll() {
        cases.heldBy(callers.current().name()).forEach(this::release);
    }

    /**
     * Marks a case urgent or not; the reason goes into the audit trail.
     *
     * @throws MissingReason when it is blank
     */
    public void markUrgent(String studyInstanceUid, boolean urgent, String reason) {
        String why = MissingReason.required(reason, "a change of urgency");
        cases.locked(studyInstanceUid).ifPresent(readingCase -> {
            readingCase.markUrgent(urgent);
            tell(readingCase, AuditAction.URGENCY_CHANGED, "urgent=" + urgent + " reason=" + why);
        });
    }

    private ClaimOutcome claimUnlessHeld(ReadingCase readingCase) {
        Optional<Refusal.Why> refusal = readingCase.refusalOf(callers.current());
        if (refusal.isPresent()) {
            return new ClaimOutcome.NotYourTurn(refusal.get());
        }
        Optional<Claim> standing = readingCase.claimAt(clock.instant());
        if (standing.isEmpty()) {
            return hold(readingCase, AuditAction.CASE_CLAIMED, "");
        }
        return heldBy(readingCase, callers.current())
                ? renew(readingCase)
                : new ClaimOutcome.HeldByAnother(standing.get());
    }

    private ClaimOutcome hold(ReadingCase readingCase, AuditAction action, String detail) {
        ClaimOutcome outcome = renew(readingCase);
        tell(readingCase, action, detail);
        return outcome;
    }

    private ClaimOutcome renew(ReadingCase readingCase) {
        Claim claim = new Claim(callers.current().name(), clock.instant().plus(LEASE));
        readingCase.claim(claim);
        return new ClaimOutcome.Held(claim);
    }

    private boolean heldBy(ReadingCase readingCase, Caller caller) {
        return readingCase
                .claimAt(clock.instant())
                .filter(claim -> claim.reader().equals(caller.name()))
                .isPresent();
    }

    private void tell(ReadingCase readingCase, AuditAction action, String detail) {
        changes.fire(new WorklistChanged(readingCase.studyInstanceUid()));
        trail.record(new AuditEvent(callers.current(), action, "study", readingCase.studyInstanceUid(), detail));
    }
}
