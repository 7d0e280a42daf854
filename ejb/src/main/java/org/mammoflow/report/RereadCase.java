package org.mammoflow.report;

/**
 * One case of a re-read sample, and what the other reader said; empty strings while it is not read. Names no patient.
 *
 * @param place in the draw, from 1
 * @param outcome {@code CANCER}, {@code NO_CANCER} or empty
 */
public record RereadCase(
        int place, String studyInstanceUid, String reader, String assessment, boolean recalled, String outcome) {}
