package org.mammoflow.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mammoflow.instance.Patient;

/**
 * A row of the worklist.
 *
 * @param band {@link CaseBand#NOT_REVEALED} for a reader who reads before the network
 * @param turnAt when the case has its turn, see {@link CaseBand#turn}
 * @param round 1 first reading, 2 second reading, 3 arbitration
 * @param readingsWanted by how many readers it is read
 */
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
        Instant turnAt,
        int round,
        int readingsWanted,
        int openFindings,
        int decidedFindings,
        int withoutOpinion,
        Optional<Claim> claim) {

    /** Where the case stands in the list. */
    public Place place() {
        return new Place(studyInstanceUid, urgent, turnAt, waitingSince);
    }

    CaseSummary withBand(CaseBand shown) {
        return new CaseSummary(
                studyInstanceUid,
                patient,
                accessionNumber,
                studyDate,
                institutionName,
                callingAeTitle,
                state,
                urgent,
                shown,
                waitingSince,
                turnAt,
                round,
                readingsWanted,
                openFindings,
                decidedFindings,
                withoutOpinion,
                claim);
    }
}
