package org.mammoflow.web.page;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.mammoflow.instance.Patient;

/** Whether patients' names and identifiers are shown in lists: {@code ?names=hidden} for somebody looking on. */
@Named("privacy")
@SessionScoped
public class Privacy implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String MASK = "••••••";

    private boolean hidden;

    public boolean isHidden() {
        String wish = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("names");
        hidden = wish == null ? hidden : wish.equals("hidden");
        return hidden;
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
