package org.mammoflow.inference;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A stored image without a finding, and what became of its job. Silence must never look like "negative". Names no
 * patient.
 *
 * @param reason a stable code, then a colon and words, as in the statement of no opinion; null while nothing went wrong
 */
public record UnjudgedImage(
        long jobId,
        String sopInstanceUid,
        String studyInstanceUid,
        String accessionNumber,
        LocalDate studyDate,
        String callingAeTitle,
        String imageLaterality,
        String viewCode,
        JobState state,
        int attempts,
        String phase,
        String reason,
        Instant queuedAt) {}
