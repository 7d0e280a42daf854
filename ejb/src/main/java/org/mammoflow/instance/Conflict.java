package org.mammoflow.instance;

import java.time.Instant;

/**
 * Two different objects under one SOP Instance UID; the first stays valid.
 *
 * @param validSha256 the stored instance's content
 * @param otherSha256 the content that came later; kept too
 */
public record Conflict(
        long id,
        String sopInstanceUid,
        String validSha256,
        String otherSha256,
        long otherSizeBytes,
        String callingAeTitle,
        Instant receivedAt) {}
