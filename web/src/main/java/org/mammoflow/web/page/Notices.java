package org.mammoflow.web.page;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;

/** The page's status line, which screen readers read out. */
final class Notices {

    private Notices() {}

    static void done(String text) {
        add(FacesMessage.SEVERITY_INFO, text);
    }

    static void warn(String text) {
        add(FacesMessage.SEVERITY_WARN, text);
    }

    static void refuse(String text) {
        add(FacesMessage.SEVERITY_ERROR, text);
    }

    private static void add(Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }
}
