package org.mammoflow.access;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Knows the current caller, from the container's security context. */
@Stateless
public class Callers {

    @Resource
    SessionContext context;

    public Caller current() {
        RequestOrigin origin = origin();
        return new Caller(context.getCallerPrincipal().getName(), role(), origin.address(), origin.requestId());
    }

    /** Where the current request came from, for work that goes on after its end. */
    public RequestOrigin origin() {
        return RequestOrigin.current().orElse(new RequestOrigin("", ""));
    }

    private String role() {
        return Role.foremost(context::isCallerInRole).orElse("");
    }
}
