package org.mammoflow.web.api;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mammoflow.audit.AccessDenials;

/** The caller's role does not allow what was asked; the trail is told, but not the caller which role would. */
@Provider
public class RefusedAccess implements ExceptionMapper<EJBAccessException> {

    @Context
    HttpServletRequest request;

    @Inject
    AccessDenials denials;

    @Override
    public Response toResponse(EJBAccessException refused) {
        denials.tell(request.getRequestURI());
        return Problem.of(Response.Status.FORBIDDEN, "your role does not allow this");
    }
}
