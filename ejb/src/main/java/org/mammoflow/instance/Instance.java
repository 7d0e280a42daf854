package org.mammoflow.instance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A stored object as the other rooms see it. */
public record Instance(
        long id,
        String sopInstanceUid,
        String sopClassUid,
        String studyInstanceUid,
        String seriesInstanceUid,
        String transferSyntaxUid,
        String sha256,
        long sizeBytes,
        Patient patient,
        Optional<String> accessionNumber,
        Optional<LocalDate> studyDate,
        Optional<String> modality,
        Optional<String> institutionName,
        Optional<String> imageLaterality,
        Optional<String> viewCode,
        String callingAeTitle,
        Instant receivedAt) {}
