package org.mammoflow.web.page;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;
import org.mammoflow.desk.Preferences;
import org.mammoflow.desk.Theme;

/** The theme that this session saw last: for pages that must come up without asking anybody, such as errors. */
@Named("appearance")
@SessionScoped
public class Appearance implements Serializable {

    private static final long serialVersionUID = 1L;

    private Theme theme = Preferences.USUAL.theme();

    /** As the style sheet calls it. */
    public String theme() {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    /** For the browser's own controls. */
    public String scheme() {
        return theme == Theme.SYSTEM ? "light dark" : theme();
    }

    /** When the light colours hold, as a media query. */
    public String lightMedia() {
        return switch (theme) {
            case LIGHT -> "all";
            case DARK -> "not all";
            case SYSTEM -> "(prefers-color-scheme: light)";
        };
    }

    void is(Theme now) {
        theme = now;
    }
}
