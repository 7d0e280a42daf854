package org.mammoflow.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mammoflow.access.Caller;
import org.mammoflow.instance.Patient;

/** One study on the worklist: what it is sorted by, how much is left to decide, who works on it. */
@Entity
@Table(name = "reading_case")
class ReadingCase {

    static final short ARBITRATION = 3;
    static final short REREADING = 4;

    @Id
    private Long id;

    private String studyInstanceUid;
    private String patientId;
    private String issuerOfPatientId;
    private String patientName;
    private LocalDate patientBirthDate;
    private String accessionNumber;
    private LocalDate studyDate;
    private String institutionName;
    private String callingAeTitle;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CaseState state;

    private boolean urgent;
    private short bandRank;
    private Instant firstReceivedAt;
    private Instant turnAt;
    private int openFindings;
    private int decidedFindings;
    private int withoutOpinion;
    private String claimedBy;
    private Instant claimedUntil;
    private short readingRound;
    private short readingsWanted;
    private short decidingRound;
    private String firstReader;
    private String secondReader;
    private String arbiter;
    private String rereader;

    @Version
    private int version;

    protected ReadingCase() {}

    String studyInstanceUid() {
        return studyInstanceUid;
    }

    int round() {
        return readingRound;
    }

    int readingsWanted() {
        return readingsWanted;
    }

    int decidingRound() {
        return decidingRound;
    }

    CaseState state() {
        return state;
    }

    boolean isFinal() {
        return state == CaseState.FINAL;
    }

    /** Verdicts of a first reading count at once, unless a second reader may still disagree. */
    static int decidingRoundAtFirst(int readings) {
        return readings == 1 ? 1 : 0;
    }

    /** Whether another reader is to read the finished case anew, blind. */
    boolean isReread() {
        return readingRound == REREADING;
    }

    void count(CaseCount count) {
        openFindings = count.open();
        decidedFindings = count.decided();
        withoutOpinion = count.withoutOpinion();
        if (isReread()) {
            // Its place in the list must not tell what the network said; only its reader's signature ends it.
            return;
        }
        bandRank = (short) count.highestBand();
        turnAt = CaseBand.ofRank(bandRank).turn(firstReceivedAt);
        state = stateAfter(count);
    }

    // A case without any finding stays open until it is signed: "no opinion" must not look like "done". A signed case
    // whose late image got a finding is open again.
    private CaseState stateAfter(CaseCount count) {
        if (state == CaseState.FINAL && count.open() == 0) {
            return state;
        }
        if (readingRound == ARBITRATION) {
            return CaseState.ARBITRATION;
        }
        return count.open() == 0 && count.decided() > 0 ? CaseState.DECIDED : CaseState.OPEN;
    }

    /** Why this radiologist cannot read the case now; nothing when they can. */
    Optional<Refusal.Why> refusalOf(Caller caller) {
        if (isFinal()) {
            return Optional.of(Refusal.Why.SIGNED);
        }
        return readers().refusalOf(caller);
    }

    /** As {@link #refusalOf}, for a reader who takes a begun reading over. */
    Optional<Refusal.Why> refusalToTakeOver(Caller caller) {
        return refusalOf(caller).filter(why -> why != Refusal.Why.BEGUN_BY_ANOTHER);
    }

    /** Gives up whoever began this reading; what they stated stays in it. */
    void handOver() {
        readBy(null);
    }

    /** Whether the caller has signed a reading of this case, which ends being blind. */
    boolean hasBeenReadBy(Caller caller) {
        return readers().haveHad(caller);
    }

    /** Whether the caller has signed a reading of this case, the last one included. */
    boolean isSignedBy(Caller caller) {
        return readers().haveHad(caller)
                || isFinal() && readerOfRound().filter(caller.name()::equals).isPresent();
    }

    /** Whether the caller could read the case now: it is their turn and nobody else holds it. */
    boolean isOpenTo(Caller caller, Instant now) {
        return refusalOf(caller).isEmpty()
                && claimAt(now)
                        .filter(claim -> !claim.reader().equals(caller.name()))
                        .isEmpty();
    }

    boolean isArbitratedBy(Caller caller) {
        return readingRound == ARBITRATION && refusalOf(caller).isEmpty();
    }

    /** The reading that this caller did or would do. */
    int roundOf(Caller caller) {
        return readers().roundOf(caller);
    }

    Optional<String> readerOfRound() {
        return readers().ofThisRound();
    }

    private Readers readers() {
        return new Readers(readingRound, readingsWanted, firstReader, secondReader, arbiter, rereader);
    }

    /** Notes who reads; whoever takes a reading over continues it under the own name. */
    void readBy(String reader) {
        switch (readingRound) {
            case 1 -> firstReader = reader;
            case 2 -> secondReader = reader;
            case ARBITRATION -> arbiter = reader;
            default -> rereader = reader;
        }
    }

    /** The reading of this round is signed and another reader is wanted. */
    void passToSecondReader() {
        readingRound = 2;
        release();
    }

    void passToArbiter() {
        readingRound = ARBITRATION;
        decidingRound = ARBITRATION;
        state = CaseState.ARBITRATION;
        release();
    }

    /**
     * Back to the list, behind what waits already; what was decided stays decided. A late image opens the case again for
     * its own readers once this reading is over.
     */
    void returnForRereading(Instant now) {
        readingRound = REREADING;
        state = CaseState.OPEN;
        urgent = false;
        bandRank = (short) CaseBand.LOW.rank();
        firstReceivedAt = now;
        turnAt = CaseBand.LOW.turn(now);
        release();
    }

    void finish() {
        if (isReread()) {
            readingRound = decidingRound;
        } else {
            decidingRound = readingRound;
        }
        state = CaseState.FINAL;
        release();
    }

    /** The signature of a round was taken back: the case is where it was before. */
    void reopen(int round) {
        readingRound = (short) round;
        decidingRound = (short) (round == ARBITRATION ? ARBITRATION : decidingRoundAtFirst(readingsWanted));
        state = CaseState.DECIDED;
        arbiter = round < ARBITRATION ? null : arbiter;
        secondReader = round < 2 ? null : secondReader;
    }

    void markUrgent(boolean now) {
        urgent = now;
    }

    Optional<Claim> claimAt(Instant now) {
        return Optional.ofNullable(claimedBy)
                .filter(reader -> now.isBefore(claimedUntil))
                .map(reader -> new Claim(reader, claimedUntil));
    }

    void claim(Claim claim) {
        claimedBy = claim.reader();
        claimedUntil = claim.until();
    }

    void release() {
        claimedBy = null;
        claimedUntil = null;
    }

    CaseSummary summary(Instant now) {
        return new CaseSummary(
                studyInstanceUid,
                new Patient(
                        Optional.ofNullable(patientId),
                        Optional.ofNullable(issuerOfPatientId),
                        Optional.ofNullable(patientName),
                        Optional.ofNullable(patientBirthDate)),
                Optional.ofNullable(accessionNumber),
                Optional.ofNullable(studyDate),
                Optional.ofNullable(institutionName),
                callingAeTitle,
                state,
                urgent,
                isReread() ? CaseBand.NOT_REVEALED : CaseBand.ofRank(bandRank),
                firstReceivedAt,
                turnAt,
                readingRound,
                readingsWanted,
                openFindings,
                decidedFindings,
                withoutOpinion,
                claimAt(now));
    }
}
