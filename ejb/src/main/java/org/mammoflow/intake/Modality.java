package org.mammoflow.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A calling AE title that may send. */
@Entity
@Table(name = "modality")
class Modality {

    @Id
    private String aeTitle;

    private String description;
    private String enteredBy;
    private Instant enteredAt;
    private String host;
    private Integer port;

    protected Modality() {}

    Modality(String aeTitle, String enteredBy, Instant enteredAt) {
        this.aeTitle = aeTitle;
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
    }

    void describe(String newDescription, Optional<ModalityAddress> address) {
        description = newDescription;
        host = address.map(ModalityAddress::host).orElse(null);
        port = address.map(ModalityAddress::port).orElse(null);
    }

    Optional<ModalityAddress> address() {
        return host == null ? Optional.empty() : Optional.of(new ModalityAddress(host, port));
    }

    KnownModality view() {
        return new KnownModality(aeTitle, description, address(), enteredBy, enteredAt);
    }
}
