package org.mammoflow.instance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Two different objects under one SOP Instance UID; the first stays valid.
 *
 * @param validSha256 the stored instance's content
 * @param otherSha256 the content that came later; kept too
 * @param studyInstanceUid of the valid object, as what follows it
 */
public record Conflict(
        long id,
        String sopInstanceUid,
        String validSha256,
        String otherSha256,
        long otherSizeBytes,
        String callingAeTitle,
        Instant receivedAt,
        String studyInstanceUid,
        Optional<LocalDate> studyDate,
        Optional<String> imageLaterality,
        Optional<String> viewCode) {}
