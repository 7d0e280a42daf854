package org.mammoflow.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.mammoflow.web.security.OriginListener;

/** The edge: whatever nobody expected becomes an identifier for the caller and a stack trace in the log. */
@Provider
public class UnexpectedFailure implements ExceptionMapper<Exception> {

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Exception failure) {
        if (failure instanceof WebApplicationException expected) {
            Response.StatusType status = expected.getResponse().getStatusInfo();
            return Problem.of(status, status.getReasonPhrase());
        }
        Object id = request.getAttribute(OriginListener.REQUEST_ID);
        System.getLogger("org.mammoflow.web").log(Level.ERROR, "request=" + id + " failed", failure);
        return Problem.of(Response.Status.INTERNAL_SERVER_ERROR, "failed; the log knows it as request " + id);
    }
}
