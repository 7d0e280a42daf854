package org.mammoflow.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A finding, the review that counts, and what became of the examination; empty strings where there is none. Names no patient. */
public record ReportRow(
        long findingId,
        String sopInstanceUid,
        String studyInstanceUid,
        String accessionNumber,
        LocalDate studyDate,
        String modality,
        String imageLaterality,
        String viewCode,
        String network,
        String networkStatus,
        String networkDigest,
        String provider,
        double malignancy,
        double implant,
        String band,
        boolean aiPositive,
        boolean implantContradiction,
        Instant recordedAt,
        ReportVerdict verdict,
        int revision,
        String reason,
        String comment,
        String reader,
        Instant reviewedAt,
        String institution,
        String replay,
        Optional<KnownOutcome> outcome) {}
