package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;

/** Who looks at the page: which parts of it make sense to them. What they may do is decided in the front doors. */
@Named("you")
@RequestScoped
public class You {

    @Inject
    Callers callers;

    private Caller caller;

    @PostConstruct
    void ask() {
        caller = callers.current();
    }

    public String name() {
        return caller.name();
    }

    public String role() {
        return caller.role();
    }

    public boolean known() {
        return !caller.role().isEmpty();
    }

    /** Whether they have a role of their own, and so a password that nobody else knows. */
    public boolean settled() {
        return Role.ALL.contains(caller.role());
    }

    public boolean read() {
        return caller.is(Role.RADIOLOGIST);
    }

    public boolean audit() {
        return caller.role().equals(Role.AUDITOR);
    }

    public boolean arbitrate() {
        return caller.is(Role.ARBITER);
    }

    public boolean administer() {
        return caller.is(Role.ADMIN);
    }

    public boolean keepModalities() {
        return caller.is(Role.MODALITY_ADMIN);
    }

    /** The page that this role works on. */
    public String home() {
        return keepModalities() ? "/admin.xhtml" : "/worklist.xhtml";
    }
}
