package org.mammoflow.intake;

import java.time.Instant;

/** A modality on the administrator's list. */
public record KnownModality(String aeTitle, String description, String enteredBy, Instant enteredAt) {}
