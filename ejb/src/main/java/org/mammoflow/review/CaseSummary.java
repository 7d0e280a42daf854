package org.mammoflow.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mammoflow.instance.Patient;

/** A row of the worklist. */
public record CaseSummary(
        String studyInstanceUid,
        Patient patient,
        Optional<String> accessionNumber,
        Optional<LocalDate> studyDate,
        Optional<String> institutionName,
        String callingAeTitle,
        CaseState state,
        boolean urgent,
        CaseBand band,
        Instant waitingSince,
        int openFindings,
        int decidedFindings,
        int withoutOpinion,
        Optional<Claim> claim) {

    /** Where the case stands in the list. */
    public Place place() {
        return Place.of(this);
    }
}
