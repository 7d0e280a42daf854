package org.mammoflow.web.page;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.component.UIComponent;
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

    /**
     * Refuses what a field lacks: the page moves the focus there and reads the words beside it.
     *
     * @param field as the pressed button finds it
     */
    static void refuse(String field, String missing, String text) {
        refuse(text);
        FacesContext faces = FacesContext.getCurrentInstance();
        UIComponent found = UIComponent.getCurrentComponent(faces).findComponent(field);
        if (found != null) {
            faces.addMessage(found.getClientId(faces), new FacesMessage(FacesMessage.SEVERITY_ERROR, missing, missing));
        }
    }

    private static void add(Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }
}
