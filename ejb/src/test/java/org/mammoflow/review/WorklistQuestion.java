package org.mammoflow.review;

import java.time.LocalDate;
import java.util.Optional;

/** A filter of the worklist, said part by part. */
final class WorklistQuestion {

    private CaseState state;
    private CaseBand band;
    private String patientId;
    private String issuer;
    private String accession;
    private String site;
    private String modality;
    private LocalDate from;
    private LocalDate to;
    private boolean mine;
    private boolean unclaimed;

    WorklistQuestion state(CaseState wanted) {
        state = wanted;
        return this;
    }

    WorklistQuestion band(CaseBand wanted) {
        band = wanted;
        return this;
    }

    WorklistQuestion patient(String id, String issuerOfId) {
        patientId = id;
        issuer = issuerOfId;
        return this;
    }

    WorklistQuestion accession(String number) {
        accession = number;
        return this;
    }

    WorklistQuestion site(String name) {
        site = name;
        return this;
    }

    WorklistQuestion modality(String callingAeTitle) {
        modality = callingAeTitle;
        return this;
    }

    WorklistQuestion days(String first, String last) {
        from = first == null ? null : LocalDate.parse(first);
        to = last == null ? null : LocalDate.parse(last);
        return this;
    }

    WorklistQuestion mine() {
        mine = true;
        return this;
    }

    WorklistQuestion unclaimed() {
        unclaimed = true;
        return this;
    }

    WorklistFilter filter() {
        return new WorklistFilter(
                Optional.ofNullable(state),
                Optional.ofNullable(band),
                Optional.ofNullable(patientId),
                Optional.ofNullable(issuer),
                Optional.ofNullable(accession),
                Optional.ofNullable(site),
                Optional.ofNullable(modality),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                mine,
                unclaimed);
    }
}
