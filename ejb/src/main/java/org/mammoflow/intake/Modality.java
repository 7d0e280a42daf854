package org.mammoflow.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A calling AE title that may send. */
@Entity
@Table(name = "modality")
class Modality {

    @Id
    private String aeTitle;

    private String description;
    private String enteredBy;
    private Instant enteredAt;

    protected Modality() {}

    Modality(String aeTitle, String description, String enteredBy, Instant enteredAt) {
        this.aeTitle = aeTitle;
        this.description = description;
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
    }

    KnownModality view() {
        return new KnownModality(aeTitle, description, enteredBy, enteredAt);
    }
}
