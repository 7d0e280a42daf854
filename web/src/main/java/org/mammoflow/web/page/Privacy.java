package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Optional;
import org.mammoflow.instance.Patient;

/** Masks patients' names and identifiers on pages, for a person who wishes so because somebody looks on. */
@Named("privacy")
@RequestScoped
public class Privacy {

    private static final String MASK = "••••••";

    @Inject
    DeskScreen desk;

    public boolean isHidden() {
        return desk.isNamesHidden();
    }

    PersonName name(Patient patient) {
        return isHidden()
                ? new PersonName(MASK, "", "")
                : patient.name().map(PersonName::of).orElse(new PersonName("", "", ""));
    }

    String id(Patient patient) {
        return masked(patient.id());
    }

    String accessionNumber(Optional<String> number) {
        return masked(number);
    }

    String birthDate(Patient patient) {
        return isHidden() ? MASK : patient.birthDate().map(LocalDate::toString).orElse("");
    }

    private String masked(Optional<String> identifier) {
        return isHidden() ? MASK : identifier.orElse("");
    }
}
