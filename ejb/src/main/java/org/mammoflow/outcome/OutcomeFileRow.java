package org.mammoflow.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "outcome_file")
class OutcomeFileRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outcome_file_seq")
    @SequenceGenerator(name = "outcome_file_seq", sequenceName = "outcome_file_seq")
    private Long id;

    private String sha256;
    private int stated;
    private int added;
    private int changed;
    private String importedBy;
    private Instant importedAt;

    protected OutcomeFileRow() {}

    OutcomeFileRow(String sha256, int stated, int added, int changed, String importedBy, Instant importedAt) {
        this.sha256 = sha256;
        this.stated = stated;
        this.added = added;
        this.changed = changed;
        this.importedBy = importedBy;
        this.importedAt = importedAt;
    }

    long id() {
        return id;
    }

    ImportedFile view() {
        return new ImportedFile(id, sha256, stated, added, changed, importedBy, importedAt);
    }
}
