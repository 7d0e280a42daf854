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
        RequestOrigin origin = RequestOrigin.current().orElse(new RequestOrigin("", ""));
        return new Caller(context.getCallerPrincipal().getName(), role(), origin.address(), origin.requestId());
    }

    private String role() {
        return Role.foremost(context::isCallerInRole).orElse("");
    }
}
