package org.mammoflow.web.page;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reader's language: the browser's, until another is chosen by {@code ?lang=…} for the rest of the session. */
@Named("language")
@SessionScoped
public class Language implements Serializable {

    private static final long serialVersionUID = 1L;

    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    private Locale chosen;

    /** For the view; a choice in the current request counts at once. */
    public Locale getLocale() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, String> parameters = faces.getExternalContext().getRequestParameterMap();
        SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(parameters.get("lang")))
                .findFirst()
                .ifPresent(locale -> chosen = locale);
        return chosen != null ? chosen : faces.getApplication().getViewHandler().calculateLocale(faces);
    }

    public List<Locale> spoken() {
        return SPOKEN;
    }

    /** A language's name in itself. */
    public String nameOf(Locale locale) {
        return locale.getDisplayLanguage(locale);
    }
}
