package org.mammoflow.web.page;

/** Whom a case is about and where it comes from; empty texts where the images do not say. */
public record CaseHeading(
        PersonName name,
        String patientId,
        String issuerOfId,
        String birthDate,
        String age,
        String studyDate,
        String accessionNumber,
        String institution,
        String modality,
        boolean urgent) {}
