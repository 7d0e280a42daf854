package org.mammoflow.web.page;

/** A row of the worklist, ready to be shown. */
public record CaseRow(
        String studyInstanceUid,
        String link,
        long position,
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
