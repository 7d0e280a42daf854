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
    CaseViews views;

    @Inject
    Sights sights;

    @Inject
    Vocabulary vocabulary;

    @Inject
    Instances instances;

    @Inject
    Callers callers;

    @Inject
    Event<WorklistChanged> changes;

    /**
     * Assesses the study; a later assessment takes the place of an earlier one, both stay with their times. The earlier one
     * must be the one that the reader saw.
     */
    public StatementOutcome assess(String studyInstanceUid, String category, String comment, CaseSeen seen) {
        if (!vocabulary.offersCategory(category)) {
            throw new InvalidOpinion("the assessment must be one of the site's categories");
        }
        return state(studyInstanceUid, seen, readingCase -> Optional.of(NewEntry.assessment(category, comment)));
    }

    /** The network missed something at this place of an image: only who knows what it said can say so. */
    public StatementOutcome missed(
            String studyInstanceUid, String sopInstanceUid, PixelMark mark, String comment, CaseSeen seen) {
        if (isHiddenYet(studyInstanceUid)) {
            return new StatementOutcome.Refused(new Refusal.OwnOpinionFirst());
        }
        return state(
                studyInstanceUid,
                seen,
                readingCase ->
                        image(readingCase, sopInstanceUid).map(image -> NewEntry.missed(image.id(), mark, comment)));
    }

    private boolean isHiddenYet(String studyInstanceUid) {
        return turns.of(studyInstanceUid) instanceof Turn.Yours yours
                && !sights.of(yours.readingCase()).ai();
    }

    /** This view must be taken again, for technical reasons. */
    public StatementOutcome recallTechnically(
            String studyInstanceUid, String sopInstanceUid, String reason, String comment, CaseSeen seen) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > Opinion.REASON_LENGTH) {
            throw new InvalidOpinion("a technical recall needs a reason of at most 64 characters");
        }
        return state(
                studyInstanceUid,
                seen,
                readingCase -> image(readingCase, sopInstanceUid)
                        .map(image -> NewEntry.technicalRecall(image.id(), why, comment)));
    }

    /** Takes an own statement back, until the reading is signed; its id says which one was seen. */
    public StatementOutcome withdraw(String studyInstanceUid, long entryId) {
        StatementOutcome outcome = state(
                studyInstanceUid,
                CaseSeen.ANYTHING,
                readingCase -> entries.standing(studyInstanceUid, readingCase.round()).stream()
                        .filter(entry -> entry.id() == entryId && entry.kind() != EntryKind.SIGNATURE)
                        .map(entry -> NewEntry.withdrawal(entry.id()))
                        .findFirst());
        return outcome instanceof StatementOutcome.Unknown && isTakenBack(studyInstanceUid, entryId)
                ? new StatementOutcome.TakenBack()
                : outcome;
    }

    /** Only of own statements: those of others may be hidden. */
    private boolean isTakenBack(String studyInstanceUid, long entryId) {
        return entries.of(studyInstanceUid).stream()
                .filter(entry -> entry.id() == entryId && entry.withdrawn())
                .anyMatch(entry -> entry.reader().equals(callers.current().name()));
    }

    private StatementOutcome state(
            String studyInstanceUid, CaseSeen seen, Function<ReadingCase, Optional<NewEntry>> statement) {
        Turn turn = turns.of(studyInstanceUid);
        if (turn instanceof Turn.Refused refused) {
            return new StatementOutcome.Refused(refused.refusal());
        }
        ReadingCase readingCase = ((Turn.Yours) turn).readingCase();
        return statement
                .apply(readingCase)
                .map(entry -> isAsSeen(readingCase, entry, seen)
                        ? record(readingCase, entry)
                        : new StatementOutcome.ChangedMeanwhile())
                .orElseGet(StatementOutcome.Unknown::new);
    }

    /** Whether there stands about the same thing what the reader saw of it. */
    private boolean isAsSeen(ReadingCase readingCase, NewEntry statement, CaseSeen seen) {
        return seen.equals(CaseSeen.ANYTHING)
                || seen.showed(views.of(readingCase).entries().stream()
                        .filter(entry -> entry.round() == readingCase.round())
                        .filter(entry -> entry.kind() == statement.kind()
                                && entry.instanceId().equals(statement.instanceId())));
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
