package org.mammoflow.review;

import java.time.LocalDate;
import java.util.Optional;

/** Which cases a worklist shows; every part is optional, all that are given must hold. */
public record WorklistFilter(
        Optional<CaseState> state,
        Optional<CaseBand> band,
        Optional<String> patientId,
        Optional<String> issuerOfPatientId,
        Optional<String> accessionNumber,
        Optional<String> institutionName,
        Optional<String> callingAeTitle,
        Optional<LocalDate> studyDateFrom,
        Optional<LocalDate> studyDateTo,
        boolean onlyMine,
        boolean onlyUnclaimed) {

    /** Every open case. */
    public static WorklistFilter open() {
        return new WorklistFilter(
                Optional.of(CaseState.OPEN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }
}
