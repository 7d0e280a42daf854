package org.mammoflow.web.page;

/**
 * A row of the worklist, ready to be shown.
 *
 * @param why the case stands at this position, in words
 * @param round which reading it waits for
 * @param open whether it waits at all: a signed case has no waiting time, and nothing about it is urgent
 */
public record CaseRow(
        String studyInstanceUid,
        String link,
        long position,
        String why,
        int round,
        boolean urgent,
        boolean open,
        BandMark band,
        String waited,
        String waitingSince,
        PersonName name,
        String patientId,
        String issuerOfId,
        String accessionNumber,
        String studyDate,
        String modality,
        int openFindings,
        int decidedFindings,
        int withoutOpinion,
        ClaimMark claim) {

    /** PrimeFaces reads row keys as properties. */
    public String getKey() {
        return studyInstanceUid;
    }
}
