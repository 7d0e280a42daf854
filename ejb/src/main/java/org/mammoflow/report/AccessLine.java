package org.mammoflow.report;

import java.time.Instant;

/**
 * Somebody's dealing with something of one patient. Names no patient.
 *
 * @param why what the trail says about the occasion: the reason of a take-over, the verdict of a review
 */
public record AccessLine(
        long seq,
        Instant at,
        String actor,
        String role,
        String action,
        String objectType,
        String objectId,
        String why,
        String source) {}
