package org.mammoflow.review;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;

/** Whose turn it is to read a case: asked before every statement, with the case locked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Turns {

    @Inject
    CaseKeeping cases;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    public Turn of(String studyInstanceUid) {
        return cases.locked(studyInstanceUid)
                .map(this::of)
                .orElseGet(() -> new Turn.Refused(new Refusal.UnknownCase()));
    }

    private Turn of(ReadingCase readingCase) {
        Caller caller = callers.current();
        return claimOfAnother(readingCase, caller)
                .or(() -> readingCase.refusalOf(caller).map(Refusal.NotYourTurn::new))
                .<Turn>map(Turn.Refused::new)
                .orElseGet(() -> new Turn.Yours(readingCase));
    }

    private Optional<Refusal> claimOfAnother(ReadingCase readingCase, Caller caller) {
        return readingCase
                .claimAt(clock.instant())
                .filter(claim -> !claim.reader().equals(caller.name()))
                .map(claim -> new Refusal.ClaimedByAnother(claim.reader(), claim.until()));
    }
}
