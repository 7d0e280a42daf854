package org.mammoflow.web.dicomweb;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mammoflow.dicom.image.UnreadablePixels;
import org.mammoflow.web.api.Problem;

/** An object whose pixels cannot be given in any form that we make; as a whole it can still be retrieved. */
@Provider
public class UnreadableObject implements ExceptionMapper<UnreadablePixels> {

    @Override
    public Response toResponse(UnreadablePixels unreadable) {
        return Problem.of(Response.Status.NOT_ACCEPTABLE, String.valueOf(unreadable.getMessage()));
    }
}
