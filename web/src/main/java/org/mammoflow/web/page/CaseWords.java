package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.mammoflow.instance.Patient;
import org.mammoflow.review.CaseSummary;
import org.mammoflow.review.Claim;

/** Puts what is the same for all images of a case into words. */
@RequestScoped
public class CaseWords {

    @Inject
    Privacy privacy;

    @Inject
    Words words;

    @Inject
    Moments moments;

    @Inject
    You you;

    CaseHeading heading(CaseSummary summary) {
        Patient patient = summary.patient();
        return new CaseHeading(
                privacy.name(patient),
                privacy.id(patient),
                patient.issuerOfId().orElse(""),
                privacy.birthDate(patient),
                age(patient.birthDate(), summary.studyDate()),
                summary.studyDate().map(LocalDate::toString).orElse(""),
                privacy.accessionNumber(summary.accessionNumber()),
                summary.institutionName().orElse(""),
                summary.callingAeTitle(),
                summary.urgent());
    }

    ClaimMark claim(Optional<Claim> claim) {
        return ClaimMark.of(claim, you.name(), words, moments);
    }

    private String age(Optional<LocalDate> birth, Optional<LocalDate> study) {
        return birth.flatMap(born -> study.filter(day -> !day.isBefore(born)).map(day -> moments.years(born, day)))
                .map(years -> words.of("case.age", years))
                .orElse("");
    }
}
