package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Accounts;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;

/**
 * Ends a reading by the reader's signature: name, time, meaning and password, bound to the digest of all that was stated.
 * Until it is final it can be taken back; afterwards only a signed addendum follows.
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
    Agreement agreement;

    @Inject
    ReadingPolicies policies;

    @Inject
    Accounts accounts;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** Signs the caller's reading of a case; the password is the signature. */
    public SigningOutcome sign(String studyInstanceUid, char[] password) {
        if (!isOwnPassword(password)) {
            return new SigningOutcome.WrongPassword();
        }
        Turn turn = turns.of(studyInstanceUid);
        if (turn instanceof Turn.Refused refused) {
            return new SigningOutcome.Refused(refused.refusal());
        }
        ReadingCase readingCase = ((Turn.Yours) turn).readingCase();
        // A re-reader knows of no finding.
        int open = readingCase.isReread() ? 0 : openFindings(readingCase);
        boolean assessed =
                entries.assessment(studyInstanceUid, readingCase.round()).isPresent();
        return open > 0 || !assessed ? new SigningOutcome.Incomplete(open, !assessed) : sign(readingCase);
    }

    /** Takes the caller's last signature back, as long as it is not final and nobody has read on. */
    public SigningOutcome takeBack(String studyInstanceUid) {
        Optional<ReadingCase> found = cases.locked(studyInstanceUid);
        Optional<EntryView> signature = found.flatMap(this::lastSignature);
        if (signature.isEmpty()) {
            return new SigningOutcome.NothingSigned();
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

    /** Adds signed words to a finished case. */
    public SigningOutcome add(String studyInstanceUid, String text, char[] password) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > ADDENDUM_LENGTH) {
            throw new InvalidOpinion("an addendum has 1 to 2,000 characters");
        }
        if (!isOwnPassword(password)) {
            return new SigningOutcome.WrongPassword();
        }
        return cases.locked(studyInstanceUid)
                .filter(ReadingCase::isFinal)
                .<SigningOutcome>map(readingCase -> new SigningOutcome.Signed(
                        entries.record(
                                readingCase,
                                readingCase.round(),
                                NewEntry.addendum(words, recordOf(readingCase)),
                                AuditAction.ADDENDUM_SIGNED),
                        readingCase.state()))
                .orElseGet(SigningOutcome.NothingSigned::new);
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
        cases.standing(agreement.findingsOf(readingCase.studyInstanceUid()), readingCase.round()).values().stream()
                .sorted(Comparator.comparingLong(ReviewView::findingId))
                .forEach(review -> digests.add(review.recordDigest()));
        entries.standing(readingCase.studyInstanceUid(), readingCase.round())
                .forEach(entry -> digests.add(entry.recordDigest()));
        return NewEntry.digestOf(digests);
    }

    private int openFindings(ReadingCase readingCase) {
        List<Long> findings = agreement.findingsOf(readingCase.studyInstanceUid());
        return findings.size() - cases.standing(findings, readingCase.round()).size();
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
