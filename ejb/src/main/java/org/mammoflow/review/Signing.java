package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Accounts;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;

/**
 * Ends a reading by the reader's signature: name, time, meaning and password, bound to the digest of all that was stated.
 * One signs what one saw. Until it is final it can be taken back; afterwards only a signed addendum follows.
 */
@Stateless
@RolesAllowed(Role.RADIOLOGIST)
public class Signing {

    private static final int ADDENDUM_LENGTH = 2000;

    @Inject
    Turns turns;

    @Inject
    CaseKeeping cases;

    @Inject
    Entries entries;

    @Inject
    CaseViews views;

    @Inject
    Agreement agreement;

    @Inject
    ReadingPolicies policies;

    @Inject
    Accounts accounts;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /**
     * Signs the caller's reading of a case; the password is the signature.
     *
     * @param seen what the caller had before her eyes: an image, a finding or a statement that was not there is not signed
     */
    public SigningOutcome sign(String studyInstanceUid, char[] password, CaseSeen seen) {
        if (!isOwnPassword(password)) {
            return new SigningOutcome.WrongPassword();
        }
        Turn turn = turns.of(studyInstanceUid);
        if (turn instanceof Turn.Refused refused) {
            return new SigningOutcome.Refused(refused.refusal());
        }
        ReadingCase readingCase = ((Turn.Yours) turn).readingCase();
        CaseView now = views.of(readingCase);
        // Before the own opinion nothing is told that depends on the network, not even how much is undecided. A
        // re-reader
        // never decides on findings.
        if (!now.sight().ai() && !readingCase.isReread()) {
            return new SigningOutcome.Refused(new Refusal.OwnOpinionFirst());
        }
        Unseen unseen = unseen(readingCase, now, seen);
        return unseen.isNothing() ? signIfComplete(readingCase, now) : new SigningOutcome.NotAsSeen(unseen);
    }

    /** Takes the caller's last signature back, the one that she saw, as long as it is not final and nobody has read on. */
    public SigningOutcome takeBack(String studyInstanceUid, CaseSeen seen) {
        Optional<ReadingCase> found = cases.locked(studyInstanceUid);
        Optional<EntryView> signature = found.flatMap(this::lastSignature);
        if (signature.isEmpty()) {
            return new SigningOutcome.NothingSigned();
        }
        if (!seen.showed(signature.get())) {
            return new SigningOutcome.NotAsSeen(new Unseen(0, 0, 0, true));
        }
        ReadingCase readingCase = found.get();
        if (!isStillOpen(signature.get()) || hasBeenReadOn(readingCase, signature.get())) {
            return new SigningOutcome.TooLate();
        }
        int round = signature.get().round();
        readingCase.reopen(round);
        cases.recount(readingCase);
        EntryView withdrawal = entries.record(
                readingCase, round, NewEntry.withdrawal(signature.get().id()), AuditAction.SIGNATURE_TAKEN_BACK);
        return new SigningOutcome.Signed(withdrawal, readingCase.state());
    }

    /** Adds signed words to a finished case as the caller saw it. */
    public SigningOutcome add(String studyInstanceUid, String text, char[] password, CaseSeen seen) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > ADDENDUM_LENGTH) {
            throw new InvalidOpinion("an addendum has 1 to 2,000 characters");
        }
        if (!isOwnPassword(password)) {
            return new SigningOutcome.WrongPassword();
        }
        return cases.locked(studyInstanceUid)
                .filter(ReadingCase::isFinal)
                .map(readingCase -> addTo(readingCase, words, seen))
                .orElseGet(SigningOutcome.NothingSigned::new);
    }

    private SigningOutcome addTo(ReadingCase readingCase, String words, CaseSeen seen) {
        Unseen unseen = seen.unseenIn(views.of(readingCase).seen());
        if (!unseen.isNothing()) {
            return new SigningOutcome.NotAsSeen(unseen);
        }
        NewEntry addendum = NewEntry.addendum(words, recordOf(readingCase));
        return new SigningOutcome.Signed(
                entries.record(readingCase, readingCase.round(), addendum, AuditAction.ADDENDUM_SIGNED),
                readingCase.state());
    }

    private SigningOutcome signIfComplete(ReadingCase readingCase, CaseView now) {
        boolean assessed = now.assessment(readingCase.round()).isPresent();
        return now.openFindings() > 0 || !assessed
                ? new SigningOutcome.Incomplete(now.openFindings(), !assessed)
                : sign(readingCase);
    }

    /** Also what is not shown to the caller must not be signed unseen: the statements of a reading that was taken over. */
    private Unseen unseen(ReadingCase readingCase, CaseView now, CaseSeen seen) {
        Unseen shown = seen.unseenIn(now.seen());
        boolean covered = standing(readingCase).stream().allMatch(seen::showed)
                && entries.standing(readingCase.studyInstanceUid(), readingCase.round()).stream()
                        .allMatch(seen::showed);
        return new Unseen(shown.images(), shown.findings(), shown.withoutOpinion(), shown.statements() || !covered);
    }

    private SigningOutcome sign(ReadingCase readingCase) {
        int round = readingCase.round();
        NewEntry signature = NewEntry.signature(meaning(round), finalAt(readingCase), recordOf(readingCase));
        readingCase.readBy(callers.current().name());
        passOn(readingCase);
        cases.recount(readingCase);
        EntryView recorded = entries.record(readingCase, round, signature, AuditAction.READING_SIGNED);
        return new SigningOutcome.Signed(recorded, readingCase.state());
    }

    private static String meaning(int round) {
        return switch (round) {
            case 1 -> "READING";
            case 2 -> "SECOND_READING";
            case ReadingCase.ARBITRATION -> "ARBITRATION";
            default -> "REREADING";
        };
    }

    // After the signature a re-reader sees everything, so it cannot be taken back.
    private Instant finalAt(ReadingCase readingCase) {
        return readingCase.isReread()
                ? clock.instant()
                : clock.instant().plus(policies.current().finalAfter());
    }

    private void passOn(ReadingCase readingCase) {
        if (readingCase.round() < readingCase.readingsWanted()) {
            readingCase.passToSecondReader();
        } else if (readingCase.round() < ReadingCase.ARBITRATION && agreement.isDisputed(readingCase)) {
            readingCase.passToArbiter();
        } else {
            readingCase.finish();
        }
    }

    /** The digest of everything stated in this reading: verdicts by finding, then statements in their order. */
    private String recordOf(ReadingCase readingCase) {
        List<String> digests = new ArrayList<>();
        standing(readingCase).stream()
                .sorted(Comparator.comparingLong(ReviewView::findingId))
                .forEach(review -> digests.add(review.recordDigest()));
        entries.standing(readingCase.studyInstanceUid(), readingCase.round())
                .forEach(entry -> digests.add(entry.recordDigest()));
        return NewEntry.digestOf(digests);
    }

    private Collection<ReviewView> standing(ReadingCase readingCase) {
        return cases.standing(agreement.findingsOf(readingCase.studyInstanceUid()), readingCase.round())
                .values();
    }

    private Optional<EntryView> lastSignature(ReadingCase readingCase) {
        String caller = callers.current().name();
        return entries.of(readingCase.studyInstanceUid()).stream()
                .filter(entry ->
                        entry.stands(EntryKind.SIGNATURE) && entry.reader().equals(caller))
                .reduce((earlier, later) -> later);
    }

    private boolean isStillOpen(EntryView signature) {
        return clock.instant().isBefore(signature.finalAt().orElseThrow());
    }

    private boolean hasBeenReadOn(ReadingCase readingCase, EntryView signature) {
        boolean claimed = readingCase
                .claimAt(clock.instant())
                .filter(claim -> !claim.reader().equals(signature.reader()))
                .isPresent();
        return readingCase.round() > signature.round()
                && (claimed || readingCase.readerOfRound().isPresent());
    }

    private boolean isOwnPassword(char[] password) {
        return accounts.signs(callers.current(), password);
    }
}
