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
import org.mammoflow.instance.Patient;

/** One study on the worklist: what it is sorted by, how much is left to decide, who works on it. */
@Entity
@Table(name = "reading_case")
class ReadingCase {

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
    private int openFindings;
    private int decidedFindings;
    private int withoutOpinion;
    private String claimedBy;
    private Instant claimedUntil;

    @Version
    private int version;

    protected ReadingCase() {}

    String studyInstanceUid() {
        return studyInstanceUid;
    }

    void count(CaseCount count) {
        openFindings = count.open();
        decidedFindings = count.decided();
        withoutOpinion = count.withoutOpinion();
        bandRank = (short) count.highestOpenBand();
        // A case without any finding stays open: "no opinion" must not look like "done".
        state = count.open() == 0 && count.decided() > 0 ? CaseState.DECIDED : CaseState.OPEN;
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
                CaseBand.ofRank(bandRank),
                firstReceivedAt,
                openFindings,
                decidedFindings,
                withoutOpinion,
                claimAt(now));
    }
}
