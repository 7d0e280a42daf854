package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;

/** What a reader states about a study beside verdicts: the assessment, what the network missed, views to be retaken. */
@Stateless
@RolesAllowed(Role.RADIOLOGIST)
public class Stating {

    @Inject
    Turns turns;

    @Inject
    Entries entries;

    @Inject
    Vocabulary vocabulary;

    @Inject
    Instances instances;

    @Inject
    Callers callers;

    @Inject
    Event<WorklistChanged> changes;

    /** Assesses the study; a later assessment takes the place of an earlier one, both stay with their times. */
    public StatementOutcome assess(String studyInstanceUid, String category, String comment) {
        if (!vocabulary.offersCategory(category)) {
            throw new InvalidOpinion("the assessment must be one of the site's categories");
        }
        return state(studyInstanceUid, readingCase -> Optional.of(NewEntry.assessment(category, comment)));
    }

    /** The network missed something at this place of an image. */
    public StatementOutcome missed(String studyInstanceUid, String sopInstanceUid, PixelMark mark, String comment) {
        return state(
                studyInstanceUid,
                readingCase ->
                        image(readingCase, sopInstanceUid).map(image -> NewEntry.missed(image.id(), mark, comment)));
    }

    /** This view must be taken again, for technical reasons. */
    public StatementOutcome recallTechnically(
            String studyInstanceUid, String sopInstanceUid, String reason, String comment) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > Opinion.REASON_LENGTH) {
            throw new InvalidOpinion("a technical recall needs a reason of at most 64 characters");
        }
        return state(
                studyInstanceUid,
                readingCase -> image(readingCase, sopInstanceUid)
                        .map(image -> NewEntry.technicalRecall(image.id(), why, comment)));
    }

    /** Takes an own statement back, until the reading is signed. */
    public StatementOutcome withdraw(String studyInstanceUid, long entryId) {
        return state(
                studyInstanceUid,
                readingCase -> entries.standing(studyInstanceUid, readingCase.round()).stream()
                        .filter(entry -> entry.id() == entryId && entry.kind() != EntryKind.SIGNATURE)
                        .map(entry -> NewEntry.withdrawal(entry.id()))
                        .findFirst());
    }

    private StatementOutcome state(String studyInstanceUid, Function<ReadingCase, Optional<NewEntry>> statement) {
        Turn turn = turns.of(studyInstanceUid);
        if (turn instanceof Turn.Refused refused) {
            return new StatementOutcome.Refused(refused.refusal());
        }
        ReadingCase readingCase = ((Turn.Yours) turn).readingCase();
        return statement
                .apply(readingCase)
                .map(entry -> record(readingCase, entry))
                .orElseGet(StatementOutcome.Unknown::new);
    }

    private StatementOutcome record(ReadingCase readingCase, NewEntry statement) {
        readingCase.readBy(callers.current().name());
        changes.fire(new WorklistChanged(readingCase.studyInstanceUid()));
        return new StatementOutcome.Recorded(
                entries.record(readingCase, readingCase.round(), statement, AuditAction.READING_STATED));
    }

    private Optional<Instance> image(ReadingCase readingCase, String sopInstanceUid) {
        return instances
                .bySopInstanceUid(sopInstanceUid)
                .filter(instance -> instance.studyInstanceUid().equals(readingCase.studyInstanceUid()));
    }
}
