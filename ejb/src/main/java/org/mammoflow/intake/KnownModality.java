package org.mammoflow.intake;

import java.time.Instant;
import java.util.Optional;
import org.mammoflow.platform.Seen;

/**
 * A modality on the administrator's list.
 *
 * @param address where it takes storage commitment reports; without one they go on the association of the request
 */
public record KnownModality(
        String aeTitle, String description, Optional<ModalityAddress> address, String enteredBy, Instant enteredAt) {

    /** What an administrator sees with this. */
    public Seen seen() {
        return Seen.of(
                description,
                address.map(ModalityAddress::host).orElse(""),
                address.map(at -> Integer.toString(at.port())).orElse(""),
                enteredBy,
                enteredAt.toString());
    }
}
