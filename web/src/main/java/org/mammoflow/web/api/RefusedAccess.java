package org.mammoflow.web.api;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The caller's role does not allow what was asked; which role would is not told. */
@Provider
public class RefusedAccess implements ExceptionMapper<EJBAccessException> {

    @Override
    public Response toResponse(EJBAccessException refused) {
        return Problem.of(Response.Status.FORBIDDEN, "your role does not allow this");
    }
}
