package org.mammoflow.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * A modality on the administrator's list.
 *
 * @param address where it takes storage commitment reports; without one they go on the association of the request
 */
public record KnownModality(
        String aeTitle, String description, Optional<ModalityAddress> address, String enteredBy, Instant enteredAt) {}
