package org.mammoflow.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "study_outcome")
class StudyOutcomeRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "study_outcome_seq")
    @SequenceGenerator(name = "study_outcome_seq", sequenceName = "study_outcome_seq")
    private Long id;

    private long outcomeFileId;
    private int lineNumber;
    private String studyInstanceUid;
    private int revision;
    private boolean cancer;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Basis basis;

    private String imageLaterality;
    private String breastDensity;
    private LocalDate outcomeDate;
    private String recordDigest;

    protected StudyOutcomeRow() {}

    StudyOutcomeRow(OutcomeFileRow file, int lineNumber, int revision, StudyOutcome outcome) {
        this.outcomeFileId = file.id();
        this.lineNumber = lineNumber;
        this.revision = revision;
        this.studyInstanceUid = outcome.studyInstanceUid();
        this.cancer = outcome.cancer();
        this.basis = outcome.basis();
        this.imageLaterality = outcome.imageLaterality();
        this.breastDensity = outcome.breastDensity();
        this.outcomeDate = outcome.outcomeDate();
        this.recordDigest = outcome.digest();
    }

    String studyInstanceUid() {
        return studyInstanceUid;
    }

    int revision() {
        return revision;
    }

    String recordDigest() {
        return recordDigest;
    }
}
